import type * as L from "leaflet";
import { element } from "../shared/elements";
import { onThemeChange } from "../shared/theme";
import { drawLand } from "./land";

const width = 150;
const height = 75;
const smallestBox = 5;
const wholeWorld = 200;

/** A small world with the place of the map's view: where on Earth a reader without tiles is. */
export class Locator {
  readonly box = element("div", { className: "u42-locator" });
  private readonly canvas = element("canvas");

  constructor(map: L.Map) {
    this.box.setAttribute("role", "img");
    this.box.append(this.canvas);
    map.on("moveend zoomend resize", () => this.draw(map));
    onThemeChange(() => this.draw(map));
    requestAnimationFrame(() => this.draw(map));
  }

  private draw(map: L.Map): void {
    const bounds = map.getBounds();
    const span = bounds.getEast() - bounds.getWest();
    this.box.hidden = span > wholeWorld;
    const { lat, lng } = bounds.getCenter().wrap();
    const latitude = `${Math.abs(lat).toFixed(0)}° ${lat < 0 ? "south" : "north"}`;
    const longitude = `${Math.abs(lng).toFixed(0)}° ${lng < 0 ? "west" : "east"}`;
    this.box.setAttribute("aria-label", `The map's place on the world: around ${latitude}, ${longitude}`);

    const ratio = window.devicePixelRatio || 1;
    [this.canvas.width, this.canvas.height] = [width * ratio, height * ratio];
    const context = this.canvas.getContext("2d")!;
    context.scale(ratio, ratio);
    const { color, outlineColor } = getComputedStyle(this.canvas);
    context.fillStyle = color;
    drawLand(context, -180, 180, place);

    const [left, top] = place(lng - span / 2, bounds.getNorth());
    const [right, bottom] = place(lng + span / 2, bounds.getSouth());
    context.strokeStyle = context.fillStyle = outlineColor;
    context.lineWidth = 1.5;
    for (const turn of [-width, 0, width]) {
      if (right - left >= smallestBox || bottom - top >= smallestBox) {
        context.strokeRect(left + turn, top, right - left, bottom - top);
        continue;
      }
      const [x, y] = place(lng, lat);
      context.beginPath();
      context.arc(x + turn, y, smallestBox / 2 + 1, 0, 2 * Math.PI);
      context.fill();
      context.beginPath();
      context.arc(x + turn, y, smallestBox + 2, 0, 2 * Math.PI);
      context.stroke();
    }
  }
}

function place(longitude: number, latitude: number): [number, number] {
  return [((longitude + 180) / 360) * width, ((90 - latitude) / 180) * height];
}
