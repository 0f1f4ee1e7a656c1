import { element } from "../shared/elements";
import { drawing } from "./table-cells";
import type { Column } from "./table-data";

/** The head of a column: its name sorts; below it what is missing and how the values lie. */
export function headOf(column: Column, order: "none" | "ascending" | "descending", tabIndex: number, sort: () => void): HTMLTableCellElement {
  const button = element("button", { type: "button", tabIndex, title: `${column.type}; sort` }, column.name);
  button.addEventListener("click", sort);
  const about = column.about ? [element("small", {}, column.about)] : [];
  const head = element("th", { scope: column.outlines ? "colgroup" : "col", colSpan: column.outlines ? 2 : 1, ariaSort: order }, button, ...about);
  head.className = column.aside ? "u42-k" : "";
  head.align = column.isNumber && !column.outlines ? "right" : "";
  if (column.bars) {
    const bars = drawing(column.bars, "0 0 64 14");
    bars.classList.add("u42-bars");
    bars.setAttribute("role", "img");
    bars.setAttribute("aria-label", column.range ?? "");
    bars.removeAttribute("aria-hidden");
    const range = document.createElementNS("http://www.w3.org/2000/svg", "title");
    range.textContent = column.range ?? "";
    bars.prepend(range);
    head.append(bars);
  }
  return head;
}

/** One stop of the Tab key for many buttons, links and folds; arrows, Home and End move between them. */
export function roving(container: HTMLElement, selector: string, moved: (index: number) => void): void {
  container.addEventListener("keydown", (event) => {
    const stops = [...container.querySelectorAll<HTMLElement>(selector)];
    const at = stops.indexOf(event.target as HTMLElement);
    const below = (step: number) => {
      const cell = stops[at]?.closest("td, th") as HTMLTableCellElement | null;
      const row = cell?.parentElement as HTMLTableRowElement | null;
      const rows = row ? [...row.parentElement!.children] : [];
      const other = row && rows[rows.indexOf(row) + step]?.children[cell!.cellIndex]?.querySelector<HTMLElement>(selector);
      return other ? stops.indexOf(other) : -1;
    };
    const targets: Record<string, () => number> = {
      ArrowRight: () => at + 1, ArrowLeft: () => at - 1, ArrowDown: () => below(1), ArrowUp: () => below(-1), Home: () => 0, End: () => stops.length - 1,
    };
    const to = at < 0 ? undefined : targets[event.key]?.();
    if (to !== undefined && stops[to]) {
      event.preventDefault();
      stops[at]!.tabIndex = -1;
      stops[to].tabIndex = 0;
      moved(to);
      stops[to].focus();
    }
  });
}
