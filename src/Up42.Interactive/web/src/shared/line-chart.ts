import { element } from "./elements";
import { digitsFor, formatNumber } from "./numbers";

/** A line of a chart; where a value is NaN it is broken. */
export interface ChartLine {
  name: string;
  color: string;
  /** As of `stroke-dasharray`: lines differ by more than their colours. */
  dash?: string;
  points: [x: number, y: number][];
}

/** A mark below the chart. */
export interface ChartTick {
  at: number;
  label: string;
}

const width = 228;
const height = 96;
const below = 16;

/**
 * A small chart of lines, with the least and the greatest value, marks below, and a key where there are several lines.
 * @param now Where an upright line stands.
 */
export function lineChart(title: string, lines: ChartLine[], ticks: ChartTick[], unit = "", now?: number): HTMLElement {
  const points = lines.flatMap((line) => line.points);
  const values = points.map(([, y]) => y).filter(Number.isFinite);
  if (values.length === 0) {
    return element("figure", { className: "u42-chart" }, element("figcaption", {}, title), element("p", {}, "no data"));
  }
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const text = (value: number) => `${formatNumber(value, digitsFor(least, greatest), true)}${unit}`;
  const range = least === greatest ? text(least) : `${text(least)} to ${text(greatest)}`;
  const svg = shape("svg", { viewBox: `0 0 ${width} ${height + below}`, role: "img", "aria-label": `${title}: ${range}` });
  const [first, last] = [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))];
  const across = (x: number) => 4 + (last > first ? (x - first) / (last - first) : 0.5) * (width - 8);
  const down = (y: number) => 5 + (greatest > least ? (greatest - y) / (greatest - least) : 0.5) * (height - 10);
  svg.append(shape("path", { class: "u42-chart-frame", d: `M0 ${height}H${width}` }));
  for (const { at, label } of ticks) {
    const anchor = across(at) < 24 ? "start" : across(at) > width - 24 ? "end" : "middle";
    const mark = shape("text", { x: anchor === "start" ? 0 : anchor === "end" ? width : across(at), y: height + below - 3, "text-anchor": anchor });
    mark.textContent = label;
    svg.append(shape("path", { class: "u42-chart-frame", d: `M${across(at)} ${height}v3` }), mark);
  }
  if (now !== undefined) {
    svg.append(shape("path", { class: "u42-chart-now", d: `M${across(now)} 0V${height}` }));
  }
  for (const line of lines) {
    svg.append(shape("path", { class: "u42-chart-line", d: path(line.points, across, down), stroke: line.color, "stroke-dasharray": line.dash ?? "none" }));
    if (line.points.length <= 40) {
      line.points.filter(([, y]) => Number.isFinite(y))
        .forEach(([x, y]) => svg.append(shape("circle", { cx: across(x), cy: down(y), r: 2.2, fill: line.color })));
    }
  }
  const key = lines.length > 1 ? [element("div", { className: "u42-chart-key" }, ...lines.map(keyOf))] : [];
  return element("figure", { className: "u42-chart" }, element("figcaption", {}, title, element("span", {}, range)), svg, ...key);
}

function path(points: [number, number][], across: (x: number) => number, down: (y: number) => number): string {
  let isOn = false;
  return points.map(([x, y]) => {
    const command = !Number.isFinite(y) ? "" : `${isOn ? "L" : "M"}${across(x).toFixed(1)} ${down(y).toFixed(1)}`;
    isOn = Number.isFinite(y);
    return command;
  }).join("");
}

function keyOf({ name, color, dash }: ChartLine): HTMLElement {
  const swatch = shape("svg", { viewBox: "0 0 18 8", width: 18, height: 8, "aria-hidden": "true" });
  swatch.append(shape("path", { class: "u42-chart-line", d: "M0 4H18", stroke: color, "stroke-dasharray": dash ?? "none" }));
  return element("span", {}, swatch, name);
}

function shape(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  Object.entries(attributes).forEach(([attribute, value]) => made.setAttribute(attribute, String(value)));
  return made;
}
