import type * as L from "leaflet";
import { button, element } from "../../shared/elements";
import { FormulaError } from "../../shared/formula/formula";
import { bandLabel, type FormulaIndexData } from "../../shared/formula/formula-names";
import { lineChart } from "../../shared/line-chart";
import { formatCount, formatNumber } from "../../shared/numbers";
import { ramp } from "../features/legend";
import type { ColorScaleData } from "../map-page-data";
import { Profile } from "./profile";
import type { RestyledImages } from "./restyled-images";
import { field, number, select } from "./fields";
import type { Style } from "./style";

const channelColors = [
  { name: "red", color: "var(--u42-bad)", dash: undefined },
  { name: "green", color: "var(--u42-good)", dash: "6 3" },
  { name: "blue", color: "var(--u42-accent)", dash: "2 2" },
];

/** The controls of images with the same bands: what is shown, its stretch and colours, the spectrum below the pointer, and a profile. */
export class RestylePanel {
  readonly root: HTMLDetailsElement;
  private readonly shown: HTMLSelectElement;
  private readonly bands: HTMLSelectElement[];
  private readonly formula = element("input", { type: "text", spellcheck: false, autocomplete: "off", placeholder: "(nir - red) / (nir + red)" });
  private readonly stretch = select([["percent", "Percentiles"], ["range", "Values"]]);
  private readonly low = number(2);
  private readonly high = number(98);
  private readonly gamma = element("input", { type: "range", min: "0.2", max: "3", step: "0.1", value: "1" });
  private readonly gammaText = element("output", {}, "1");
  private readonly scale: HTMLSelectElement;
  private readonly status = element("p", { className: "u42-restyle-status" });
  private readonly key = element("div", { className: "u42-legend" });
  private readonly spectrum = element("div");
  private readonly profile: Profile;
  private readonly rows: Record<"three" | "one" | "formula" | "scale", HTMLElement>;
  private ranges: [string, string] = ["0", "1"];
  private read: ((place: L.LatLng) => number[] | null) | null = null;

  constructor(
    private readonly map: L.Map,
    private readonly images: RestyledImages,
    private readonly scales: ColorScaleData[],
    private readonly changed: (isRestyled: boolean) => void,
  ) {
    const { names } = images;
    const here = names.bands.filter(({ plane }) => plane >= 0).map(({ number: band }) => [`b${band}`, bandLabel(names, band)] as const);
    this.bands = [0, 1, 2, 3].map(() => select(here));
    this.scale = select(scales.map(({ name }) => [name, name]));
    this.shown = this.choices(here.length);
    const three = this.bands.slice(0, 3).map((band, index) => field(channelColors[index]!.name, band));
    this.rows = {
      three: element("div", {}, ...three),
      one: field("Band", this.bands[3]!),
      formula: field("Formula", this.formula),
      scale: field("Colours", this.scale),
    };
    this.status.setAttribute("role", "status");
    const chart = element("div");
    this.profile = new Profile(map, chart, () => this.profileReader());
    const range = element("div", { className: "u42-restyle-range" }, this.low, "to", this.high);
    this.low.setAttribute("aria-label", "Darkest");
    this.high.setAttribute("aria-label", "Brightest");
    this.root = element("details", { className: "u42-panel u42-restyle", open: true }, element("summary", {}, "Bands and colours"));
    this.root.append(
      field("Show", this.shown), this.rows.three, this.rows.one, this.rows.formula, this.status, field("Stretch", this.stretch), range,
      field("Gamma", this.gamma, this.gammaText), this.rows.scale, this.key,
      element("div", { className: "u42-restyle-tools" }, button("Reset", "Reset: show the image as it was", () => this.reset()), this.profile.button),
      chart, this.spectrum, element("p", {}, this.accuracy()),
    );
    this.set();
    this.listen();
  }

  /** The spectrum of the pixel at a place. */
  point(place: L.LatLng | null): void {
    const here = this.images.names.bands.filter(({ plane }) => plane >= 0);
    this.read ??= this.images.reader(here.map(({ number: band }) => `b${band}`), this.map);
    const values = place && this.read(place);
    if (values) {
      const points = values.map((value, index): [number, number] => [index, value]);
      const ticks = here.map(({ number: band, name, isNamed }, at) => ({ at, label: here.length > 5 || !isNamed ? String(band) : name }));
      this.spectrum.replaceChildren(lineChart("Spectrum", [{ name: "value", color: "var(--u42-accent)", points }], ticks));
    }
  }

  private choices(bands: number): HTMLSelectElement {
    const index = element("optgroup", { label: "Index" });
    for (const { name, title } of this.images.names.indices) {
      const problem = this.problem(name);
      index.append(element("option", { value: name, title: problem ?? title, disabled: problem !== null }, name));
    }
    const made = select([...(bands >= 3 ? [["three", "Three bands"] as const] : []), ["one", "One band"]]);
    made.append(index, element("option", { value: "formula" }, "Formula"));
    return made;
  }

  private problem(formula: string): string | null {
    try {
      this.images.bind(formula);
      return null;
    } catch (error) {
      return (error as FormulaError).message;
    }
  }

  /** The controls as the image was made. */
  private set(): void {
    const { bands, formula, scale, stretch } = this.images.first;
    const index = this.images.names.indices.find(({ name }) => name.toLowerCase() === formula?.trim().toLowerCase());
    this.shown.value = index?.name ?? (formula ? "formula" : bands.length === 3 ? "three" : "one");
    bands.forEach((band, at) => (this.bands[bands.length === 3 ? at : 3]!.value = `b${band}`));
    this.formula.value = formula ?? "";
    this.scale.value = scale;
    this.gamma.value = this.gammaText.value = String(stretch.gamma);
    [this.stretch.value, this.low.value, this.high.value] = [stretch.isRange ? "range" : "percent", String(stretch.low), String(stretch.high)];
    this.lay();
  }

  /** An index has its usual domain. */
  private stretchAs(index: FormulaIndexData | undefined): void {
    [this.stretch.value, this.low.value, this.high.value] = index ? ["range", String(index.minimum), String(index.maximum)] : ["percent", "2", "98"];
  }

  private lay(): void {
    const { value } = this.shown;
    const isIndex = value !== "three" && value !== "one" && value !== "formula";
    this.rows.three.hidden = value !== "three";
    this.rows.one.hidden = value !== "one";
    this.rows.formula.hidden = value !== "formula";
    this.rows.scale.hidden = value === "three";
    const index = isIndex ? this.images.names.indices.find(({ name }) => name === value) : undefined;
    this.status.textContent = index ? `${index.title}: ${index.formula}` : "";
  }

  private listen(): void {
    this.shown.addEventListener("change", () => this.choose());
    this.stretch.addEventListener("change", () => ([this.low.value, this.high.value] = this.stretch.value === "percent" ? ["2", "98"] : this.ranges));
    for (const control of [...this.bands, this.stretch, this.low, this.high, this.scale, this.formula]) {
      control.addEventListener("change", () => void this.restyle());
    }
    this.gamma.addEventListener("input", () => {
      this.gammaText.value = this.gamma.value;
      void this.restyle();
    });
  }

  /** An index is shown in its usual domain and colours. */
  private choose(): void {
    this.lay();
    const index = this.images.names.indices.find(({ name }) => name === this.shown.value);
    this.stretchAs(index);
    this.scale.value = index?.scale ?? (this.shown.value === "formula" ? "viridis" : "grey");
    if (this.shown.value === "formula" && this.formula.value === "") {
      this.formula.focus();
      return;
    }
    void this.restyle();
  }

  private get channels(): string[] {
    const { value } = this.shown;
    return value === "three" ? this.bands.slice(0, 3).map((band) => band.value)
      : value === "one" ? [this.bands[3]!.value]
      : value === "formula" ? [this.formula.value]
      : [value];
  }

  private get style(): Style {
    const { channels } = this;
    return {
      title: this.shown.value === "one" ? this.bands[3]!.selectedOptions[0]!.text : channels.join(", "),
      channels,
      isRange: this.stretch.value === "range",
      low: Number(this.low.value),
      high: Number(this.high.value),
      gamma: Number(this.gamma.value),
      scale: this.scales.find(({ name }) => name === this.scale.value)!,
    };
  }

  private async restyle(): Promise<void> {
    const { style } = this;
    const isPercent = !style.isRange;
    if (!(style.low < style.high) || (isPercent && (style.low < 0 || style.high > 100))) {
      this.status.textContent = isPercent ? "Percentiles lie between 0 and 100, the lower first." : "The darkest value must be less than the brightest.";
      return;
    }
    try {
      const found = style.channels.flatMap((channel) => this.images.bind(channel).found);
      await this.images.unpack();
      const { bar, ranges } = this.images.show(style);
      this.ranges = ranges[0]!.map((end) => String(Number(end.toPrecision(4)))) as [string, string];
      this.key.replaceChildren(...(bar ? ramp(bar) : []));
      this.lay();
      this.status.textContent = [this.status.textContent, ...found].filter(Boolean).join("; ");
      this.changed(true);
      await this.profile.update();
    } catch (error) {
      if (!(error instanceof FormulaError)) {
        throw error;
      }
      this.status.textContent = error.message;
    }
  }

  private reset(): void {
    this.images.reset();
    this.key.replaceChildren();
    this.set();
    this.changed(false);
    void this.profile.update();
  }

  /** Reads what is shown; of a formula that is wrong nothing. */
  private async profileReader() {
    await this.images.unpack();
    const { channels } = this;
    const read = channels.every((channel) => this.problem(channel) === null) ? this.images.reader(channels, this.map) : () => null;
    return (place: L.LatLng) => {
      const values = read(place);
      const colors = channels.length === 1 ? [{ ...channelColors[2]!, dash: undefined }] : channelColors;
      return channels.map((name, index) => ({ ...colors[index]!, name, value: values?.[index] ?? NaN }));
    };
  }

  private accuracy(): string {
    const { columns, rows, sourceColumns, sourceRows, bands } = this.images.images[0]!.image.values!.pixels;
    const near = bands.filter(({ isExact }) => !isExact).map(({ name, step, unit }) => `${name} ± ${formatNumber(step / 2, 2)}${unit}`);
    const [here, file] = [[columns, rows], [sourceColumns, sourceRows]].map((size) => size.map(formatCount).join(" × "));
    const size = here === file ? `${here} pixels.` : `${here} of the file's ${file} pixels.`;
    return near.length === 0 ? `${size} Values are exact.` : `${size} Values are approximate: ${near.join(", ")}.`;
  }
}
