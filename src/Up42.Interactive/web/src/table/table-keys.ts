import { type Column, instant, wholeText } from "./table-data";

/** What a cell is sorted and searched by: its value, not its text. Whole numbers beyond what a number holds stay exact; missing ones are null. */
export type Key = number | bigint | string | null;

const units: Record<string, number> = { "": 1, m: 1, km: 1e3, "m²": 1, m2: 1, ha: 1e4, "km²": 1e6, km2: 1e6 };

export function keyOf(column: Column, row: number): Key {
  const cell = column.cells[row]!;
  return cell === null ? null : keyOfText(column, column.values[row] ?? wholeText(cell));
}

/** What a text that somebody types means in a column; null where it means nothing there. Sizes of geometries may have a unit. */
export function keyOfText(column: Column, text: string): Key {
  switch (column.type) {
    case "integer":
    case "real":
      return number(text);
    case "date": {
      const time = instant(text);
      return Number.isNaN(time) ? null : time;
    }
    case "geometry": {
      const [, size, unit] = /^([\d.,e+-]+) ?(k?m[²2]?|ha)?$/.exec(text.toLowerCase()) ?? [];
      const factor = units[unit ?? ""];
      const value = number((size ?? "").replaceAll(",", ""));
      return value === null || factor === undefined ? null : Number(value) * factor;
    }
    case "mixed":
      return number(text) ?? text.toLowerCase();
    default:
      return text.toLowerCase();
  }
}

/** Negative where a comes first; numbers before texts. */
export function compare(a: Key, b: Key): number {
  if ((typeof a === "string") !== (typeof b === "string")) {
    return typeof a === "string" ? 1 : -1;
  }
  return a! < b! ? -1 : a! > b! ? 1 : 0;
}

function number(text: string): number | bigint | null {
  const value = text.trim() === "" ? NaN : Number(text);
  return Number.isNaN(value) ? null : !Number.isSafeInteger(value) && /^-?\d+$/.test(text) ? BigInt(text) : value;
}
