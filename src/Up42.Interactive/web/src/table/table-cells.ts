import { element } from "../shared/elements";
import { type Cell, type Column, shortText, wholeText } from "./table-data";

const svg = "http://www.w3.org/2000/svg";

/** The cells of a column in a row: a shape has one of its own. All that comes from the data becomes text, but https addresses and outlines. */
export function cellsOf(column: Column, row: number, words: string[]): HTMLTableCellElement[] {
  const cell = document.createElement("td");
  const value = column.cells[row]!;
  if (column.isNumber) {
    cell.align = "right";
  } else {
    cell.className = column.aside ? "u42-n u42-k" : shortText(value).length > 40 ? "u42-t" : "u42-n";
  }
  cell.append(...content(column, value, words));
  if (!column.outlines) {
    return [cell];
  }
  const shape = document.createElement("td");
  const outline = column.outlines[row];
  if (outline) {
    shape.append(drawing(outline, "-1 -1 26 26"));
  }
  return [shape, cell];
}

/** A drawing of one path; nothing but a path's letters and numbers is one. */
export function drawing(path: string, viewBox: string): SVGElement {
  const picture = document.createElementNS(svg, "svg");
  picture.setAttribute("viewBox", viewBox);
  picture.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS(svg, "path");
  shape.setAttribute("d", /^[MHVhvlaz\d .-]+$/.test(path) ? path : "");
  if (!path.includes("z")) {
    shape.style.fill = "none";
  }
  picture.append(shape);
  return picture;
}

function content(column: Column, value: Cell, words: string[]): Node[] {
  if (value === null) {
    return [document.createTextNode("–")];
  }
  const [short, whole] = [shortText(value), wholeText(value)];
  if (column.id && short[8] === "…") {
    const copy = element("button", { type: "button", className: "u42-id", title: `Copy ${whole}`, ariaLabel: `Copy ${whole}` }, ...marked(short, words));
    copy.dataset.copy = whole;
    return [copy];
  }
  if (isAddress(whole)) {
    const link = document.createElement("a");
    link.href = whole;
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    link.append(...marked(short, words));
    return [link];
  }
  const text = (content: string) => (column.type === "list" || column.type === "object" ? [codeOf(content, words)] : marked(content, words));
  if (typeof value === "string") {
    return text(value);
  }
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  summary.append(...marked(short, words));
  details.append(summary, ...text(whole));
  return [details];
}

function isAddress(text: string): boolean {
  return /^https:\/\/[^\s…]+$/i.test(text) && text.length <= 1000 && URL.canParse(text);
}

function codeOf(text: string, words: string[]): HTMLElement {
  const code = document.createElement("code");
  code.append(...marked(text, words));
  return code;
}

/** The text with the words that were searched for marked. */
function marked(text: string, words: string[]): Node[] {
  const lower = text.toLowerCase();
  if (words.length === 0 || lower.length !== text.length) {
    return [document.createTextNode(text)];
  }
  const nodes: Node[] = [];
  for (let at = 0; at < text.length; ) {
    const found = words.map((word) => ({ start: lower.indexOf(word, at), length: word.length })).filter(({ start }) => start >= 0);
    const next = found.sort((a, b) => a.start - b.start || b.length - a.length)[0];
    nodes.push(document.createTextNode(text.slice(at, next?.start)));
    if (!next) {
      break;
    }
    const mark = document.createElement("mark");
    mark.textContent = text.slice(next.start, next.start + next.length);
    nodes.push(mark);
    at = next.start + next.length;
  }
  return nodes;
}
