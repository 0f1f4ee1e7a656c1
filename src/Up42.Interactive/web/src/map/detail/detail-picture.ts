import * as L from "leaflet";
import { element } from "../../shared/elements";
import { ImagePicture } from "../images/image-picture";
import type { ImageLayerData } from "../map-page-data";
import { TileStore, type TileLevel } from "./tile-store";

interface Screen {
  context: CanvasRenderingContext2D;
  /** Device pixels of the canvas for each of the map's. */
  ratio: number;
  /** The picture's north-west corner, and what a metre in EPSG:3857 is, in device pixels. */
  left: number;
  top: number;
  scale: number;
}

/**
 * An image with tiles of finer levels: where the map is nearer than the picture, a canvas as large as the map shows the tiles in view in place of it,
 * and coarser ones until they are decoded.
 */
export class DetailPicture extends ImagePicture {
  private readonly canvas = element("canvas", { className: "u42-detail leaflet-zoom-animated" });
  private readonly picture = element("img", { className: "u42-detail leaflet-zoom-animated" });
  private readonly store: TileStore;
  private frame = 0;
  /** The place in the canvas' corner, and the zoom that it was drawn at. */
  private drawn: { corner: L.LatLng; zoom: number } | undefined;

  constructor(private readonly image: ImageLayerData, bounds: L.LatLngBounds, options: L.ImageOverlayOptions, text: () => string | null) {
    super(image.source, bounds, image.columns, image.rows, options);
    this.store = new TileStore(image.detail!, text, () => this.redraw());
    document.addEventListener("DOMContentLoaded", () => this.redraw());
  }

  override getEvents(): { [name: string]: L.LeafletEventHandlerFn } {
    return { ...super.getEvents!(), move: () => this.redraw(), moveend: () => this.redraw(), resize: () => this.redraw() };
  }

  /** Shows what has come meanwhile. */
  redraw(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this._map && this.draw());
  }

  /** Leaflet calls it once: the picture and the canvas are one element to it. */
  _initImage(): void {
    this.picture.src = this.image.source;
    this.picture.alt = this.image.alt;
    this.canvas.setAttribute("aria-hidden", "true");
    const box = element("div", { className: "leaflet-image-layer" }, this.picture, this.canvas);
    (this as unknown as { _image: HTMLElement })._image = box;
    this.picture.decode().then(() => this.redraw(), () => this.picture.naturalWidth === 0 && this.fire("error"));
  }

  /** The picture, or what stands in place of it and its detail. */
  override shown(): HTMLElement {
    return this.getElement() === this.picture.parentElement ? this.picture : this.getElement()!;
  }

  override show(picture: HTMLCanvasElement | null, name = ""): void {
    super.show(picture, name);
    this._reset();
  }

  override _reset(): void {
    super._reset();
    this.draw();
  }

  override _animateZoom(event: { center: L.LatLng; zoom: number }): void {
    super._animateZoom(event);
    if (this.drawn) {
      L.DomUtil.setTransform(this.canvas, this.pointAfter(this.drawn.corner, event), this._map.getZoomScale(event.zoom, this.drawn.zoom));
    }
  }

  private draw(): void {
    const [size, ratio] = [this._map.getSize(), window.devicePixelRatio || 1];
    const corner = this._map.latLngToContainerPoint(this.getBounds().getNorthWest());
    const metre = (256 * 2 ** this._map.getZoom()) / (2 * Math.PI * 6378137);
    const level = this.levelFor(1 / (metre * ratio));
    this.canvas.hidden = level === undefined;
    this.drawn = undefined;
    this.picture.style.visibility = level === undefined ? "" : "hidden";
    if (level === undefined) {
      return;
    }
    [this.canvas.width, this.canvas.height] = [Math.round(size.x * ratio), Math.round(size.y * ratio)];
    [this.canvas.style.width, this.canvas.style.height] = [`${size.x}px`, `${size.y}px`];
    L.DomUtil.setTransform(this.canvas, this._map.containerPointToLayerPoint([0, 0]), 1);
    this.drawn = { corner: this._map.containerPointToLatLng([0, 0]), zoom: this._map.getZoom() };
    const screen = { context: this.canvas.getContext("2d")!, ratio, left: corner.x * ratio, top: corner.y * ratio, scale: metre * ratio };
    this.drawTiles(screen, level);
  }

  /** The coarsest level whose pixels are no larger than the screen's, or the finest; none where the picture is as fine. */
  private levelFor(pixel: number): number | undefined {
    const { levels } = this.store;
    const fine = levels.filter(({ pixelSize }) => pixelSize <= 1.1 * pixel).length;
    return this.pictureSize() <= 1.1 * pixel ? undefined : Math.max(0, fine - 1);
  }

  private pictureSize(): number {
    const project = (place: L.LatLng) => L.CRS.EPSG3857.project(place).x;
    return (project(this.getBounds().getNorthEast()) - project(this.getBounds().getNorthWest())) / this.image.columns;
  }

  private drawTiles(screen: Screen, index: number): void {
    const level = this.store.levels[index]!;
    const side = level.pixelSize * this.store.data.tileSize * screen.scale;
    const { width, height } = this.canvas;
    const range = (from: number, length: number, count: number) =>
      [Math.max(0, Math.floor(-from / side)), Math.min(count - 1, Math.floor((length - from) / side))] as const;
    const [west, east] = range(screen.left, width, level.columns);
    const [north, south] = range(screen.top, height, level.rows);
    for (let row = north; row <= south; row++) {
      for (let column = west; column <= east; column++) {
        this.drawTile(screen, index, column, row);
      }
    }
  }

  /** Draws a tile, or what there is of coarser levels in its place. */
  private drawTile(screen: Screen, index: number, column: number, row: number): void {
    const level = this.store.levels[index]!;
    const side = level.pixelSize * this.store.data.tileSize;
    const place = row * level.columns + column;
    if (!level.starts.has(place) && level.isWhole) {
      return;
    }
    const tile = level.starts.has(place) ? this.store.get(level, place) : undefined;
    if (tile) {
      this.paint(screen, tile, level, side * column, side * row, side, 0, 0, tile.width, index === 0);
      return;
    }
    for (let step = 1; index + step < this.store.levels.length; step++) {
      const coarser = this.store.levels[index + step]!;
      const there = (row >> step) * coarser.columns + (column >> step);
      const found = this.store.peek(coarser, there);
      if (found) {
        const part = found.width / 2 ** step;
        const [left, top] = [(column - ((column >> step) << step)) * part, (row - ((row >> step) << step)) * part];
        this.paint(screen, found, coarser, side * column, side * row, side, left, top, part, false);
        return;
      }
      if (!level.starts.has(place) && coarser.starts.has(there)) {
        this.store.get(coarser, there);
      }
    }
    this.paintPicture(screen, side * column, side * row, side);
  }

  /** Paints a square of a tile where it belongs, its edges on whole pixels, so that neighbours meet. */
  private paint(
    screen: Screen, tile: ImageBitmap, level: TileLevel, x: number, y: number, side: number, left: number, top: number, part: number, isFinest: boolean,
  ): void {
    const edge = (from: number, at: number) => Math.round(from + at * screen.scale);
    const [x0, y0, x1, y1] = [edge(screen.left, x), edge(screen.top, y), edge(screen.left, x + side), edge(screen.top, y + side)];
    const isMagnified = level.pixelSize * screen.scale > 1;
    screen.context.imageSmoothingEnabled = !(isMagnified && (isFinest || this.store.data.isCategorical));
    screen.context.imageSmoothingQuality = "medium";
    screen.context.drawImage(tile, left, top, part, part, x0, y0, x1 - x0, y1 - y0);
  }

  private paintPicture(screen: Screen, x: number, y: number, side: number): void {
    const { picture } = this;
    if (!picture.complete || picture.naturalWidth === 0) {
      return;
    }
    const pixel = (this.pictureSize() * this.image.columns) / picture.naturalWidth;
    screen.context.imageSmoothingEnabled = true;
    const [left, top] = [Math.round(screen.left + x * screen.scale), Math.round(screen.top + y * screen.scale)];
    const [right, bottom] = [Math.round(screen.left + (x + side) * screen.scale), Math.round(screen.top + (y + side) * screen.scale)];
    screen.context.drawImage(picture, x / pixel, y / pixel, side / pixel, side / pixel, left, top, right - left, bottom - top);
  }
}
