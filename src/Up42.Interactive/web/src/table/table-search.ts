import { type Cell, type Column, instant, wholeText } from "./table-data";

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
  const has = (row: number, word: string) => shown.some((column) => wholeText(column.cells[row]!).toLowerCase().includes(word));
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
    return (row) => wholeText(column.cells[row]!).toLowerCase().includes(wanted);
  }
  const key = keyOf(column);
  const to = column.isNumber || column.type === "date" ? key(value) : wanted;
  if (typeof to === "number" && Number.isNaN(to)) {
    return null;
  }
  return (row) => {
    const cell = column.cells[row]!;
    return cell !== null && holds(typeof to === "number" ? key(cell) : wholeText(cell).toLowerCase(), operator, to);
  };
}

function holds(value: string | number, operator: string, to: string | number): boolean {
  switch (operator) {
    case "<": return value < to;
    case "<=": return value <= to;
    case ">": return value > to;
    case ">=": return value >= to;
    case "=": return value === to;
    default: return value !== to;
  }
}

/** What a column's cells are compared by. */
export function keyOf(column: Column): (cell: Cell) => string | number {
  if (column.isNumber) {
    return (cell) => Number(wholeText(cell));
  }
  return column.type === "date" ? (cell) => instant(wholeText(cell)) : (cell) => wholeText(cell).toLowerCase();
}
