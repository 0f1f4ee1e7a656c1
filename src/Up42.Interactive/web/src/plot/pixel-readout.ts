import { element } from "../shared/elements";
import { formatNumber, latitudeText, longitudeText } from "../shared/numbers";
import type { PixelReading, PixelValues, PixelValuesData } from "../shared/pixel-values";
import type { Axis, Plotly } from "./plotly";

declare const Plotly: Plotly;

/** What the pointer reads on a plot. */
export interface PlotValuesData {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** The unit behind a coordinate: "°", " m"; empty where the coordinates are pixels. */
  unit: string;
  pixels: PixelValuesData;
}

const zoomStep = 1.5;

/** Tells the pixel under the pointer, marks it, and lets keys move over the picture. */
export class PixelReadout {
  private readonly mark = element("div", { className: "u42-pixel-mark", hidden: true });
  private readonly label = element("div", { className: "u42-pixel-label", hidden: true });
  private readonly spoken = element("div", { className: "u42-spoken" });
  private readonly home: { x: number[]; y: number[] };
  private pixel: { column: number; row: number } | undefined;

  constructor(
    private readonly plot: HTMLElement,
    private readonly data: PlotValuesData,
    private readonly values: () => Promise<PixelValues>,
    name: string,
  ) {
    this.spoken.setAttribute("role", "status");
    plot.append(this.mark, this.label, this.spoken);
    plot.tabIndex = 0;
    plot.setAttribute("role", "application");
    plot.setAttribute("aria-label", `${name}. Arrow keys read its pixels, plus and minus zoom, Home shows all.`);
    this.home = { x: [...this.axes.x.range], y: [...this.axes.y.range] };
    plot.addEventListener("pointermove", (event) => event.pointerType !== "touch" && event.buttons === 0 && void this.point(event));
    plot.addEventListener("click", (event) => void this.point(event));
    plot.addEventListener("pointerleave", () => this.hide());
    plot.addEventListener("blur", () => this.hide());
    plot.addEventListener("keydown", (event) => void this.press(event));
    plot.on("plotly_relayout", () => this.hide());
  }

  private get axes(): { x: Axis; y: Axis } {
    const { xaxis, yaxis } = this.plot._fullLayout!;
    return { x: xaxis, y: yaxis };
  }

  private async point(event: MouseEvent): Promise<void> {
    const { x, y } = this.axes;
    const box = this.plot.getBoundingClientRect();
    const [across, down] = [event.clientX - box.left - x._offset, event.clientY - box.top - y._offset];
    if (across < 0 || down < 0 || across > x._length || down > y._length) {
      this.hide();
      return;
    }
    const { left, right, top, bottom, pixels } = this.data;
    const column = Math.floor(((x.p2d(across) - left) / (right - left)) * pixels.columns);
    const row = Math.floor(((y.p2d(down) - top) / (bottom - top)) * pixels.rows);
    await this.show(column, row);
  }

  private async show(column: number, row: number): Promise<void> {
    const { columns, rows } = this.data.pixels;
    this.pixel = { column, row };
    const values = await this.values();
    if (this.pixel?.column !== column || this.pixel.row !== row) {
      return;
    }
    const reading = column >= 0 && row >= 0 && column < columns && row < rows ? values.read(column, row) : undefined;
    if (reading === undefined) {
      this.hide();
      return;
    }
    this.draw(column, row, reading);
  }

  private draw(column: number, row: number, reading: PixelReading | null): void {
    const { x, y } = this.axes;
    const [from, to, middle] = [this.place(column, row), this.place(column + 1, row + 1), this.place(column + 0.5, row + 0.5)];
    const [left, top] = [x._offset + x.d2p(from.x), y._offset + y.d2p(from.y)];
    const [width, height] = [x._offset + x.d2p(to.x) - left, y._offset + y.d2p(to.y) - top];
    Object.assign(this.mark.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
    this.mark.hidden = false;
    const lines = [
      ...(reading?.bands ?? [{ name: "", value: "no data" }]).map(({ name, value }) => element("div", {}, name && `${name}: `, element("b", {}, value))),
      element("div", {}, this.placeText(middle)),
      ...(reading ? [element("div", { className: "u42-muted" }, reading.pixel)] : []),
    ];
    this.label.replaceChildren(...lines);
    this.label.hidden = false;
    const room = this.plot.clientWidth - this.label.offsetWidth - 4;
    const beside = left + width + 10;
    this.label.style.left = `${Math.max(4, beside <= room ? beside : Math.min(room, left - 10 - this.label.offsetWidth))}px`;
    this.label.style.top = `${Math.max(4, Math.min(this.plot.clientHeight - this.label.offsetHeight - 4, top + height + 8))}px`;
    if (document.activeElement === this.plot) {
      this.spoken.textContent = lines.map((line) => line.textContent).join(", ");
    }
  }

  private hide(): void {
    this.pixel = undefined;
    this.mark.hidden = this.label.hidden = true;
  }

  private place(column: number, row: number): { x: number; y: number } {
    const { left, right, top, bottom, pixels } = this.data;
    return { x: left + (column / pixels.columns) * (right - left), y: top + (row / pixels.rows) * (bottom - top) };
  }

  private placeText({ x, y }: { x: number; y: number }): string {
    switch (this.data.unit) {
      case "°":
        return `${latitudeText(y, 5)}, ${longitudeText(x, 5)}`;
      case "":
        return "";
      default:
        return `E ${meters(x)}${this.data.unit} · N ${meters(y)}${this.data.unit}`;
    }
  }

  private async press(event: KeyboardEvent): Promise<void> {
    const steps: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const step = steps[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey || !(step || ["+", "=", "-", "Home", "0", "Escape"].includes(event.key))) {
      return;
    }
    event.preventDefault();
    if (event.key === "Escape") {
      this.hide();
    } else if (step) {
      const { columns, rows } = this.data.pixels;
      const stride = event.shiftKey ? 10 : 1;
      const start = this.pixel ?? this.middle();
      const [column, row] = this.pixel ? [start.column + stride * step[0], start.row + stride * step[1]] : [start.column, start.row];
      await this.show(Math.max(0, Math.min(columns - 1, column)), Math.max(0, Math.min(rows - 1, row)));
    } else {
      await this.zoom(event.key);
    }
  }

  /** The pixel in the middle of what is seen. */
  private middle(): { column: number; row: number } {
    const { x, y } = this.axes;
    const { left, right, top, bottom, pixels } = this.data;
    return {
      column: Math.floor((((x.range[0]! + x.range[1]!) / 2 - left) / (right - left)) * pixels.columns),
      row: Math.floor((((y.range[0]! + y.range[1]!) / 2 - top) / (bottom - top)) * pixels.rows),
    };
  }

  /** Zooms about the marked pixel, or the middle; then tells that pixel again. */
  private async zoom(key: string): Promise<void> {
    const pixel = this.pixel ?? this.middle();
    const { x, y } = this.axes;
    const about = this.place(pixel.column + 0.5, pixel.row + 0.5);
    const factor = key === "-" ? zoomStep : 1 / zoomStep;
    const scaled = (range: number[], middle: number) => range.map((end) => middle + (end - middle) * factor);
    await Plotly.relayout(
      this.plot,
      key === "Home" || key === "0"
        ? { "xaxis.range": [...this.home.x], "yaxis.range": [...this.home.y] }
        : { "xaxis.range": scaled(x.range, about.x), "yaxis.range": scaled(y.range, about.y) },
    );
    await this.show(pixel.column, pixel.row);
  }
}

/** Coordinates of an axis: to the decimetre, no zeros behind. */
function meters(value: number): string {
  return formatNumber(Math.round(value * 10) / 10, 12, true);
}
