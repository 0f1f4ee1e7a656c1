import { button, element, icon } from "../shared/elements";
import "./layer-order.css";

interface Ordered {
  name: string;
  layer: { bringToFront(): unknown };
}

/** The order of the layers, which is that of their rows, the topmost first: rows are dragged in their group, or moved by Alt and an arrow key. */
export class LayerOrder {
  /** What was moved where. */
  readonly status = element("span", { className: "u42-said" });
  private readonly layers = new Map<HTMLElement, Ordered>();
  /** What was brought before the layers of all groups. */
  private top: HTMLElement | undefined;
  private isAsked = false;

  constructor() {
    this.status.setAttribute("role", "status");
  }

  /** Takes a row in; gives the handle that it is dragged by. */
  add(row: HTMLElement, ordered: Ordered): HTMLButtonElement {
    this.layers.set(row, ordered);
    const grip = button(icon("M7 5h.01M7 10h.01M7 15h.01M13 5h.01M13 10h.01M13 15h.01", 14), `Move ${ordered.name}: drag, or Alt and an arrow key`, () => {});
    grip.classList.add("u42-grip");
    grip.addEventListener("pointerdown", (event) => this.drag(event, grip, row));
    row.addEventListener("keydown", (event) => this.press(event, row));
    return grip;
  }

  /** Moves a row to the top of its group, and its layer before those of all groups. */
  toFront(row: HTMLElement): void {
    place(row, rowsOf(row)[0]!);
    this.moved(row, row);
  }

  /** Puts the layers in the order of their rows once all that changes now has changed: one that is shown again would come on top. */
  apply(): void {
    if (!this.isAsked) {
      this.isAsked = true;
      queueMicrotask(() => {
        this.isAsked = false;
        const rows = [...this.layers.keys()].sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? 1 : -1));
        [...rows, ...(this.top ? [this.top] : [])].forEach((row) => this.layers.get(row)!.layer.bringToFront());
      });
    }
  }

  private press(event: KeyboardEvent, row: HTMLElement): void {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.altKey && step !== undefined) {
      event.preventDefault();
      const rows = rowsOf(row).filter(({ hidden }) => !hidden);
      place(row, rows[rows.indexOf(row) + step] ?? row);
      this.moved(row);
    }
  }

  private drag(down: PointerEvent, grip: HTMLElement, row: HTMLElement): void {
    if (down.button !== 0) {
      return;
    }
    down.preventDefault();
    grip.focus();
    row.classList.add("u42-dragged");
    const before = rowsOf(row).indexOf(row);
    const ended = new AbortController();
    const drop = () => {
      ended.abort();
      row.classList.remove("u42-dragged");
      if (rowsOf(row).indexOf(row) !== before) {
        this.moved(row);
      }
    };
    document.addEventListener("pointermove", ({ clientY }) => follow(row, clientY), { signal: ended.signal });
    ["pointerup", "pointercancel"].forEach((end) => document.addEventListener(end, drop, { signal: ended.signal }));
  }

  private moved(row: HTMLElement, top?: HTMLElement): void {
    this.top = top;
    this.apply();
    const rows = rowsOf(row);
    this.status.textContent = `${this.layers.get(row)!.name} is layer ${rows.indexOf(row) + 1} of ${rows.length} from the top.`;
  }
}

const rowsOf = (row: HTMLElement): HTMLElement[] => [...row.parentElement!.querySelectorAll<HTMLElement>(".u42-layer")];

/** Puts a row where another one is. What lies between is moved, not the row itself, which keeps the focus and the finger on it. */
function place(row: HTMLElement, other: HTMLElement): void {
  const rows = rowsOf(row);
  const [from, to] = [rows.indexOf(row), rows.indexOf(other)];
  row.before(...rows.slice(from + 1, to + 1));
  row.after(...rows.slice(to, Math.max(to, from)));
}

/** Puts a row where the pointer has passed the middle of another one. */
function follow(row: HTMLElement, y: number): void {
  const rows = rowsOf(row).filter(({ hidden }) => !hidden);
  const middle = (each: HTMLElement) => (each.getBoundingClientRect().top + each.getBoundingClientRect().bottom) / 2;
  const above = rows.slice(0, rows.indexOf(row)).find((each) => y < middle(each));
  const below = rows.slice(rows.indexOf(row) + 1).reverse().find((each) => y > middle(each));
  place(row, above ?? below ?? row);
}
