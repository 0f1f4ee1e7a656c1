import { type Column, wholeText } from "./table-data";
import { compare, keyOf, keyOfText } from "./table-keys";

/** What a row must meet, and the words to mark in it. */
export interface Search {
  meets: (row: number) => boolean;
  words: string[];
}

const comparison = /^"?([^"]+?)"?(<=|>=|!=|<|>|=|:)"?([^"]*)"?$/;

/** Reads `berlin cloudCoverage<10 "sensing date">=2020-05`: words in any shown column, and conditions on one. */
export function parseSearch(text: string, columns: Column[]): Search {
  const parts = text.match(/(?:"[^"]*"|[^\s"]+)+|"/g) ?? [];
  const words: string[] = [];
  const conditions: ((row: number) => boolean)[] = [];
  for (const part of parts) {
    const condition = conditionOf(part, columns);
    if (condition) {
      conditions.push(condition);
    } else {
      words.push(part.replaceAll('"', "").toLowerCase());
    }
  }
  const shown = columns.filter((column) => column.shown);
  const has = (row: number, word: string) => shown.some((column) => searchedText(column, row).includes(word));
  return { words: words.filter((word) => word !== ""), meets: (row) => conditions.every((meets) => meets(row)) && words.every((word) => has(row, word)) };
}

function conditionOf(part: string, columns: Column[]): ((row: number) => boolean) | null {
  const [, name, operator, value] = comparison.exec(part) ?? [];
  const column = name && columns.find((known) => known.name.toLowerCase() === name.toLowerCase());
  if (!column || !operator || value === undefined || value === "") {
    return null;
  }
  const wanted = value.toLowerCase();
  if (operator === ":") {
    return (row) => searchedText(column, row).includes(wanted);
  }
  const to = keyOfText(column, value);
  if (to === null) {
    return null;
  }
  return (row) => {
    const key = keyOf(column, row);
    return key !== null && (typeof key === "string") === (typeof to === "string") ? holds(compare(key, to), operator) : key !== null && operator === "!=";
  };
}

/** What words are looked for in: what is shown, and all digits of what is shown rounded. */
function searchedText(column: Column, row: number): string {
  const value = column.type === "geometry" ? null : column.values[row];
  return `${wholeText(column.cells[row]!)}${value == null ? "" : `\n${value}`}`.toLowerCase();
}

function holds(order: number, operator: string): boolean {
  switch (operator) {
    case "<": return order < 0;
    case "<=": return order <= 0;
    case ">": return order > 0;
    case ">=": return order >= 0;
    case "=": return order === 0;
    default: return order !== 0;
  }
}
