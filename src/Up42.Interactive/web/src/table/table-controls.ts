import { element } from "../shared/elements";
import { formatCount } from "../shared/numbers";
import type { Column, TablePageData } from "./table-data";

/** A fold with a box for each column; closed by Escape and by a click elsewhere. */
export function columnChoice(columns: Column[], change: () => void): HTMLElement {
  const summary = element("summary");
  const list = element("fieldset", {}, element("legend", {}, "Columns to show"));
  const name = () => (summary.textContent = `Columns (${columns.filter((column) => column.shown).length} of ${columns.length})`);
  const boxes = columns.map((column) => {
    const box = element("input", { type: "checkbox", checked: column.shown });
    box.addEventListener("change", () => {
      column.shown = box.checked;
      name();
      change();
    });
    list.append(element("label", {}, box, ` ${column.name}`));
    return box;
  });
  const all = element("button", { type: "button" }, "All");
  all.addEventListener("click", () => {
    columns.forEach((column) => (column.shown = true));
    boxes.forEach((box) => (box.checked = true));
    name();
    change();
  });
  list.append(all);
  name();
  const fold = element("details", { className: "u42-choice" }, summary, list);
  fold.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && fold.open) {
      fold.open = false;
      summary.focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (!fold.contains(event.target as Node)) {
      fold.open = false;
    }
  });
  return fold;
}

export function pageSize(sizes: number[], change: (size: number) => void): HTMLElement {
  const select = element("select", {}, ...sizes.map((size) => element("option", { value: String(size) }, String(size))));
  select.addEventListener("change", () => change(Number(select.value)));
  return element("label", {}, element("span", {}, "Rows"), select);
}

/** First, previous, next and last; `show` says where we are. */
export function pager(go: (page: number) => void): { bar: HTMLElement; show: (page: number, pages: number) => void } {
  let [current, last] = [0, 0];
  const text = element("span", { role: "status" });
  const button = (label: string, name: string, page: () => number) => {
    const made = element("button", { type: "button", ariaLabel: name, title: name }, label);
    made.addEventListener("click", () => {
      if (made.ariaDisabled !== "true") {
        go(page());
      }
    });
    return made;
  };
  const back = [button("«", "First page", () => 0), button("‹", "Previous page", () => current - 1)];
  const on = [button("›", "Next page", () => current + 1), button("»", "Last page", () => last)];
  const bar = element("nav", { className: "u42-pages", ariaLabel: "Pages" }, ...back, text, ...on);
  const show = (page: number, pages: number) => {
    [current, last] = [page, pages - 1];
    text.textContent = `Page ${formatCount(page + 1)} of ${formatCount(pages)}`;
    back.forEach((made) => (made.ariaDisabled = String(page === 0)));
    on.forEach((made) => (made.ariaDisabled = String(page === last)));
    bar.hidden = pages < 2;
  };
  return { bar, show };
}

/** What the table has and this view has not. */
export function restOf(data: TablePageData, columns: number): string {
  const rows = data.rows < data.count
    ? `${formatCount(data.count - data.rows)} more rows are not in this view; in code, Where, SortBy and Tail show them.`
    : "";
  return `${rows}${columns > 0 ? ` ${formatCount(columns)} more columns are not in it; SelectColumns shows them.` : ""}`.trim();
}
