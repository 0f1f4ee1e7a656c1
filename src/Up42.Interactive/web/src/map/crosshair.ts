import * as L from "leaflet";
import { button, icon } from "../shared/elements";

const steps: Record<string, [x: number, y: number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const blankStep = 8;

/** Reads the map by keys: a crosshair that arrow keys move, pixel by pixel, and that tells what is under it. C or its button begins, Escape ends. */
export class Crosshair {
  readonly button: HTMLButtonElement;
  private readonly marker: L.Marker;
  private isOn = false;

  /**
   * @param tell Says what is at a place.
   * @param outline The corners of the pixel at a place; empty where there is none.
   * @param pick What Enter does with a place.
   */
  constructor(
    private readonly map: L.Map,
    private readonly tell: (place: L.LatLng | null) => Promise<void>,
    private readonly outline: (place: L.LatLng) => L.LatLng[],
    private readonly pick: (place: L.LatLng) => void,
  ) {
    const shape = L.divIcon({ className: "u42-crosshair", iconSize: [25, 25] });
    this.marker = L.marker(map.getCenter(), { icon: shape, interactive: false, keyboard: false });
    this.button = button(icon("M10 2v6M10 12v6M2 10h6M12 10h6"), "Read values by keys (C)", () => void this.toggle());
    this.button.setAttribute("aria-pressed", "false");
    map.getContainer().addEventListener("keydown", (event) => void this.press(event), true);
    map.on("mousemove", () => this.isOn && this.end());
  }

  private async toggle(): Promise<void> {
    if (this.isOn) {
      this.end();
      return;
    }
    this.isOn = true;
    this.button.setAttribute("aria-pressed", "true");
    this.map.getContainer().focus({ preventScroll: true });
    this.marker.addTo(this.map);
    await this.go(this.map.getCenter());
  }

  private end(): void {
    this.isOn = false;
    this.button.setAttribute("aria-pressed", "false");
    this.marker.remove();
    void this.tell(null);
  }

  private async press(event: KeyboardEvent): Promise<void> {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== this.map.getContainer()) {
      return;
    }
    const step = steps[event.key];
    if (event.key.toLowerCase() === "c") {
      await this.toggle();
    } else if (this.isOn && event.key === "Escape") {
      this.end();
    } else if (this.isOn && event.key === "Enter") {
      event.stopImmediatePropagation();
      this.pick(this.marker.getLatLng());
    } else if (this.isOn && step) {
      event.preventDefault();
      event.stopPropagation();
      const stride = event.shiftKey ? 10 : 1;
      await this.go(this.next(step[0] * stride, step[1] * stride));
    }
  }

  private next(columns: number, rows: number): L.LatLng {
    const place = this.marker.getLatLng();
    const corners = this.outline(place).map((corner) => L.CRS.EPSG3857.project(corner));
    const [northWest, northEast, southEast, southWest] = corners;
    if (!northWest || !northEast || !southEast || !southWest) {
      return this.map.containerPointToLatLng(this.map.latLngToContainerPoint(place).add([columns * blankStep, rows * blankStep]));
    }
    const middle = northWest.add(southEast).divideBy(2);
    const [across, down] = [northEast.subtract(northWest), southWest.subtract(northWest)];
    return L.CRS.EPSG3857.unproject(middle.add(across.multiplyBy(columns)).add(down.multiplyBy(rows)));
  }

  private async go(place: L.LatLng): Promise<void> {
    this.marker.setLatLng(place);
    this.map.panInside(place, { padding: [40, 40], animate: false });
    await this.tell(place);
  }
}
