import { type Field, instant, type Key, type Kind, readNumber } from "../shared/search-values";
import { type Column, wholeText } from "./table-data";

const kinds: Record<string, Kind> = { integer: "number", real: "number", date: "date", geometry: "size", mixed: "mixed" };
const metersOf: Record<string, number> = { m: 1, km: 1e3, "m²": 1, "km²": 1e6 };

/** What the table can be searched by. */
export function fieldsOf(columns: Column[]): Field[] {
  return columns.map((column) => ({
    name: column.name,
    kind: kinds[column.type] ?? "text",
    isSearched: column.shown,
    text: (row) => searchedText(column, row),
    key: (row) => keyOf(column, row),
    ...(column.type === "geometry" && sizesOf(column)),
  }));
}

/** What a cell is sorted and searched by: its value, not its text. */
export function keyOf(column: Column, row: number): Key {
  const cell = column.cells[row]!;
  if (cell === null) {
    return null;
  }
  const text = column.values[row] ?? wholeText(cell);
  switch (column.type) {
    case "integer":
    case "real":
      return readNumber(text);
    case "date":
      return instant(text);
    case "geometry":
      return sizeOf(text)?.meters ?? null;
    case "mixed":
      return readNumber(text) ?? text.toLowerCase();
    default:
      return text.toLowerCase();
  }
}

/** A number without a unit is in the column's, where it has one. */
function sizesOf(column: Column): Partial<Field> {
  const dimension = (row: number) => sizeOf(column.values[row])?.unit.replace("k", "") ?? null;
  return { dimension, unit: column.unit ?? (column.values.some((text) => text !== null) ? null : undefined) };
}

function sizeOf(text: string | null | undefined): { meters: number; unit: string } | null {
  const [, value, unit] = /^(\S+) (k?m²?)$/.exec(text ?? "") ?? [];
  return unit ? { meters: Number(value) * metersOf[unit]!, unit } : null;
}

/** What words are looked for in: what is shown, and all digits of what is shown rounded. */
function searchedText(column: Column, row: number): string {
  const value = column.type === "geometry" ? null : column.values[row];
  return `${wholeText(column.cells[row]!)}${value == null ? "" : `\n${value}`}`.toLowerCase();
}
