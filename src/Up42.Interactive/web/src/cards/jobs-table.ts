import { element, heightOf, searchBox } from "../shared/elements";
import { parseSearch } from "../shared/search";
import { searchHints } from "../shared/search-hints";
import type { Field, Kind } from "../shared/search-values";

export interface JobCellData {
  text: string;
  key?: number;
  color?: string;
  mark?: string;
  code?: boolean;
}

export interface JobsTableData {
  caption: string;
  noun: string;
  example: string;
  totals: string;
  columns: JobColumnData[];
  rows: JobCellData[][];
}

export interface JobColumnData {
  name: string;
  right: boolean;
  kind: string;
}

/**
 * The jobs in the order of a column: its head is a button, a second press turns the order round. Who shows them besides hears which are
 * searched for.
 */
export function jobsTable(jobs: JobsTableData, filtered: (isShown: (row: number) => boolean) => void = () => {}): HTMLElement {
  const body = element("tbody");
  const lines = jobs.rows.map((cells) => ({ cells, row: row(cells, jobs) }));
  const fields = jobs.columns.map((column, index): Field => ({
    name: column.name,
    kind: column.kind as Kind,
    isSearched: true,
    text: (row) => jobs.rows[row]![index]!.text.toLowerCase(),
    key: (row) => keyOf(jobs.rows[row]![index]!),
  }));
  const status = element("p", { className: "u42-count", role: "status" });
  let [found, order] = ["", ""];
  const say = () => (status.textContent = found === "" && order === "" ? "" : `${found === "" ? `${jobs.rows.length} ${jobs.noun}` : found}${order}`);
  const heads = jobs.columns.map((column, index) => {
    const button = element("button", { type: "button" }, column.name, element("span", { ariaHidden: "true" }));
    const head = element("th", { scope: "col", align: column.right ? "right" : "", ariaSort: "none" }, button);
    button.addEventListener("click", () => {
      const descending = head.ariaSort === "ascending";
      heads.forEach((other) => (other.ariaSort = "none"));
      head.ariaSort = descending ? "descending" : "ascending";
      order = `, sorted by ${column.name}, ${head.ariaSort}`;
      say();
      lines.sort((a, b) => compare(a.cells[index]!, b.cells[index]!, descending ? -1 : 1));
      body.append(...lines.map((line) => line.row));
    });
    return head;
  });
  body.append(...lines.map((line) => line.row));
  const rows = lines.map((line) => line.row);
  const box = searchBox(jobs.example, (typed) => {
    const search = parseSearch(typed, fields);
    rows.forEach((row, index) => (row.hidden = !search.meets(index)));
    filtered((row) => !rows[row]!.hidden);
    found = typed.trim() === "" ? "" : `${rows.filter((row) => !row.hidden).length} of ${rows.length} ${jobs.noun}`;
    say();
    hints.show(search.hints);
  });
  const hints = searchHints(box.querySelector("input")!);
  const foot = element("tfoot", {}, element("tr", {}, element("td", { colSpan: jobs.columns.length }, jobs.totals)));
  const table = element("table", {}, element("caption", {}, jobs.caption), element("thead", {}, element("tr", {}, ...heads)), body, foot);
  const scroller = element("div", { className: "u42-scroll", tabIndex: 0, role: "region", ariaLabel: jobs.noun[0]!.toUpperCase() + jobs.noun.slice(1) }, table);
  window.u42Height = () => heightOf(scroller, table);
  return element("div", { className: "u42-cards u42-jobs" }, element("div", { className: "u42-tools" }, box, status), hints.line, scroller);
}

function row(cells: JobCellData[], jobs: JobsTableData): HTMLTableRowElement {
  return element("tr", {}, ...cells.map((cell, index) => {
    const made = element(index === 0 ? "th" : "td", index === 0 ? { scope: "row" } : { align: jobs.columns[index]!.right ? "right" : "" });
    made.title = cell.text.length > 30 ? cell.text : "";
    made.append(cell.color ? badge(cell.color, cell.mark ?? "", cell.text) : cell.code ? element("code", {}, cell.text) : cell.text);
    return made;
  }));
}

export function badge(color: string, mark: string, text: string): HTMLElement {
  const made = element("b", { className: "u42-badge" }, element("span", { ariaHidden: "true" }, mark), ` ${text}`);
  made.style.backgroundColor = color;
  return made;
}

const keyOf = (cell: JobCellData) => cell.key ?? (cell.text === "" ? null : cell.text.toLowerCase());

/** Missing values last, either way. */
function compare(a: JobCellData, b: JobCellData, sign: number): number {
  if (a.text === "" || b.text === "") {
    return Number(a.text === "") - Number(b.text === "");
  }
  return sign * (a.key !== undefined && b.key !== undefined ? a.key - b.key : a.text.localeCompare(b.text, "en", { numeric: true }));
}
