import { compare } from "../shared/search-values";
import type { Column } from "./table-data";
import { keyOf } from "./table-fields";

/** Rows in the order of a column; missing values last either way, equal ones as they stood. */
export function sorted(rows: number[], column: Column, descending: boolean): number[] {
  const sign = descending ? -1 : 1;
  const all = rows.map((row) => ({ row, key: keyOf(column, row) }));
  const keyed = all.filter(({ key }) => key !== null).sort((a, b) => sign * compare(a.key, b.key) || a.row - b.row);
  return [...keyed, ...all.filter(({ key }) => key === null)].map(({ row }) => row);
}
