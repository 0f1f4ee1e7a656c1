/** A list of texts as ColumnCompressor.cs packs it; nothing in it where all texts are missing. */
export interface PackedTextsData {
  numbers?: string;
  values?: string[];
  uuids?: string;
  steps?: string;
  joined?: string;
  separator?: string;
  column?: number;
  sign?: string;
  spelled?: string;
  filler?: string;
  texts?: (string | null)[];
}

/** A text; null where it is missing. */
export type Text = string | null;

/** The texts; earlier ones of the same page may be needed for them. */
export function unpackTexts(packed: PackedTextsData, rows: number, earlier: Text[][]): Text[] {
  const { numbers, values, uuids, steps, joined, separator, column, sign, spelled, filler, texts } = packed;
  if (numbers !== undefined) {
    return [...numbers].map((letter) => values![numberOf(letter) - 1] ?? null);
  }
  if (uuids !== undefined) {
    return uuids.match(/.{22}/g)!.map(uuid);
  }
  if (steps !== undefined) {
    let number = 0;
    return steps.split(",").map((step) => String((number += Number(step))));
  }
  if (spelled !== undefined) {
    const length = spelled.length / rows;
    return Array.from({ length: rows }, (_, row) => {
      const letters = Array.from({ length }, (_, at) => spelled[at * rows + row]!).join("");
      return letters.replaceAll(filler!, "") || null;
    });
  }
  if (joined !== undefined) {
    return joined.split(separator!).map((text, row) => {
      const value = column === undefined ? null : earlier[column]![row]!;
      return text === "" ? null : value === null ? text : text.replaceAll(sign!, () => value);
    });
  }
  return texts ?? new Array<Text>(rows).fill(null);
}

/** '#' is 0, and the backslash is left out. */
function numberOf(sign: string): number {
  const code = sign.charCodeAt(0) - 35;
  return code > 57 ? code - 1 : code;
}

function uuid(bytes: string): string {
  const binary = atob(bytes.replaceAll("-", "+").replaceAll("_", "/"));
  const hex = Array.from(binary, (byte) => byte.charCodeAt(0).toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
