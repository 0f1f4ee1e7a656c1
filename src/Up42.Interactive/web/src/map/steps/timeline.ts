import type * as L from "leaflet";
import { button, element, icon } from "../../shared/elements";
import type { MapStepData } from "../map-page-data";
import type { StepPanes } from "./step-panes";

const pace = 900;
const playIcon = "M6 4l10 6-10 6z";
const pauseIcon = "M6 4v12M14 4v12";

/** A slider below the map that goes through dates, and plays them. */
export class Timeline {
  private readonly slider = element("input", { type: "range", className: "u42-time", min: "0", step: "1", value: "0" });
  private readonly label = element("output", { className: "u42-time-label" });
  private readonly play: HTMLButtonElement;
  private timer = 0;

  /** @param changed Called with each step that is shown. */
  constructor(
    private readonly map: L.Map,
    private readonly steps: MapStepData[],
    private readonly panes: StepPanes,
    private readonly changed: (step: number) => void,
  ) {
    const container = map.getContainer();
    this.slider.max = String(steps.length - 1);
    this.slider.setAttribute("aria-label", "Date");
    this.play = button(icon(playIcon), "Play (P)", () => this.toggle());
    this.play.setAttribute("aria-pressed", "false");
    const bar = element("div", { className: "u42-steps" });
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", "Dates");
    bar.append(
      button(icon("M12 4l-7 6 7 6M16 4v12"), "Earlier (,)", () => this.step(-1)),
      this.play,
      button(icon("M8 4l7 6-7 6M4 4v12"), "Later (.)", () => this.step(1)),
      this.slider,
      this.label,
    );
    const stage = element("div", { className: "u42-stage" });
    container.replaceWith(stage);
    stage.append(element("div", { className: "u42-maps" }, container), bar);
    this.slider.addEventListener("input", () => this.show(this.current));
    container.addEventListener("keydown", (event) => this.press(event));
    this.show(0);
  }

  get current(): number {
    return Number(this.slider.value);
  }

  private show(step: number): void {
    this.slider.value = String(step);
    const { label } = this.steps[step]!;
    this.slider.setAttribute("aria-valuetext", label);
    this.label.value = label;
    this.label.title = label;
    this.panes.show(step);
    this.changed(step);
  }

  private step(by: number): void {
    this.show((this.current + by + this.steps.length) % this.steps.length);
  }

  private toggle(): void {
    const isPlaying = this.timer === 0;
    clearInterval(this.timer);
    this.timer = isPlaying ? window.setInterval(() => this.step(1), pace) : 0;
    this.play.setAttribute("aria-pressed", String(isPlaying));
    this.play.replaceChildren(icon(isPlaying ? pauseIcon : playIcon));
  }

  private press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== this.map.getContainer()) {
      return;
    }
    const actions: Record<string, () => void> = { ",": () => this.step(-1), ".": () => this.step(1), p: () => this.toggle() };
    actions[event.key.toLowerCase()]?.();
  }
}
