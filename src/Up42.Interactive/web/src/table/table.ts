import "./table.css";
import { formatCount } from "../shared/numbers";
import { parseSearch } from "../shared/search";
import { searchHints } from "../shared/search-hints";
import { cellsOf } from "./table-cells";
import { element, heightOf, searchBox } from "../shared/elements";
import { columnChoice, pager, pageSize, restOf } from "./table-controls";
import { copyText, csv, download, tabbed } from "./table-copy";
import { type Column, columnsOf, type TablePageData } from "./table-data";
import { fieldsOf } from "./table-fields";
import { rowPlaces } from "./row-places";
import { headOf, roving } from "./table-head";
import { sorted } from "./table-sort";

const sizes = [10, 25, 50, 100];
const stops = "a, summary, button";

window.u42Start = (data: TablePageData) => {
  const columns = columnsOf(data);
  const all = Array.from({ length: data.rows }, (_, row) => row);
  const state = { text: "", sort: null as Column | null, descending: false, page: 0, size: sizes[0]!, focus: 0 };
  let search = parseSearch("", []);
  let rows = all;

  const status = element("p", { className: "u42-count", role: "status" });
  const head = element("tr");
  const body = element("tbody");
  const same = data.same ? [element("span", { className: "u42-same" }, data.same)] : [];
  const table = element("table", {}, element("caption", {}, data.caption, ...same), element("thead", {}, head), body);
  const scroll = element("div", { className: "u42-scroll", tabIndex: 0, role: "region", ariaLabel: "Rows" }, table);
  const edge = element("div", { className: "u42-edge" }, scroll);
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
      const order = state.sort !== column ? "none" : state.descending ? "descending" : "ascending";
      return headOf(column, order, index === Math.min(state.focus, shown.length - 1) ? 0 : -1, () => {
        state.focus = index;
        sortBy(column);
      });
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
    body.querySelectorAll<HTMLElement>(stops).forEach((stop, index) => (stop.tabIndex = index === 0 ? 0 : -1));
    if (rows.length === 0) {
      body.append(element("tr", {}, element("td", { colSpan: shown.length + 3 }, "No row matches. A search is words, or a condition like cloudCoverage<10.")));
    }
    pages.show(state.page, count);
    showEdge();
  }

  function rowOf(row: number, shown: Column[]): HTMLTableRowElement {
    const name = element("th", { scope: "row" }, places.stopOf(row) ?? String(row));
    name.align = "right";
    const picture = data.pictures[row];
    const quicklook = picture?.startsWith("data:image/") ? [element("img", { src: picture, alt: `Quicklook of row ${row}` })] : [];
    const cells = shown.flatMap((column) => cellsOf(column, row, search.words));
    return element("tr", {}, name, ...(hasPictures ? [element("td", {}, ...quicklook)] : []), ...cells);
  }

  /** A shadow at the side where more columns are. */
  function showEdge(): void {
    edge.classList.toggle("u42-more", scroll.scrollLeft + scroll.clientWidth < scroll.scrollWidth - 1);
  }

  scroll.addEventListener("scroll", showEdge, { passive: true });
  new ResizeObserver(showEdge).observe(scroll);
  roving(head, "button", (index) => (state.focus = index));
  roving(body, stops, () => {});
  body.addEventListener("click", async (event) => {
    const id = (event.target as Element).closest<HTMLElement>("[data-copy]")?.dataset.copy;
    if (id) {
      status.textContent = (await copyText(id)) ? `Copied ${id}` : `This host lets nothing be copied: ${id}`;
    }
  });

  const places = rowPlaces(columns.find((column) => column.places)?.places ?? [], showRows, (text) => (status.textContent = text));
  const hasPictures = Object.keys(data.pictures).length > 0;
  const number = columns.find((column) => column.isNumber && column.shown && column.type !== "geometry");
  const first = number?.values.find((value) => value) ?? number?.cells.find((cell) => cell);
  const example = `words${first ? `, or ${number!.name} < ${Math.round(Number(first))}` : ""}`;
  const box = searchBox(example, (text) => {
    state.text = text;
    find();
  });
  const hints = searchHints(box.querySelector("input")!);
  const copied = () => `${formatCount(rows.length)} rows × ${columns.filter((column) => column.shown).length} columns`;
  const copy = element("button", { type: "button", title: "Copy these rows, to paste into a spreadsheet" }, "Copy");
  copy.addEventListener("click", async () => {
    const isDone = await copyText(tabbed(columns.filter((column) => column.shown), rows));
    status.textContent = isDone ? `Copied ${copied()}` : "This host lets nothing be copied.";
  });
  const save = element("button", { type: "button", title: "Save these rows as a CSV file" }, "CSV");
  save.addEventListener("click", () => {
    download("table.csv", csv(columns.filter((column) => column.shown), rows));
    status.textContent = `Saved ${copied()} as table.csv`;
  });
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
    element("span", { className: "u42-out" }, copy, save),
  );
  const left = data.columnCount - data.columns.length;
  const notes = [...(data.note ? [data.note] : []), ...(data.rows < data.count || left > 0 ? [restOf(data, left)] : []), ...data.remarks];
  const rest = notes.map((note) => element("p", { className: "u42-rest" }, note));
  const foot = element("div", { className: "u42-foot" }, pages.bar, ...rest);
  document.querySelector("main")!.append(element("div", { className: "u42-table" }, bar, hints.line, status, edge, foot));
  window.u42Height = () => heightOf(scroll, table);
  showHead();
  find();
};
