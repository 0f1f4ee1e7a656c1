import * as L from "leaflet";
import type { Outline } from "./outline";

const step = 4;
const arrows: Record<string, [x: number, y: number]> = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };

/** Handles at the corners of one outline, and between them where corners can be added. */
export class Handles {
  private readonly group: L.LayerGroup;
  outline: Outline | null = null;

  constructor(
    private readonly map: L.Map,
    private readonly changed: () => void,
  ) {
    this.group = L.layerGroup().addTo(map);
  }

  show(outline: Outline): void {
    this.hide();
    this.outline = outline;
    outline.ring.forEach((_, index) => this.corner(outline, index));
    if (!outline.isRectangle) {
      outline.ring.forEach((_, index) => this.middle(outline, index));
    }
  }

  hide(): void {
    this.outline = null;
    this.group.clearLayers();
  }

  private corner(outline: Outline, index: number): void {
    const handle = this.handle(outline.ring[index]!, "u42-handle", `Corner ${index + 1} of ${outline.ring.length}`);
    handle.on("drag", () => this.move(outline, index, handle.getLatLng()));
    handle.on("dragend", () => this.show(outline));
    const element = handle.getElement()!;
    element.addEventListener("keydown", (event) => {
      const arrow = arrows[event.key];
      const isRemoved = event.key === "Delete" && outline.removeCorner(index);
      if (arrow) {
        this.move(outline, index, this.map.containerPointToLatLng(this.map.latLngToContainerPoint(outline.ring[index]!).add(arrow)));
      }
      if (arrow || isRemoved) {
        event.preventDefault();
        event.stopPropagation();
        this.show(outline);
        this.changed();
        (this.group.getLayers()[Math.min(index, outline.ring.length - 1)] as L.Marker).getElement()!.focus();
      }
    });
  }

  private middle(outline: Outline, index: number): void {
    const [from, to] = [index, (index + 1) % outline.ring.length].map((corner) => this.map.project(outline.ring[corner]!)) as [L.Point, L.Point];
    const handle = this.handle(this.map.unproject(from.add(to).divideBy(2)), "u42-handle u42-middle", `New corner after corner ${index + 1}`);
    handle.on("dragstart", () => outline.insert(index + 1, handle.getLatLng()));
    handle.on("drag", () => {
      outline.move(index + 1, handle.getLatLng());
      this.changed();
    });
    handle.on("dragend", () => this.show(outline));
  }

  private handle(place: L.LatLng, className: string, title: string): L.Marker {
    const handle = L.marker(place, { draggable: true, icon: L.divIcon({ className, iconSize: [16, 16] }), title, alt: title }).addTo(this.group);
    handle.getElement()!.setAttribute("aria-label", title);
    return handle;
  }

  private move(outline: Outline, index: number, place: L.LatLng): void {
    outline.move(index, place);
    outline.ring.forEach((corner, i) => (this.group.getLayers()[i] as L.Marker).setLatLng(corner));
    this.changed();
  }
}
