import * as L from "leaflet";
import { button, element, icon } from "../../shared/elements";
import "./measure.css";
import { MeasureShapes } from "./measure-shapes";
import { measureText } from "./measure-text";

const near = 8;
const moved = 5;
const doubleClick = 600;
const hint = "Click points; a double click or Enter ends, Escape cancels. By keys: C for the crosshair, Enter for a point.";

/** Measures lengths, and from three points on areas: by mouse, touch, or keys with the crosshair; of two maps in step on either. */
export class Measure {
  readonly button: HTMLButtonElement;
  /** What was measured, in words. */
  readonly result = element("output", { className: "u42-measured" });
  private readonly shapes: MeasureShapes[] = [];
  private places: L.LatLng[] = [];
  private isOn = false;
  private ended = -doubleClick;
  private down = L.point(0, 0);

  constructor(private readonly map: L.Map) {
    this.result.setAttribute("role", "status");
    this.result.setAttribute("aria-label", "Measured");
    this.button = button(icon("M3 13.5 13.5 3 17 6.5 6.5 17zM6 10.5l1.8 1.8M8.7 7.8l1.8 1.8M11.4 5.1l1.8 1.8"), "Measure length and area", () => this.toggle());
    this.watch(map);
    map.on("u42:beside", ({ beside }: L.LeafletEvent & { beside?: L.Map }) => this.watch(beside!));
    map.on("u42:tool", ({ tool }: L.LeafletEvent & { tool?: unknown }) => tool !== this && this.isOn && this.clear());
    this.switch(false);
  }

  /** Sets a point where measuring is on, or ends at the last one; else tells that it is not. */
  add(place: L.LatLng): boolean {
    const wasOn = this.isOn;
    if (wasOn && this.isNear(place, this.places.at(-1))) {
      this.end();
    } else if (wasOn) {
      this.places.push(place);
      this.show(false);
    }
    return wasOn;
  }

  private watch(map: L.Map): void {
    const container = map.getContainer();
    container.addEventListener("pointerdown", (event) => (this.down = map.mouseEventToContainerPoint(event)), true);
    container.addEventListener("mousedown", (event) => this.keepFocus(event, container), true);
    container.addEventListener("click", (event) => this.click(event, map), true);
    container.addEventListener("dblclick", (event) => this.doubleClick(event), true);
    container.addEventListener("pointermove", (event) => this.follow(event, map));
    container.addEventListener("keydown", (event) => event.target === container && this.press(event.key));
    const shapes = new MeasureShapes(map);
    this.shapes.push(shapes);
    shapes.switch(this.isOn);
    if (this.isOn || this.places.length > 0) {
      shapes.begin();
      shapes.show(this.places);
    }
  }

  private toggle(): void {
    if (this.isOn) {
      this.end();
      return;
    }
    this.clear();
    this.switch(true);
    this.result.value = hint;
    this.shapes.forEach((shapes) => shapes.begin());
    this.map.fire("u42:tool", { tool: this });
    this.map.getContainer().focus({ preventScroll: true });
  }

  private end(): void {
    if (this.places.length < 2) {
      this.clear();
      return;
    }
    this.switch(false);
    this.show(true);
  }

  private clear(): void {
    this.switch(false);
    this.places = [];
    this.result.value = "";
    this.shapes.forEach((shapes) => shapes.clear());
  }

  private switch(isOn: boolean): void {
    this.isOn = isOn;
    this.button.setAttribute("aria-pressed", String(isOn));
    this.shapes.forEach((shapes) => shapes.switch(isOn));
  }

  private press(key: string): void {
    if (key === "Escape") {
      this.clear();
    } else if (key === "Enter" && this.isOn) {
      this.end();
    }
  }

  /** A feature that is clicked would take the keys that end it. */
  private keepFocus(event: MouseEvent, container: HTMLElement): void {
    if (this.isOn && !isControl(event)) {
      event.preventDefault();
      container.focus({ preventScroll: true });
    }
  }

  /** A click here is not one on the map's layers; one at the end of a drag is none. */
  private click(event: MouseEvent, map: L.Map): void {
    if (!this.isOn || isControl(event)) {
      return;
    }
    event.stopImmediatePropagation();
    if (this.down.distanceTo(map.mouseEventToContainerPoint(event)) <= moved) {
      this.add(map.mouseEventToLatLng(event));
      this.ended = this.isOn ? this.ended : event.timeStamp;
    }
  }

  /** The clicks before have ended it, and the map is not to zoom. */
  private doubleClick(event: MouseEvent): void {
    if (this.isOn || event.timeStamp - this.ended < doubleClick) {
      event.stopImmediatePropagation();
    }
  }

  private follow(event: PointerEvent, map: L.Map): void {
    const last = this.places.at(-1);
    if (this.isOn && last && event.pointerType === "mouse" && !isControl(event)) {
      this.shapes.forEach((shapes) => shapes.lead(last, map.mouseEventToLatLng(event)));
    }
  }

  private show(isEnded: boolean): void {
    this.shapes.forEach((shapes) => shapes.show(this.places));
    this.result.value = measureText(this.places, isEnded);
  }

  private isNear(place: L.LatLng, other: L.LatLng | undefined): boolean {
    const point = (each: L.LatLng) => this.map.latLngToContainerPoint(each);
    return other !== undefined && point(place).distanceTo(point(other)) <= near;
  }
}

function isControl(event: Event): boolean {
  return (event.target as Element).closest(".leaflet-control, .leaflet-popup, .u42-handle, .u42-list") !== null;
}
