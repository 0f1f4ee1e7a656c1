import * as L from "leaflet";
import { button, element } from "../../shared/elements";
import { lineChart, type ChartLine } from "../../shared/line-chart";
import { latitudeText, longitudeText } from "../../shared/numbers";
import type { ImageValues } from "../images/image-values";
import type { MapStepData } from "../map-page-data";

const mostPins = 6;
const colors = [
  ["var(--u42-bad)", undefined],
  ["var(--u42-good)", "6 3"],
  ["var(--u42-accent)", "2 2"],
] as const;

interface Pin {
  place: L.LatLng;
  chart: HTMLElement;
  marker: L.Marker;
}

/** The pixel at a place over time, as a chart beside the map: of the one under the pointer, and of those that were clicked. */
export class TimeChart {
  readonly root = element("section", { className: "u42-time-charts" });
  private readonly live = element("div");
  private readonly pins: Pin[] = [];
  private readonly hint = element("p", {}, "Point at a pixel to see it over time; a click, or Enter at the crosshair of keys, keeps it.");
  private step = 0;
  private numbers = 0;

  /** @param images The values of each step. */
  constructor(
    private readonly map: L.Map,
    private readonly steps: MapStepData[],
    private readonly images: ImageValues[][],
  ) {
    this.root.setAttribute("aria-label", "Values over time");
    this.root.append(this.hint, this.live);
  }

  /** Marks the date that the map shows. */
  mark(step: number): void {
    this.step = step;
    this.pins.forEach((pin) => this.draw(pin));
  }

  /** The chart of a place that the pointer is at. */
  point(place: L.LatLng | null): void {
    const chart = place && this.chart("Under the pointer", place);
    this.live.replaceChildren(...(chart ? [chart] : []));
  }

  /** Keeps the chart of a place. */
  pin(place: L.LatLng): void {
    if (!this.chart("", place)) {
      return;
    }
    this.hint.hidden = true;
    const name = String(++this.numbers);
    const marker = L.marker(place, { icon: L.divIcon({ className: "u42-pin", html: name, iconSize: [20, 20] }), interactive: false, keyboard: false });
    const pin: Pin = { place, chart: element("div", { className: "u42-pinned" }), marker: marker.addTo(this.map) };
    pin.chart.dataset.name = name;
    this.pins.push(pin);
    this.root.append(pin.chart);
    this.draw(pin);
    if (this.pins.length > mostPins) {
      this.remove(this.pins[0]!);
    }
  }

  private draw(pin: Pin): void {
    const { lat, lng } = pin.place.wrap();
    const name = pin.chart.dataset.name!;
    const chart = this.chart(`${name}: ${latitudeText(lat)}, ${longitudeText(lng)}`, pin.place);
    pin.chart.replaceChildren(chart!, button("Remove", `Remove chart ${name}`, () => this.remove(pin)));
  }

  private remove(pin: Pin): void {
    pin.marker.remove();
    pin.chart.remove();
    this.pins.splice(this.pins.indexOf(pin), 1);
  }

  private chart(title: string, place: L.LatLng): HTMLElement | null {
    const isDated = this.steps.every(({ time }) => time !== undefined);
    const across = (step: number) => (isDated ? this.steps[step]!.time! : step);
    const values = this.images.map((images) => images.map((image) => image.valuesAt(place)).find((found) => found !== null) ?? null);
    const bands = values.find((found) => found !== null);
    if (!bands) {
      return null;
    }
    const lines = bands.map(({ name }, band): ChartLine => {
      const [color, dash] = bands.length === 1 ? [colors[2][0], undefined] : colors[band % colors.length]!;
      return { name, color, dash, points: values.map((found, step): [number, number] => [across(step), found?.[band]?.value ?? NaN]) };
    });
    const ends = [0, this.steps.length - 1].map((step) => ({ at: across(step), label: this.steps[step]!.label.slice(0, 12) }));
    return lineChart(title, lines, ends, "", across(this.step));
  }
}
