import { alignNumber, formatNumber } from "../shared/numbers";
import { type PackedTextsData, type Text, unpackTexts } from "../shared/packed/packed-texts";

/** A cell: its text; its short and its whole text where it is folded or an address; null where the value is missing. */
export type Cell = string | [string, string] | null;

/** What a table page is given: see TablePageData.cs. */
export interface TablePageData {
  caption: string;
  same?: string;
  note?: string;
  count: number;
  rows: number;
  columnCount: number;
  columns: TableColumnData[];
  /** What was left out while the features were read. */
  remarks: string[];
  geometry?: GeometryColumnData;
  pictures: Record<string, string>;
  /**
   * Two lists for each column: what stands in the cells, and what unfolds. Real numbers have all their digits; a mixed column has a third list
   * for those of its numbers that are shown rounded. At last geometries in words, their outlines, the areas or lengths that belong into the
   * words, and their middles: longitude and latitude.
   */
  cells: PackedTextsData[];
}

export interface TableColumnData {
  name: string;
  type: string;
  shown: boolean;
  decimals?: number;
  id?: boolean;
  aside?: boolean;
  about?: string;
  bars?: string;
  range?: string;
}

export interface GeometryColumnData {
  place: number;
  about: string;
  unit?: string;
  decimals: number;
  shapes: boolean;
}

export interface Column extends TableColumnData {
  isNumber: boolean;
  cells: Cell[];
  /** What is sorted and searched by, where it is not what is shown; of geometries their sizes with units. */
  values: Text[];
  /** Of geometries with shapes: what their outlines are drawn from. */
  outlines?: Text[];
  /** Of geometries: their middles, longitude and latitude. */
  places?: Text[];
  /** Of geometries: the unit of all sizes. */
  unit?: string;
}

/** The columns with their values below each other, the geometry as the second one that is shown. */
export function columnsOf(data: TablePageData): Column[] {
  const texts: Text[][] = [];
  for (const packed of data.cells) {
    texts.push(unpackTexts(packed, data.rows, texts));
  }
  let index = 0;
  const next = () => texts[index++]!;
  const columns = data.columns.map((column): Column => {
    const [texts, unfolded] = [next(), next()];
    const [isReal, isNumber] = [column.type === "real", column.type === "integer" || column.type === "real"];
    const shown = isReal ? texts.map((text) => text && alignNumber(Number(text), column.decimals ?? 0)) : texts;
    const cells = shown.map((short, row): Cell => {
      const id = column.id && short !== null ? shortId(short) : short;
      const whole = id !== short ? short : unfolded[row];
      return short === null ? null : whole == null ? short : [id!, whole];
    });
    return { ...column, isNumber, cells, values: isReal ? texts : column.type === "mixed" ? next() : [] };
  });
  if (data.geometry) {
    const column = geometryColumn(data.geometry, next(), next(), next(), next());
    const before = columns.filter((other) => other.shown)[data.geometry.place - 1];
    columns.splice(before ? columns.indexOf(before) + 1 : 0, 0, column);
  }
  return columns;
}

function geometryColumn(
  { about, unit, decimals, shapes }: GeometryColumnData, words: Text[], outlines: Text[], sizes: Text[], places: Text[],
): Column {
  const shownSize = (size: string) => (unit ? alignNumber(Number(size), decimals) : formatNumber(Number(size), 3, true));
  const cells = words.map((text, row) => text && text.replace("#", () => shownSize(sizes[row] ?? "")));
  const values = words.map((text, row) => (text && sizes[row] ? `${sizes[row]} ${unit ?? /\S+$/.exec(text)?.[0]}` : null));
  return {
    name: "geometry", type: "geometry", shown: true, about, isNumber: unit !== undefined, cells, values, places, unit, ...(shapes && { outlines }),
  };
}

/** As ColumnLayout.cs shortens them. */
const shortId = (text: string): string => text.replace(/^([0-9A-Fa-f]{8})[0-9A-Fa-f-]{12,60}([._/][A-Za-z0-9._-]{0,12})?$/, "$1…$2");

export const shortText = (cell: Cell): string => (cell === null ? "" : typeof cell === "string" ? cell : cell[0]);

export const wholeText = (cell: Cell): string => (cell === null ? "" : typeof cell === "string" ? cell : cell[1]);
