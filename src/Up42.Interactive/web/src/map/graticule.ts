import * as L from "leaflet";
import { latitudeText, longitudeText } from "../shared/numbers";
import { onThemeChange } from "../shared/theme";
import { drawLand } from "./land";

const steps = [45, 30, 15, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005, 0.0002, 0.0001];

const closestLand = 6;

/** How far the buttons in the corner reach. */
const buttons = 44;

/** How far down the numbers of meridians reach, with room for a number above a parallel. */
const meridianTexts = 30;

/**
 * Land, meridians and parallels on the neutral background, below the tiles: what a reader without network sees by. Land shows
 * as far as its coarse outline holds.
 */
export class Graticule extends L.Layer {
  private canvas!: HTMLCanvasElement;
  private unfollow: (() => void) | undefined;

  override onAdd(map: L.Map): this {
    const pane = map.getPane("graticule") ?? map.createPane("graticule");
    pane.style.zIndex = "150";
    this.canvas = L.DomUtil.create("canvas", "u42-graticule leaflet-zoom-hide", pane);
    this.canvas.setAttribute("aria-hidden", "true");
    map.on("move zoomend viewreset resize", this.draw, this);
    this.unfollow = onThemeChange(this.draw);
    this.draw();
    return this;
  }

  override onRemove(map: L.Map): this {
    map.off("move zoomend viewreset resize", this.draw, this);
    this.unfollow?.();
    this.canvas.remove();
    return this;
  }

  private readonly draw = (): void => {
    const map = this._map;
    const size = map.getSize();
    const ratio = window.devicePixelRatio || 1;
    L.DomUtil.setPosition(this.canvas, map.containerPointToLayerPoint([0, 0]));
    this.canvas.width = size.x * ratio;
    this.canvas.height = size.y * ratio;
    this.canvas.style.width = `${size.x}px`;
    this.canvas.style.height = `${size.y}px`;
    const context = this.canvas.getContext("2d")!;
    context.scale(ratio, ratio);
    const { color, fontFamily } = getComputedStyle(map.getContainer());
    const { color: lines, outlineColor: land } = getComputedStyle(this.canvas);
    if (map.getZoom() < closestLand) {
      context.fillStyle = land;
      const view = map.getBounds();
      drawLand(context, view.getWest(), view.getEast(), (longitude, latitude) => {
        const { x, y } = map.latLngToContainerPoint([latitude, longitude]);
        return [x, y];
      });
    }
    context.strokeStyle = lines;
    context.fillStyle = color;
    context.font = `11px ${fontFamily}`;
    context.lineWidth = 1;

    const bounds = map.getBounds();
    const span = bounds.getEast() - bounds.getWest();
    const step = steps.find((candidate) => span / candidate >= Math.max(2, size.x / 220)) ?? steps[steps.length - 1]!;
    const decimals = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
    context.beginPath();
    for (let index = Math.ceil(bounds.getWest() / step); index * step <= bounds.getEast(); index++) {
      const x = Math.round(map.latLngToContainerPoint([bounds.getCenter().lat, index * step]).x) + 0.5;
      context.moveTo(x, 0);
      context.lineTo(x, size.y);
      const text = longitudeText(index * step, decimals);
      if (x > buttons && x + 4 + context.measureText(text).width < size.x) {
        context.fillText(text, x + 4, 12);
      }
    }
    const south = Math.max(bounds.getSouth(), -85);
    for (let index = Math.ceil(south / step); index * step <= Math.min(bounds.getNorth(), 85); index++) {
      const y = Math.round(map.latLngToContainerPoint([index * step, bounds.getCenter().lng]).y) + 0.5;
      context.moveTo(0, y);
      context.lineTo(size.x, y);
      if (y > meridianTexts) {
        context.fillText(latitudeText(index * step, decimals), 52, y - 4);
      }
    }
    context.stroke();
  };
}
