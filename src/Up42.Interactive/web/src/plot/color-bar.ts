import { button, element } from "../shared/elements";
import { formatNumber } from "../shared/numbers";
import { colorTable, cssColor } from "../shared/color-scale";

/** What the colours of a plot mean. */
export interface PlotBarData {
  title: string;
  minimum: number;
  maximum: number;
  /** Evenly spaced along the scale, as #rrggbb. */
  colors: string[];
  /** The value of the middle colour, from which each half is stretched to its own end. */
  center?: number;
  /** Brightness is the stretched value to the power of 1/gamma. */
  gamma: number;
  /** How often values occur; none where the colours cannot be stretched. */
  values?: ValueCountsData;
}

export interface ValueCountsData {
  start: number;
  end: number;
  counts: number[];
}

type Ends = [number, number];

const tickGap = 44;
const tableSize = 256;

/** A colour bar beside a plot: its colours, the histogram of the values, and two handles that stretch the colours anew. */
export class ColorBar {
  readonly root = element("div", { className: "u42-color-bar" });
  private readonly strip = element("canvas", { className: "u42-color-bar-strip", width: 1, height: tableSize });
  private readonly ticks = element("div", { className: "u42-color-bar-ticks" });
  private readonly handles: HTMLElement[] = [];
  private readonly reset: HTMLButtonElement;
  private readonly axis: Ends;
  private readonly least: number;
  private ends: Ends;
  private height = 0;

  constructor(
    private readonly data: PlotBarData,
    private readonly stretched: (minimum: number, maximum: number, colors: Uint32Array) => void,
  ) {
    const { minimum, maximum, values } = data;
    this.ends = [minimum, maximum];
    this.axis = values ? [Math.min(minimum, values.start), Math.max(maximum, values.end)] : [minimum, maximum];
    this.least = (this.axis[1] - this.axis[0]) / 200;
    this.strip.setAttribute("aria-hidden", "true");
    this.root.append(this.strip, this.ticks, element("div", { className: "u42-color-bar-title", title: data.title }, data.title));
    this.reset = button("Reset", "Stretch the colours as before", () => this.stretch([minimum, maximum]));
    this.reset.className = "u42-color-bar-reset";
    this.reset.hidden = true;
    if (values) {
      this.root.prepend(histogram(values, this.axis));
      this.handles.push(this.handle(0, "Value of the first colour"), this.handle(1, "Value of the last colour"));
      this.root.append(...this.handles, this.reset);
    }
    this.paint();
  }

  /** Stands where the plot's axes are, as high as they are. */
  place(left: number, top: number, height: number): void {
    Object.assign(this.root.style, { left: `${left}px`, top: `${top}px`, height: `${height}px` });
    if (height !== this.height) {
      this.height = height;
      this.ticks.replaceChildren(...this.marks());
    }
  }

  private get isNew(): boolean {
    return this.ends[0] !== this.data.minimum || this.ends[1] !== this.data.maximum;
  }

  private share(value: number): number {
    return (value - this.axis[0]) / (this.axis[1] - this.axis[0]);
  }

  private stretch(ends: Ends): void {
    this.ends = ends;
    this.reset.hidden = !this.isNew;
    const colors = this.paint();
    this.stretched(...ends, colors);
  }

  /** Colours the strip and sets the handles; the colours between the ends. */
  private paint(): Uint32Array {
    const [low, high] = this.ends;
    const colors = this.data.values ? colorTable(this.data, low, high, tableSize) : steps(this.data.colors);
    const context = this.strip.getContext("2d")!;
    for (let row = 0; row < tableSize; row++) {
      const value = this.axis[1] - ((row + 0.5) / tableSize) * (this.axis[1] - this.axis[0]);
      const share = Math.max(0, Math.min(1, (value - low) / (high - low)));
      context.fillStyle = cssColor(colors[Math.min(colors.length - 1, Math.floor(share * colors.length))]!);
      context.fillRect(0, row, 1, 1);
    }
    this.handles.forEach((handle, index) => {
      const text = this.text(this.ends[index]!);
      handle.style.bottom = `${100 * this.share(this.ends[index]!)}%`;
      handle.setAttribute("aria-valuenow", String(this.ends[index]));
      handle.setAttribute("aria-valuetext", text);
      handle.dataset.value = this.isNew ? text : "";
    });
    return colors;
  }

  private text(value: number): string {
    return formatNumber(value, digitsFor(value, this.axis[1] - this.axis[0]), true);
  }

  private handle(index: 0 | 1, label: string): HTMLElement {
    const handle = element("div", { className: "u42-color-bar-handle", tabIndex: 0 });
    const attributes = { role: "slider", "aria-label": label, "aria-orientation": "vertical", "aria-valuemin": this.axis[0], "aria-valuemax": this.axis[1] };
    Object.entries(attributes).forEach(([name, value]) => handle.setAttribute(name, String(value)));
    const set = (value: number) => {
      const [low, high] = this.ends;
      const ends: Ends = index === 0 ? [Math.min(value, high - this.least), high] : [low, Math.max(value, low + this.least)];
      this.stretch([Math.max(this.axis[0], ends[0]), Math.min(this.axis[1], ends[1])]);
    };
    handle.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      event.stopPropagation();
      handle.focus();
      handle.setPointerCapture(event.pointerId);
    });
    handle.addEventListener("pointermove", (event) => {
      if (handle.hasPointerCapture(event.pointerId)) {
        const box = this.strip.getBoundingClientRect();
        set(this.axis[1] - ((event.clientY - box.top) / box.height) * (this.axis[1] - this.axis[0]));
      }
    });
    handle.addEventListener("dblclick", () => set(index === 0 ? this.data.minimum : this.data.maximum));
    handle.addEventListener("keydown", (event) => {
      const step = (this.axis[1] - this.axis[0]) / (event.shiftKey ? 10 : 100);
      const value = this.ends[index];
      const moves: Record<string, number> = {
        ArrowUp: value + step,
        ArrowRight: value + step,
        PageUp: value + 10 * step,
        ArrowDown: value - step,
        ArrowLeft: value - step,
        PageDown: value - 10 * step,
        Home: index === 0 ? this.data.minimum : this.data.maximum,
      };
      const wanted = moves[event.key];
      if (wanted !== undefined) {
        event.preventDefault();
        event.stopPropagation();
        set(wanted);
      }
    });
    return handle;
  }

  /** Round numbers beside the strip, and the centre. */
  private marks(): HTMLElement[] {
    const [start, end] = this.axis;
    const step = roundStep((end - start) / Math.max(1, Math.floor(this.height / tickGap)));
    const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    const marks: HTMLElement[] = [];
    for (let number = Math.ceil(start / step - 1e-9); number <= Math.floor(end / step + 1e-9); number++) {
      const value = Number((number * step).toFixed(Math.min(20, decimals)));
      marks.push(this.mark(value, formatNumber(value, digitsFor(value, step), true)));
    }
    const { center } = this.data;
    if (center !== undefined && center > start && center < end) {
      const mark = this.mark(center, marks.some((other) => Number(other.dataset.at) === center) ? "" : this.text(center));
      mark.classList.add("u42-color-bar-center");
      marks.push(mark);
    }
    return marks;
  }

  private mark(value: number, text: string): HTMLElement {
    const mark = element("span", {}, text);
    mark.dataset.at = String(value);
    mark.style.bottom = `${100 * this.share(value)}%`;
    return mark;
  }
}

/** A curve of the counts, by their square roots: rare values are seen beside frequent ones. */
function histogram({ start, end, counts }: ValueCountsData, axis: Ends): SVGElement {
  const name = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(name, "svg");
  const most = Math.max(1, ...counts);
  const down = (value: number) => 100 * (1 - (value - axis[0]) / (axis[1] - axis[0]));
  const width = (end - start) / counts.length;
  const points = counts.flatMap((count, bin) => {
    const left = 100 * (1 - Math.sqrt(count / most));
    return [`${left},${down(start + bin * width)}`, `${left},${down(start + (bin + 1) * width)}`];
  });
  const shape = document.createElementNS(name, "path");
  shape.setAttribute("d", `M100,${down(start)}L${points.join("L")}L100,${down(end)}Z`);
  svg.append(shape);
  const attributes = { class: "u42-color-bar-histogram", viewBox: "0 0 100 100", preserveAspectRatio: "none", "aria-hidden": "true" };
  Object.entries(attributes).forEach(([attribute, value]) => svg.setAttribute(attribute, value));
  return svg;
}

/** Colours of classes, which do not go over into each other. */
function steps(colors: string[]): Uint32Array {
  return Uint32Array.from(colors, (color) => {
    const rgb = parseInt(color.slice(1), 16);
    return (0xff000000 | ((rgb & 255) << 16) | (rgb & 0xff00) | (rgb >> 16)) >>> 0;
  });
}

function roundStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(atLeast));
  const leading = atLeast / power;
  return power * (leading <= 1 + 1e-9 ? 1 : leading <= 2 + 1e-9 ? 2 : leading <= 5 + 1e-9 ? 5 : 10);
}

/** The significant digits of a value in which a hundredth of a range still shows. */
function digitsFor(value: number, range: number): number {
  const size = Math.max(Math.abs(value), range);
  return Math.max(1, Math.min(15, Math.floor(Math.log10(size)) - Math.floor(Math.log10(range)) + 3));
}
