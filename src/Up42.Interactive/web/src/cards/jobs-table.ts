import { element, searchBox } from "../shared/elements";

export interface JobCellData {
  text: string;
  key?: number;
  color?: string;
  mark?: string;
  code?: boolean;
}

export interface JobsTableData {
  caption: string;
  totals: string;
  columns: JobColumnData[];
  rows: JobCellData[][];
}

export interface JobColumnData {
  name: string;
  right: boolean;
}

/** The jobs in the order of a column: its head is a button, a second press turns the order round. */
export function jobsTable(jobs: JobsTableData): HTMLElement {
  const body = element("tbody");
  const lines = jobs.rows.map((cells) => ({ cells, row: row(cells, jobs), text: cells.map((cell) => cell.text).join("\n").toLowerCase() }));
  const status = element("p", { className: "u42-count", role: "status" });
  const heads = jobs.columns.map((column, index) => {
    const button = element("button", { type: "button" }, column.name, element("span", { ariaHidden: "true" }));
    const head = element("th", { scope: "col", align: column.right ? "right" : "", ariaSort: "none" }, button);
    button.addEventListener("click", () => {
      const descending = head.ariaSort === "ascending";
      heads.forEach((other) => (other.ariaSort = "none"));
      head.ariaSort = descending ? "descending" : "ascending";
      lines.sort((a, b) => compare(a.cells[index]!, b.cells[index]!, descending ? -1 : 1));
      body.append(...lines.map((line) => line.row));
    });
    return head;
  });
  body.append(...lines.map((line) => line.row));
  const search = searchBox("", (typed) => {
    const text = typed.trim().toLowerCase();
    lines.forEach((line) => (line.row.hidden = !line.text.includes(text)));
    const found = lines.filter((line) => !line.row.hidden).length;
    status.textContent = text === "" ? "" : `${found} of ${lines.length} jobs`;
  });
  const foot = element("tfoot", {}, element("tr", {}, element("td", { colSpan: jobs.columns.length }, jobs.totals)));
  const table = element("table", {}, element("caption", {}, jobs.caption), element("thead", {}, element("tr", {}, ...heads)), body, foot);
  const scroller = element("div", { className: "u42-scroll", tabIndex: 0, role: "region", ariaLabel: "Jobs" }, table);
  return element("div", { className: "u42-cards" }, element("div", { className: "u42-tools" }, search, status), scroller);
}

function row(cells: JobCellData[], jobs: JobsTableData): HTMLTableRowElement {
  return element("tr", {}, ...cells.map((cell, index) => {
    const made = element(index === 0 ? "th" : "td", index === 0 ? { scope: "row" } : { align: jobs.columns[index]!.right ? "right" : "" });
    made.classList.toggle("u42-n", cell.key !== undefined);
    made.append(cell.color ? badge(cell.color, cell.mark ?? "", cell.text) : cell.code ? element("code", {}, cell.text) : cell.text);
    return made;
  }));
}

export function badge(color: string, mark: string, text: string): HTMLElement {
  const made = element("b", { className: "u42-badge" }, element("span", { ariaHidden: "true" }, mark), ` ${text}`);
  made.style.backgroundColor = color;
  return made;
}

/** Missing values last, either way. */
function compare(a: JobCellData, b: JobCellData, sign: number): number {
  if (a.text === "" || b.text === "") {
    return Number(a.text === "") - Number(b.text === "");
  }
  return sign * (a.key !== undefined && b.key !== undefined ? a.key - b.key : a.text.localeCompare(b.text, "en", { numeric: true }));
}
