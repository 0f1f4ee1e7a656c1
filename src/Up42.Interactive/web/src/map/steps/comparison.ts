import * as L from "leaflet";
import { button, element, icon } from "../../shared/elements";
import type { MapStepData } from "../map-page-data";
import { SecondMap } from "./second-map";
import type { StepPanes } from "./step-panes";

const blink = 900;

/** Half of the divider's handle in CSS pixels: the handle stays whole inside the map. */
const handle = 22;
const modes = [
  ["swipe", "Swipe"],
  ["sidebyside", "Side by side"],
  ["blink", "Blink"],
  ["difference", "Difference"],
] as const;

type Mode = (typeof modes)[number][0];

/** Two sides in one place, and their difference: below the map what switches between them, over it a divider. */
export class Comparison {
  private readonly divider = element("input", { type: "range", className: "u42-divider", min: "0", max: "100", step: "any", value: "50" });
  private readonly line = element("div", { className: "u42-divider-line" });
  private readonly tags: HTMLElement[];
  private readonly buttons = new Map<Mode, HTMLButtonElement>();
  private readonly pause: HTMLButtonElement;
  private readonly stage = element("div", { className: "u42-stage" });
  private mode: Mode = "swipe";
  private shown = 0;
  private timer = 0;

  constructor(
    private readonly map: L.Map,
    steps: MapStepData[],
    private readonly panes: StepPanes,
    private readonly second: SecondMap,
  ) {
    const container = map.getContainer();
    this.tags = steps.map(({ label }, step) => element("div", { className: `u42-tag u42-tag-${step}`, title: label }, label));
    this.divider.setAttribute("aria-label", "Divider between the sides");
    const bar = element("div", { className: "u42-steps" });
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", "How the sides are compared");
    modes.slice(0, steps.length + 1).forEach(([mode, name], index) => {
      const made = button(name, `${name} (${index + 1})`, () => this.show(mode));
      this.buttons.set(mode, made);
      bar.append(made);
    });
    this.pause = button(icon("M6 4v12M14 4v12"), "Hold, or switch by hand (B)", () => this.hold());
    bar.append(this.pause);
    container.replaceWith(this.stage);
    const maps = element("div", { className: "u42-maps" }, container, second.container, this.line, this.divider, ...this.tags);
    this.stage.append(maps, bar);
    this.divider.addEventListener("input", () => this.cut());
    map.on("move zoom viewreset resize", () => this.cut());
    maps.addEventListener("keydown", (event) => this.press(event));
  }

  /** Begins, once the map has its size. */
  start(mode: string): void {
    this.show(mode as Mode);
  }

  /** The steps whose values are told. */
  get told(): number[] {
    return this.mode === "difference" ? [2] : [0, 1];
  }

  private show(mode: Mode): void {
    const [center, zoom] = [this.map.getCenter(), this.map.getZoom()];
    this.mode = this.stage.dataset.mode = mode;
    this.buttons.forEach((made, each) => made.setAttribute("aria-pressed", String(each === mode)));
    clearInterval(this.timer);
    this.panes.whole();
    this.second.show(mode === "sidebyside");
    this.map.invalidateSize({ pan: false });
    this.map.setView(center, zoom, { animate: false });
    this.pause.hidden = mode !== "blink";
    if (mode === "blink") {
      this.flip(0);
      this.hold(matchMedia("(prefers-reduced-motion: reduce)").matches);
      return;
    }
    this.panes.show(...(mode === "swipe" ? [0, 1] : mode === "difference" ? [2] : [0]));
    this.tag(...(mode === "difference" ? [2] : [0, 1]));
    this.cut();
  }

  private flip(step: number): void {
    this.shown = step;
    this.panes.show(step);
    this.tag(step);
  }

  /** Stops the blinking, and begins it again. */
  private hold(isHeld = this.timer !== 0): void {
    clearInterval(this.timer);
    this.timer = isHeld ? 0 : window.setInterval(() => this.flip(1 - this.shown), blink);
    this.pause.setAttribute("aria-pressed", String(isHeld));
  }

  private tag(...steps: number[]): void {
    this.tags.forEach((tag, step) => (tag.hidden = !steps.includes(step)));
  }

  private cut(): void {
    if (this.mode === "swipe") {
      const share = this.share();
      this.divider.setAttribute("aria-valuetext", `${Math.round(100 * share)} %`);
      this.line.style.left = `${100 * share}%`;
      this.panes.cut(0, 0, share);
      this.panes.cut(1, share, 1);
    }
  }

  /** Where the middle of the handle is; at the slider's ends one side is seen whole. */
  private share(): number {
    const value = Number(this.divider.value) / 100;
    const width = this.divider.clientWidth;
    return value === 0 || value === 1 || width === 0 ? value : (handle + value * (width - 2 * handle)) / width;
  }

  private press(event: KeyboardEvent): void {
    const mode = modes[Number(event.key) - 1]?.[0];
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (mode && this.buttons.has(mode)) {
      this.show(mode);
    } else if (event.key.toLowerCase() === "b" && this.mode === "blink") {
      this.hold(true);
      this.flip(1 - this.shown);
    }
  }
}
