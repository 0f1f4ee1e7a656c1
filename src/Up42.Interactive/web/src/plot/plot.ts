import "./plot.css";
import { element } from "../shared/elements";
import { PixelValues } from "../shared/pixel-values";
import { onThemeChange } from "../shared/theme";
import { ColorBar, type PlotBarData } from "./color-bar";
import { PixelReadout, type PlotValuesData } from "./pixel-readout";
import { theme } from "./plot-theme";
import type { Plotly } from "./plotly";

declare const Plotly: Plotly;

/** What a plot page is given: figures by Plotly.NET, each with the picture of the static part that it shows. */
export interface PlotPageData {
  columns: number;
  height: number;
  panels: PlotPanelData[];
  /** What the colours of all panels mean; none where each has its own. */
  bar?: PlotBarData;
}

export interface PlotPanelData {
  /** Plotly's figure; none where the static part is all there is. */
  figure?: Figure;
  picture?: number;
  columns: number;
  aspect?: number;
  values?: PlotValuesData;
  bar?: PlotBarData;
}

interface Figure {
  data: object[];
  layout: Layout;
}

interface Picture {
  source: string;
  x: number;
  y: number;
  sizex: number;
  sizey: number;
}

interface Layout {
  width?: number;
  height?: number;
  images?: Picture[];
  margin: { l: number; r: number; t: number; b: number };
  xaxis?: { title?: { text: string } };
  [name: string]: unknown;
}

const config = {
  displaylogo: false,
  responsive: false,
  displayModeBar: "hover",
  modeBarButtonsToRemove: ["lasso2d", "select2d", "autoScale2d"],
  doubleClick: "reset",
  toImageButtonOptions: { scale: 2 },
};

/** The usual width of a character of an axis title; where the whole has no room, its first part stands, and the caption has the rest. */
const titleCharacter = 6.2;

window.u42Start = async (data: PlotPageData) => {
  const grid = document.createElement("div");
  grid.className = "u42-grid";
  grid.style.setProperty("--u42-columns", String(data.columns));
  const main = document.querySelector("main")!;
  const pictures = element("div", { className: "u42-pictures" }, grid);
  main.append(pictures);
  const painters: Painter[] = [];
  if (data.bar) {
    const bar = new ColorBar(data.bar, (...ends) => painters.forEach((paint) => paint(...ends)));
    const side = element("div", { className: "u42-side-bar" }, bar.root);
    pictures.append(side);
    bar.place(0, 0, side.clientHeight);
  }
  const shared = document.querySelector(".u42-static .u42-shared .u42-note");
  if (shared) {
    main.append(element("p", { className: "u42-shared" }, shared.cloneNode(true)));
  }
  const rows = Math.ceil(data.panels.length / data.columns);
  await Promise.all(
    data.panels.map(async (panel, index) => {
      const painter = await show(grid, panel, index, data.height / rows);
      if (painter && data.bar) {
        painters.push(painter(data.bar));
      }
    }),
  );
  window.u42Height = () => main.offsetHeight;
};

/** Paints a picture anew between two ends, with the colours between them. */
type Painter = (minimum: number, maximum: number, colors: Uint32Array) => void;

/** Shows a panel; how its picture is painted anew where its values are at hand. */
async function show(grid: HTMLElement, panel: PlotPanelData, index: number, height: number): Promise<((bar: PlotBarData) => Painter) | undefined> {
  const cell = document.createElement("figure");
  const answer = document.querySelectorAll(".u42-static figure")[index];
  if (panel.figure === undefined) {
    cell.className = "u42-not-shown";
    cell.append(...(answer?.cloneNode(true) as Element).children);
    grid.append(cell);
    return undefined;
  }
  const plot = document.createElement("div");
  const named = answer?.querySelector<HTMLElement>("figcaption strong, caption");
  const name = named?.textContent;
  if (name) {
    const heading = document.createElement("strong");
    heading.textContent = name;
    heading.title = named!.title;
    const top = document.createElement("div");
    top.className = "u42-heading";
    top.style.paddingLeft = `${panel.figure.layout.margin.l}px`;
    top.append(heading);
    cell.append(top);
  }
  cell.append(plot);
  const said = answer ? [...answer.querySelectorAll("table.u42-classes, .u42-note")] : [];
  if (said.length > 0) {
    const caption = document.createElement("figcaption");
    caption.style.paddingLeft = `${panel.figure.layout.margin.l}px`;
    caption.append(...said.map((part) => part.cloneNode(true)));
    cell.append(caption);
  }
  const table = answer?.querySelector("table:not(.u42-classes)");
  if (table) {
    cell.append(foldedTable(table.cloneNode(true), panel.figure.layout.margin.l));
  }
  grid.append(cell);

  const { layout } = panel.figure;
  const picture = panel.picture === undefined ? null : document.querySelectorAll<HTMLImageElement>(".u42-static figure > img")[panel.picture];
  if (picture && layout.images) {
    layout.images[0]!.source = picture.src;
    plot.setAttribute("role", "img");
    plot.setAttribute("aria-label", picture.alt);
  }
  const { width, height: down } = size(cell, panel, height);
  await Plotly.newPlot(plot, panel.figure.data, { ...layout, width: Number(width), height: Number(down) }, config);
  await Plotly.relayout(plot, { ...theme(), ...size(cell, panel, height) });
  let unpacked: Promise<PixelValues> | undefined;
  const values = () => (unpacked ??= PixelValues.unpack(panel.values!.pixels));
  if (panel.values) {
    new PixelReadout(plot, panel.values, values, picture?.alt ?? "");
  }
  if (panel.bar) {
    showBar(plot, panel.bar, painter(plot, panel, panel.bar, values));
  }
  const showPixels = () => plot.classList.toggle("u42-pixels", magnified(plot, panel));
  showPixels();
  plot.on("plotly_relayout", showPixels);
  onThemeChange(() => void Plotly.relayout(plot, theme()));
  let shown = cell.clientWidth;
  new ResizeObserver(() => {
    if (cell.clientWidth > 0 && cell.clientWidth !== shown) {
      shown = cell.clientWidth;
      void Plotly.relayout(plot, size(cell, panel, height));
    }
  }).observe(cell);
  return panel.values && ((bar) => painter(plot, panel, bar, values));
}

/** The answer's table below its chart, for those who would rather read or copy values than see them. */
function foldedTable(table: Node, left: number): HTMLElement {
  const scrolled = element("div", { tabIndex: 0 }, table);
  const folded = element("details", { className: "u42-as-table" }, element("summary", {}, "Show as table"), scrolled);
  folded.style.paddingLeft = `${left}px`;
  return folded;
}

/** Paints from the values under the pointer, one picture at a time. */
function painter(plot: HTMLElement, panel: PlotPanelData, data: PlotBarData, values: () => Promise<PixelValues>): Painter {
  const first = { ...panel.figure!.layout.images![0]! };
  let wanted: [number, number, Uint32Array] | undefined;
  let isPainting = false;
  const paint = async () => {
    isPainting = true;
    for (let next = wanted; next; next = wanted) {
      wanted = undefined;
      const [minimum, maximum, colors] = next;
      const isFirst = minimum === data.minimum && maximum === data.maximum;
      const picture = isFirst ? first : { ...first, ...repainted(panel.values!, (await values()).paint(minimum, maximum, colors)) };
      await Plotly.relayout(plot, { images: [picture] });
    }
    isPainting = false;
  };
  return (...ends) => {
    wanted = ends;
    if (!isPainting) {
      void paint();
    }
  };
}

/** The colour bar right of the axes. */
function showBar(plot: HTMLElement, data: PlotBarData, paint: Painter): void {
  const bar = new ColorBar(data, paint);
  plot.append(bar.root);
  const place = () => {
    const { xaxis, yaxis } = plot._fullLayout!;
    bar.place(xaxis._offset + xaxis._length + 12, yaxis._offset, yaxis._length);
  };
  place();
  plot.on("plotly_relayout", place);
}

/** A picture of all values, where they stand. */
function repainted({ left, right, top, bottom }: PlotValuesData, pixels: ImageData): Picture {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [pixels.width, pixels.height];
  canvas.getContext("2d")!.putImageData(pixels, 0, 0);
  return { source: canvas.toDataURL(), x: left, y: top, sizex: Math.abs(right - left), sizey: Math.abs(top - bottom) };
}

/** The largest size that keeps the picture's aspect in the cell's width and the panel's height. */
function size(cell: HTMLElement, panel: PlotPanelData, height: number): Record<string, number | string> {
  const { margin, xaxis } = panel.figure!.layout;
  const width = cell.clientWidth;
  if (panel.aspect === undefined) {
    return { width, height };
  }
  const inner = Math.min(Math.max(80, width - margin.l - margin.r), Math.max(160, height - margin.t - margin.b) * panel.aspect);
  const title = xaxis?.title?.text ?? "";
  return {
    "xaxis.title.text": title.length * titleCharacter > inner ? title.split(" · ")[0]! : title,
    width: Math.round(inner + margin.l + margin.r),
    height: Math.round(inner / panel.aspect + margin.t + margin.b),
    "xaxis.nticks": Math.max(2, Math.min(8, Math.floor(inner / 72))),
  };
}

/** Whether a pixel of the picture is so large on screen that its edges should be seen. */
function magnified(plot: HTMLElement, panel: PlotPanelData): boolean {
  const image = plot.querySelector(".layer-below image, .layer-above image, image");
  return image !== null && Number(image.getAttribute("width")) > 2 * panel.columns;
}
