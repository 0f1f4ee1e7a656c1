/** A cell: its text; its short and its whole text where it is folded or an address; null where the value is missing. */
export type Cell = string | [string, string] | null;

/** What a table page is given: see TableData.cs. */
export interface TableData {
  caption: string;
  count: number;
  rows: number;
  columnCount: number;
  columns: { name: string; type: string; shown: boolean }[];
  geometry: boolean;
  pictures: Record<string, string>;
  blocks: Cell[][][];
}

export interface Column {
  name: string;
  type: string;
  shown: boolean;
  isNumber: boolean;
  cells: Cell[];
  /** What a geometry's outline is drawn from. */
  outlines: (string | null)[];
}

const geometryTexts = 0;
const geometryOutlines = 1;

/** The columns with their values below each other, the geometry as the last one. */
export function columnsOf(data: TableData): Column[] {
  const below = (index: number) => data.blocks.flatMap((block) => block[index]!);
  const columns: Column[] = data.columns.map((column, index) => ({
    ...column,
    isNumber: column.type === "integer" || column.type === "real",
    cells: below(index),
    outlines: [],
  }));
  if (data.geometry) {
    const cells = below(columns.length + geometryTexts);
    const outlines = below(columns.length + geometryOutlines) as (string | null)[];
    columns.push({ name: "geometry", type: "geometry", shown: true, isNumber: false, cells, outlines });
  }
  return columns;
}

export const shortText = (cell: Cell): string => (cell === null ? "" : typeof cell === "string" ? cell : cell[0]);

export const wholeText = (cell: Cell): string => (cell === null ? "" : typeof cell === "string" ? cell : cell[1]);

/** The instant of a date as it is shown, "2020-03-30 17:02 UTC", or of a part of one, "2020-03". */
export function instant(text: string): number {
  return Date.parse(text.replace(" ", "T").replace(" UTC", "Z").replace(/T([^Z+-]*) ([+-])/, "T$1$2"));
}
