import { element } from "../shared/elements";
import { type JobsTableData, jobsTable } from "./jobs-table";

export interface StacItemsData {
  table: JobsTableData;
  outlines?: OutlinesData;
  pictures: number[];
}

export interface OutlinesData {
  label: string;
  width: number;
  height: number;
  graticule: string;
  paths: string[];
}

/** Items as a map, a gallery and a table that show the same of them: what is searched for, pointed at and chosen in one is so in all. */
export function itemsView(items: StacItemsData): HTMLElement {
  const [pictures, outlines] = [gallery(items.pictures), map(items.outlines)];
  const view = jobsTable(items.table, (isShown) => {
    outlines.paths.forEach((path, index) => path.classList.toggle("u42-off", !isShown(index)));
    pictures.cards.forEach((card, index) => (card.hidden = !isShown(index)));
  });
  const scroller = view.querySelector<HTMLElement>(".u42-scroll")!;
  const rows = [...scroller.querySelectorAll<HTMLTableRowElement>("tbody tr")];
  const mark = (index: number, name: string, on: boolean) =>
    [rows[index], pictures.cards.get(index), outlines.paths.get(index)].forEach((part) => part?.classList.toggle(name, on));

  let chosen = -1;
  const choose = (index: number) => {
    mark(chosen, "u42-on", false);
    pictures.cards.get(chosen)?.setAttribute("aria-pressed", "false");
    chosen = chosen === index ? -1 : index;
    mark(chosen, "u42-on", true);
    const [row, card, path] = [rows[chosen], pictures.cards.get(chosen), outlines.paths.get(chosen)];
    card?.setAttribute("aria-pressed", "true");
    path?.parentNode?.append(path);
    if (row) {
      scroller.scrollTop = row.offsetTop - scroller.clientHeight / 2;
    }
    if (card) {
      pictures.strip.scrollLeft = card.offsetLeft - pictures.strip.offsetLeft - (pictures.strip.clientWidth - card.clientWidth) / 2;
    }
  };

  rows.forEach((row, index) => {
    for (const part of [row, pictures.cards.get(index), outlines.paths.get(index)]) {
      part?.addEventListener("mouseenter", () => mark(index, "u42-near", true));
      part?.addEventListener("mouseleave", () => mark(index, "u42-near", false));
      part?.addEventListener("click", () => getSelection()?.isCollapsed !== false && choose(index));
    }
  });
  const sights = element("div", { className: "u42-sights" });
  sights.append(...(outlines.svg ? [outlines.svg] : []), ...(pictures.cards.size > 0 ? [pictures.strip] : []));
  if (sights.childElementCount > 0) {
    view.insertBefore(sights, scroller);
  }
  return view;
}

/** The pictures of the static part, in a strip. */
function gallery(places: number[]): { strip: HTMLElement; cards: Map<number, HTMLElement> } {
  const strip = element("div", { className: "u42-strip", role: "group", ariaLabel: "Pictures", tabIndex: 0 });
  const figures = [...document.querySelectorAll(".u42-static figure.u42-p")];
  const cards = new Map(places.map((place, index): [number, HTMLElement] => {
    const [picture, caption] = [figures[index]!.querySelector("img")!, figures[index]!.querySelector("figcaption")!];
    const card = element("button", { type: "button", className: "u42-shot", title: picture.alt.replace(/^Thumbnail of /, "") });
    card.setAttribute("aria-pressed", "false");
    card.append(picture, element("span", {}, ...caption.childNodes));
    return [place, card];
  }));
  strip.append(...cards.values());
  return { strip, cards };
}

function map(outlines: OutlinesData | undefined): { svg: SVGElement | null; paths: Map<number, SVGElement> } {
  const paths = new Map<number, SVGElement>();
  if (!outlines) {
    return { svg: null, paths };
  }
  const { width, height } = outlines;
  const svg = shape("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": outlines.label, class: "u42-outlines" });
  svg.append(
    shape("rect", { x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 6, class: "u42-ground" }),
    shape("path", { d: outlines.graticule, class: "u42-graticule" }));
  outlines.paths.forEach((path, index) => {
    if (path !== "") {
      paths.set(index, shape("path", { d: path, class: path.includes("L") ? "u42-area" : "u42-area u42-dot" }));
    }
  });
  svg.append(...paths.values());
  return { svg, paths };
}

function shape(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, String(value)));
  return made;
}
