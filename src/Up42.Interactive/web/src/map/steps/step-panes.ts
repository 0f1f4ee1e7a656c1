import * as L from "leaflet";

/** The panes of the steps of a comparison or a timeline: all that a step shows is hidden, or cut, at once. */
export class StepPanes {
  private readonly panes = new Map<number, Set<string>>();

  constructor(readonly map: L.Map) {}

  /** The pane of a step's images. */
  images(step: number): string {
    const name = `u42-step-${step}`;
    if (!this.map.getPane(name)) {
      this.map.createPane(name).style.zIndex = "400";
    }
    this.add(step, name);
    return name;
  }

  /** Takes a pane in. */
  add(step: number, name: string): void {
    this.panes.set(step, (this.panes.get(step) ?? new Set()).add(name));
  }

  /** Shows some steps, and no others. */
  show(...steps: number[]): void {
    for (const [step, names] of this.panes) {
      names.forEach((name) => (this.map.getPane(name)!.style.display = steps.includes(step) ? "" : "none"));
    }
  }

  /** Shows of a step what lies between two parts of the map's width, 0 to 1. */
  cut(step: number, from: number, to: number): void {
    const size = this.map.getSize();
    const [{ x, y }, { y: bottom }] = [this.map.containerPointToLayerPoint([0, 0]), this.map.containerPointToLayerPoint([0, size.y])];
    const [left, right] = [x + from * size.x, x + to * size.x];
    const shape = `polygon(${[[left, y], [right, y], [right, bottom], [left, bottom]].map(([across, down]) => `${across}px ${down}px`).join(",")})`;
    this.panes.get(step)?.forEach((name) => (this.map.getPane(name)!.style.clipPath = shape));
  }

  /** Cuts nothing. */
  whole(): void {
    this.panes.forEach((names) => names.forEach((name) => (this.map.getPane(name)!.style.clipPath = "")));
  }
}
