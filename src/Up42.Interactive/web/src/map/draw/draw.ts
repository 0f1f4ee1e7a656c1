import * as L from "leaflet";
import type { Geometry } from "geojson";
import { DrawPanel } from "./draw-panel";
import { Handles } from "./handles";
import { toGeoJson } from "./polygons";
import { Outline } from "./outline";
import { rings } from "./rings";

type Mode = "rectangle" | "polygon";

const near = 10;
const moved = 5;

const hints: Record<Mode | "none" | "some", string> = {
  none: "Draw a rectangle or a polygon.",
  some: "Drag corners to change an outline; a middle handle adds a corner, the Delete key removes one.",
  rectangle: "Drag from one corner to the other, or click both. Esc stops.",
  polygon: "Click corner after corner; double-click, Enter or the first corner ends it. Esc stops.",
};

/** Draws areas on the map and lets them be changed: rectangles and polygons, by mouse, touch or keyboard. */
export class DrawTool {
  private map!: L.Map;
  private panel!: DrawPanel;
  private handles!: Handles;
  private readonly outlines: Outline[] = [];
  private mode: Mode | null = null;
  private corners: L.LatLng[] = [];
  private sketch: L.Path | null = null;
  private down: L.Point | null = null;

  /**
   * @param start Outlines to begin with.
   * @param covers The rings of each polygon that results cover.
   */
  constructor(
    private readonly start: Geometry,
    private readonly covers: L.LatLng[][][],
  ) {}

  addTo(map: L.Map): HTMLElement {
    this.map = map;
    this.handles = new Handles(map, () => this.changed());
    const actions = {
      rectangle: () => this.begin("rectangle"),
      polygon: () => this.begin("polygon"),
      view: () => this.add(Outline.rectangle(map.getBounds().pad(-0.2))),
      remove: () => this.remove(),
    };
    this.panel = new DrawPanel(actions, this.covers);
    for (const [shell] of rings(this.start)) {
      this.add(Outline.of(shell!));
    }
    const container = map.getContainer();
    container.addEventListener("pointerdown", (event) => this.pointerDown(event));
    container.addEventListener("pointermove", (event) => this.pointerMove(event));
    container.addEventListener("pointerup", (event) => this.pointerUp(event));
    container.addEventListener("keydown", (event) => this.keyDown(event));
    map.on("u42:tool", ({ tool }: L.LeafletEvent & { tool?: unknown }) => tool !== this && this.mode !== null && this.end());
    this.changed();
    return this.panel.element;
  }

  private begin(mode: Mode): void {
    this.end();
    this.handles.hide();
    this.map.fire("u42:tool", { tool: this });
    this.mode = mode;
    this.map.dragging.disable();
    this.map.doubleClickZoom.disable();
    this.map.getContainer().classList.add("u42-drawing");
    this.map.getContainer().focus();
    this.changed();
  }

  private end(): void {
    this.mode = null;
    this.corners = [];
    this.down = null;
    this.sketch?.remove();
    this.sketch = null;
    this.map.dragging.enable();
    this.map.doubleClickZoom.enable();
    this.map.getContainer().classList.remove("u42-drawing");
    this.changed();
  }

  private pointerDown(event: PointerEvent): void {
    if (this.mode === null || event.button !== 0 || isControl(event)) {
      return;
    }
    this.down = this.map.mouseEventToContainerPoint(event);
    if (this.mode === "rectangle" && this.corners.length === 0) {
      this.corners = [this.map.mouseEventToLatLng(event)];
    }
  }

  private pointerMove(event: PointerEvent): void {
    if (this.mode !== null && this.corners.length > 0) {
      this.draw([...this.corners, this.map.mouseEventToLatLng(event)]);
    }
  }

  private pointerUp(event: PointerEvent): void {
    if (this.mode === null || this.down === null) {
      return;
    }
    const [point, place] = [this.map.mouseEventToContainerPoint(event), this.map.mouseEventToLatLng(event)];
    const start = this.down;
    this.down = null;
    if (this.mode === "polygon") {
      this.corner(place);
    } else if (!this.isNear(point, this.corners[0]!, moved)) {
      this.finish(Outline.rectangle(L.latLngBounds(this.corners[0]!, place)));
    } else if (start.distanceTo(point) > moved) {
      this.corners = [];
    }
  }

  private corner(place: L.LatLng): void {
    const point = this.map.latLngToContainerPoint(place);
    const isEnd = [this.corners.at(-1), this.corners[0]].some((corner) => corner && this.isNear(point, corner, near));
    if (!isEnd) {
      this.corners.push(place);
      this.draw(this.corners);
    } else if (this.corners.length > 2) {
      this.finish(Outline.of(this.corners));
    }
  }

  private keyDown(event: KeyboardEvent): void {
    if (this.mode !== null && event.key === "Escape") {
      this.end();
    } else if (this.mode === "polygon" && event.key === "Enter" && this.corners.length > 2) {
      this.finish(Outline.of(this.corners));
    }
  }

  private draw(corners: L.LatLng[]): void {
    const places = this.mode === "rectangle" ? Outline.rectangle(L.latLngBounds(corners)).ring : corners;
    this.sketch?.remove();
    this.sketch = (this.mode === "rectangle" ? L.polygon(places) : L.polyline(places))
      .setStyle({ className: "u42-sketch", interactive: false }).addTo(this.map);
  }

  private finish(outline: Outline): void {
    this.end();
    this.add(outline);
  }

  private add(outline: Outline): void {
    this.outlines.push(outline);
    outline.polygon.addTo(this.map).on("click", (event) => {
      if (this.mode === null) {
        L.DomEvent.stop(event);
        this.handles.show(outline);
      }
    });
    this.handles.show(outline);
    this.changed();
  }

  private remove(): void {
    this.end();
    const outline = this.handles.outline ?? this.outlines.at(-1);
    if (outline) {
      this.handles.hide();
      outline.polygon.remove();
      this.outlines.splice(this.outlines.indexOf(outline), 1);
      const next = this.outlines.at(-1);
      if (next) {
        this.handles.show(next);
      }
      this.changed();
    }
  }

  private changed(): void {
    const all = this.outlines.map((outline) => outline.ring);
    this.panel.show(all, hints[this.mode ?? (all.length > 0 ? "some" : "none")], this.mode, JSON.stringify(toGeoJson(all)));
  }

  private isNear(point: L.Point, place: L.LatLng, distance: number): boolean {
    return this.map.latLngToContainerPoint(place).distanceTo(point) <= distance;
  }
}

function isControl(event: Event): boolean {
  return (event.target as Element).closest(".leaflet-control, .u42-handle") !== null;
}
