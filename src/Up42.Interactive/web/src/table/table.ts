import "./table.css";
import { formatCount } from "../shared/numbers";
import { parseSearch } from "../shared/search";
import { searchHints } from "../shared/search-hints";
import { cellOf } from "./table-cells";
import { element, searchBox } from "../shared/elements";
import { columnChoice, pager, pageSize } from "./table-controls";
import { type Column, columnsOf, type TablePageData } from "./table-data";
import { fieldsOf } from "./table-fields";
import { sorted } from "./table-sort";

const sizes = [10, 25, 50, 100];

window.u42Start = (data: TablePageData) => {
  const columns = columnsOf(data);
  const all = Array.from({ length: data.rows }, (_, row) => row);
  const state = { text: "", sort: null as Column | null, descending: false, page: 0, size: sizes[0]!, focus: 0 };
  let search = parseSearch("", []);
  let rows = all;

  const status = element("p", { className: "u42-count", role: "status" });
  const head = element("tr");
  const body = element("tbody");
  const table = element("table", {}, element("caption", {}, data.caption), element("thead", {}, head), body);
  const scroll = element("div", { className: "u42-scroll", tabIndex: 0, role: "region", ariaLabel: "Rows" }, table);
  const pages = pager((page) => {
    state.page = page;
    showRows();
    scroll.scrollTop = 0;
  });

  function find(): void {
    search = parseSearch(state.text, fieldsOf(columns));
    const met = state.text.trim() === "" ? all : all.filter(search.meets);
    rows = state.sort ? sorted(met, state.sort, state.descending) : met;
    state.page = 0;
    showRows();
    status.textContent = said();
    hints.show(search.hints);
  }

  function said(): string {
    const here = data.rows < data.count ? `the first ${formatCount(data.rows)}` : formatCount(data.rows);
    const all = data.rows < data.count ? `The first ${formatCount(data.rows)} of ${formatCount(data.count)} rows` : `${here} rows`;
    const found = state.text.trim() !== "" ? `${formatCount(rows.length)} of ${here} rows match` : all;
    const order = state.sort ? `, sorted by ${state.sort.name}, ${state.descending ? "descending" : "ascending"}` : "";
    return `${found}${order}`;
  }

  function sortBy(column: Column): void {
    [state.sort, state.descending] = state.sort !== column ? [column, false] : state.descending ? [null, false] : [column, true];
    showHead();
    find();
  }

  function showHead(): void {
    const shown = columns.filter((column) => column.shown);
    const hadFocus = head.contains(document.activeElement);
    const heads = shown.map((column, index) => {
      const tabIndex = index === Math.min(state.focus, shown.length - 1) ? 0 : -1;
      const button = element("button", { type: "button", tabIndex, title: `${column.type}; sort` }, column.name);
      button.addEventListener("click", () => {
        state.focus = index;
        sortBy(column);
      });
      const cell = element("th", { scope: "col", ariaSort: state.sort !== column ? "none" : state.descending ? "descending" : "ascending" }, button);
      cell.align = column.isNumber ? "right" : "";
      return cell;
    });
    const row = element("th", { scope: "col" }, "row");
    row.align = "right";
    head.replaceChildren(row, ...(hasPictures ? [element("th", { scope: "col" }, "quicklook")] : []), ...heads);
    if (hadFocus) {
      head.querySelector<HTMLButtonElement>("button[tabindex='0']")?.focus();
    }
  }

  function showRows(): void {
    const shown = columns.filter((column) => column.shown);
    const count = Math.max(1, Math.ceil(rows.length / state.size));
    state.page = Math.max(0, Math.min(state.page, count - 1));
    const from = state.page * state.size;
    body.replaceChildren(...rows.slice(from, from + state.size).map((row) => rowOf(row, shown)));
    if (rows.length === 0) {
      body.append(element("tr", {}, element("td", { colSpan: shown.length + 2 }, "No row matches. A search is words, or a condition like cloudCoverage<10.")));
    }
    pages.show(state.page, count);
  }

  function rowOf(row: number, shown: Column[]): HTMLTableRowElement {
    const name = element("th", { scope: "row" }, String(row));
    name.align = "right";
    const picture = data.pictures[row];
    const quicklook = picture?.startsWith("data:image/") ? [element("img", { src: picture, alt: `Quicklook of row ${row}` })] : [];
    return element("tr", {}, name, ...(hasPictures ? [element("td", {}, ...quicklook)] : []), ...shown.map((column) => cellOf(column, row, search.words)));
  }

  /** The heads are one stop of the Tab key; arrows, Home and End move between them. */
  head.addEventListener("keydown", (event) => {
    const buttons = [...head.querySelectorAll("button")];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const to = ({ ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 } as Record<string, number>)[event.key];
    if (at >= 0 && to !== undefined && buttons[to]) {
      event.preventDefault();
      buttons[at]!.tabIndex = -1;
      buttons[to].tabIndex = 0;
      state.focus = to;
      buttons[to].focus();
    }
  });

  const hasPictures = Object.keys(data.pictures).length > 0;
  const number = columns.find((column) => column.isNumber);
  const example = `words${number ? `, or ${number.name}>${Math.round(Number(number.cells.find((cell) => cell !== null) ?? 0))}` : ""}`;
  const box = searchBox(example, (text) => {
    state.text = text;
    find();
  });
  const hints = searchHints(box.querySelector("input")!);
  const bar = element(
    "div",
    { className: "u42-bar" },
    box,
    columnChoice(columns, () => {
      showHead();
      find();
    }),
    pageSize(sizes, (size) => {
      state.page = Math.floor((state.page * state.size) / size);
      state.size = size;
      showRows();
    }),
  );
  const left = data.columnCount - data.columns.length;
  const notes = data.rows < data.count || left > 0 ? [restOf(data, left), ...data.remarks] : data.remarks;
  const rest = notes.map((note) => element("p", { className: "u42-rest" }, note));
  const foot = element("div", { className: "u42-foot" }, pages.bar, ...rest);
  document.querySelector("main")!.append(element("div", { className: "u42-table" }, bar, hints.line, status, scroll, foot));
  showHead();
  find();
};

function restOf(data: TablePageData, columns: number): string {
  const rows = data.rows < data.count
    ? `${formatCount(data.count - data.rows)} more rows are not in this view; in code, Where, SortBy and Tail show them.`
    : "";
  return `${rows}${columns > 0 ? ` ${formatCount(columns)} more columns are not in it; SelectColumns shows them.` : ""}`.trim();
}
