// What a field holds and what a typed text means in it. Fields are compared by value, never by the text that is shown of it.

/** What a cell is sorted and searched by. Whole numbers beyond what a number holds stay exact; missing ones are null. */
export type Key = number | bigint | string | null;

/** Sizes are areas in square metres or lengths in metres; durations are seconds; dates are milliseconds. */
export type Kind = "number" | "date" | "duration" | "size" | "mixed" | "text";

/** A column of a table, a fact of jobs, a name of layers. */
export interface Field {
  name: string;
  kind: Kind;
  /** Whether words are looked for in it. */
  isSearched: boolean;
  /** What words are looked for in, in small letters. */
  text: (row: number) => string;
  key: (row: number) => Key;
  /** Of sizes: what a number without a unit is in; null where one must be said. */
  unit?: string | null;
  /** Of sizes: "m²" or "m"; null where the row has none. */
  dimension?: (row: number) => string | null;
}

/** What is meant: all from one value up to another, the last one excluded unless both are the same. */
interface Span {
  from: Key;
  to: Key;
  dimension?: string;
}

const sizes: Record<string, [number, string]> = {
  m: [1, "m"], km: [1e3, "m"], "m²": [1, "m²"], m2: [1, "m²"], ha: [1e4, "m²"], "km²": [1e6, "m²"], km2: [1e6, "m²"],
};
const durations: Record<string, number> = { s: 1, sec: 1, min: 60, h: 3600, d: 86_400 };

/** Whether a text is a unit that may follow a number of the field. */
export function unitWord(field: Field, text: string): boolean {
  const unit = text.toLowerCase();
  return field.kind === "size" ? unit in sizes : field.kind === "duration" ? unit in durations : field.kind === "number" && unit === "%";
}

/** Why a text cannot be compared with a field's values; null where it can. */
export function whyNot(field: Field, text: string): string | null {
  if (span(field, text)) {
    return null;
  }
  switch (field.kind) {
    case "number":
      return `${field.name} holds numbers; “${text}” is none.`;
    case "date":
      return `${field.name} holds dates, such as 2020-05 or 2020-05-31; “${text}” is none.`;
    case "duration":
      return `${field.name} is compared with a time such as 90s, 5min or 2h.`;
    default:
      return field.unit === undefined
        ? `${field.name} has no size to compare.`
        : `${field.name} is compared with a size such as ${field.unit === "m" || field.unit === "km" ? "500m or 2km" : "500m² or 2km²"}.`;
  }
}

/** Whether a row meets a comparison with a text that the field can be compared with. */
export function meeting(field: Field, operator: string, text: string): (row: number) => boolean {
  const { from, to, dimension } = span(field, text)!;
  return (row) => {
    const key = field.key(row);
    if (key === null || (dimension !== undefined && field.dimension?.(row) !== dimension)) {
      return false;
    }
    return (typeof key === "string") === (typeof from === "string")
      ? holds(compare(key, from), compare(key, to), from === to, operator)
      : operator === "!=";
  };
}

/** Negative where a comes first; numbers before texts. */
export function compare(a: Key, b: Key): number {
  if ((typeof a === "string") !== (typeof b === "string")) {
    return typeof a === "string" ? 1 : -1;
  }
  return a! < b! ? -1 : a! > b! ? 1 : 0;
}

/** A number as people write it: thousands may be parted by commas. */
export function readNumber(text: string): number | bigint | null {
  const plain = text.trim().replaceAll("−", "-");
  const digits = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(",", "") : plain;
  const value = digits === "" ? NaN : Number(digits);
  return Number.isNaN(value) ? null : !Number.isSafeInteger(value) && /^-?\d+$/.test(digits) ? BigInt(digits) : value;
}

/** The instant of a date as it is shown, "2020-03-30 17:02 UTC", or of a part of one, "2020-03": milliseconds and their fraction. */
export function instant(text: string): number {
  const fraction = /\.\d{3}(\d+)/.exec(text)?.[1];
  return Date.parse(text.replace(" ", "T").replace(" UTC", "Z").replace(/T([^Z+-]*) ([+-])/, "T$1$2").replace(/(T[\d:.]+)$/, "$1Z"))
    + (fraction ? Number(`0.${fraction}`) : 0);
}

function holds(first: number, last: number, isPoint: boolean, operator: string): boolean {
  const isBefore = first < 0;
  const isAfter = isPoint ? last > 0 : last >= 0;
  switch (operator) {
    case "<": return isBefore;
    case "<=": return !isAfter;
    case ">": return isAfter;
    case ">=": return !isBefore;
    case "=": return !isBefore && !isAfter;
    default: return isBefore || isAfter;
  }
}

function span(field: Field, text: string): Span | null {
  switch (field.kind) {
    case "number":
      return point(readNumber(text.replace(/ ?%$/, "")));
    case "date":
      return period(text.trim());
    case "duration":
      return point(seconds(text));
    case "size":
      return size(field, text);
    case "mixed":
      return point(readNumber(text) ?? text.toLowerCase());
    default:
      return point(text.toLowerCase());
  }
}

const point = (value: Key): Span | null => (value === null ? null : { from: value, to: value });

/** A year, a month, a day, a minute or a second lasts; what has a fraction is an instant. */
function period(text: string): Span | null {
  const from = instant(text);
  if (Number.isNaN(from) || !/^\d{4}/.test(text)) {
    return null;
  }
  const [, month, day, minute, second, fraction] = /^\d{4}(-\d\d)?(-\d\d)?([T ]\d\d:\d\d)?(:\d\d)?(\.\d+)?/.exec(text)!;
  const start = new Date(from);
  const next = (years: number, months: number) => Date.UTC(start.getUTCFullYear() + years, start.getUTCMonth() + months, 1);
  const to = fraction ? from
    : second ? from + 1000
    : minute ? from + 60_000
    : day ? from + 86_400_000
    : month ? next(0, 1)
    : next(1, 0);
  return { from, to };
}

function seconds(text: string): number | null {
  const parts = [...text.toLowerCase().matchAll(/([\d.]+) ?([a-z]+) ?/g)];
  const isWhole = parts.length > 0 && parts.map((part) => part[0]).join("") === text.toLowerCase();
  const values = parts.map(([, number, unit]) => Number(number) * (durations[unit!] ?? NaN));
  const sum = values.reduce((a, b) => a + b, 0);
  return isWhole && !Number.isNaN(sum) ? sum : null;
}

function size(field: Field, text: string): Span | null {
  const [, number, said] = /^([\d.,e+-]+) ?([a-z²2]*)$/.exec(text.trim().toLowerCase()) ?? [];
  const known = sizes[said === "" ? (field.unit ?? "") : (said ?? "")];
  const value = number === undefined || field.unit === undefined ? null : readNumber(number);
  if (value === null || !known) {
    return null;
  }
  const meters = Number(value) * known[0];
  return { from: meters, to: meters, dimension: known[1] };
}
