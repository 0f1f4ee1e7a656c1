import * as L from "leaflet";
import type { CanvasRenderer } from "./canvas-renderer";
import { drawDots } from "./packed-dots";
import type { PackedShapes } from "./packed-shapes";
import { isAt, isPoint, trace, type View } from "./packed-trace";

const smallest = 8;
const smallestDragged = 20;
const mostPins = 1_500;
const pinReach = 6;
const dotReach = 3;
const lineReach = 3;
const around = 12;
const faded = 0.2;

/** Positions of a path of the canvas: longer ones take time that grows with the square of their edges. */
const atOnce = 300;

/** What features look like: their colours by the numbers of their styles. */
export interface Look {
  colors: string[];
  styles: Uint32Array;
  fillOpacity: number;
  dashed: boolean;
}

/** Features in view: those that are drawn as they are, and those that are too small for that. */
interface Visible {
  shapes: number[];
  small: number[];
}

/**
 * Many features as one path of Leaflet's canvas: it shares that with the other layers, their order and the pointer. What is too small to be seen has a
 * pin, or where these would cover each other a dot. The boxes of all are looked through for those in view: of 100,000 that takes less than a
 * millisecond.
 */
export class PackedPath extends L.Path {
  /** The feature that the pointer was at last; -1: none. */
  hit = -1;
  /** The feature that stands out; -1: none. */
  private pointed = -1;
  private found: Uint8Array | null = null;
  private opacity = 1;
  private isDense = false;
  private smallest = smallest;
  private scale = 1;
  private origin = L.point(0, 0);
  private readonly hidden = new Set<number>();
  private readonly extent: L.LatLngBounds;
  declare readonly _pxBounds: L.Bounds;
  declare private readonly _renderer: CanvasRenderer;

  constructor(
    readonly shapes: PackedShapes,
    private readonly look: Look,
    renderer: L.Renderer,
  ) {
    super();
    L.setOptions(this, { renderer, pane: renderer.options.pane, weight: around });
    const [south, west, north, east] = shapes.extent();
    this.extent = L.latLngBounds([south, west], [north, east]);
  }

  getBounds(): L.LatLngBounds {
    return this.extent;
  }

  setOpacity(opacity: number): void {
    this.opacity = opacity;
    this.redraw();
  }

  /** Lets some features stand out, and the others fade; null: all are as they were. */
  mark(found: Uint8Array | null): void {
    this.found = found;
    this.redraw();
  }

  /** Shows the features of a style, or hides them. */
  setStyleShown(style: number, isShown: boolean): void {
    this.hidden[isShown ? "delete" : "add"](style);
    this.redraw();
  }

  /** Lets the feature under the pointer stand out; -1: none. */
  point(feature: number): void {
    const [before, after] = [this.pointed, feature];
    this.pointed = feature;
    for (const changed of [before, after].filter((each) => each >= 0 && this._renderer?._ctx)) {
      const [west, north, east, south] = this.shapes.box(changed).map((side, i) => side * this.scale - (i % 2 ? this.origin.y : this.origin.x));
      this._renderer._requestRedraw({ _pxBounds: L.bounds([west!, north!], [east!, south!]), options: this.options });
    }
  }

  /** A place on a feature that a popup may point to. */
  placeOf(feature: number): L.LatLng {
    const [west, north, east, south] = this.shapes.box(feature) as [number, number, number, number];
    const isInside = isAt(this.shapes, feature, (west + east) / 2, (north + south) / 2, 0);
    const position = this.shapes.firstPosition[this.shapes.firstPath[feature]!]!;
    const [longitude, latitude] = isInside ? this.shapes.degrees((west + east) / 2, (north + south) / 2)
      : this.shapes.degrees(this.shapes.x[position]!, this.shapes.y[position]!);
    return L.latLng(latitude, longitude);
  }

  /** Leaflet's hooks: where it is in pixels, whether the pointer is at it, and that it is to be drawn. */
  _project(): void {
    const map = this["_map"] as L.Map;
    this.scale = map.getZoomScale(map.getZoom(), 0);
    this.origin = map.getPixelOrigin();
    const corners = [this.extent.getNorthWest(), this.extent.getSouthEast()].map((corner) => map.latLngToLayerPoint(corner));
    (this as { _pxBounds: L.Bounds })._pxBounds = L.bounds(corners);
  }

  _update(): void {}

  _containsPoint(place: L.Point): boolean {
    const [x, y] = [(place.x + this.origin.x) / this.scale, (place.y + this.origin.y) / this.scale];
    const far = pinReach / this.scale;
    const { shapes, small } = this.visible({ west: x - far, north: y - far, east: x + far, south: y + far });
    const off = (feature: number) => {
      const [west, north, east, south] = this.shapes.box(feature) as [number, number, number, number];
      return Math.hypot((west + east) / 2 - x, (north + south) / 2 - y);
    };
    const reach = (this.isDense ? dotReach : pinReach) / this.scale;
    const near = small.filter((feature) => off(feature) <= reach);
    const closest = near.reduce((best, feature) => (best >= 0 && off(best) < off(feature) ? best : feature), -1);
    this.hit = closest >= 0 ? closest : (shapes.reverse().find((feature) => isAt(this.shapes, feature, x, y, lineReach / this.scale)) ?? -1);
    return this.hit >= 0;
  }

  _updatePath(): void {
    if (!this._renderer._drawing) {
      return;
    }
    const { min, max } = this._renderer._redrawBounds ?? this._renderer._bounds;
    const { scale, origin } = this;
    const margin = around / scale;
    const box = {
      west: (min!.x + origin.x) / scale - margin,
      north: (min!.y + origin.y) / scale - margin,
      east: (max!.x + origin.x) / scale + margin,
      south: (max!.y + origin.y) / scale + margin,
    };
    if (!this._renderer._redrawBounds) {
      this.smallest = smallest;
      const { shapes, small } = this.visible(box);
      this.smallest = this._renderer.isDragged && shapes.length > mostPins ? smallestDragged : smallest;
      this.isDense = small.length > mostPins || this.smallest > smallest;
    }
    const visible = this.visible(box);
    const view: View = { ...box, scale, left: origin.x, top: origin.y };
    const isHot = (feature: number) => feature === this.pointed || this.found?.[feature] === 1;
    this.draw(view, pick(visible, (feature) => !isHot(feature)), this.opacity * (this.found ? faded : 1), false);
    this.draw(view, pick(visible, isHot), this.opacity, true);
  }

  /** Features that reach into a box, the lowest first. */
  private visible({ west, north, east, south }: { west: number; north: number; east: number; south: number }): Visible {
    const [{ boxes, count }, visible] = [this.shapes, { shapes: [], small: [] } as Visible];
    const smallSize = this.smallest / this.scale;
    for (let feature = 0, i = 0; feature < count; feature++, i += 4) {
      if (boxes[i]! <= east && boxes[i + 2]! >= west && boxes[i + 1]! <= south && boxes[i + 3]! >= north && !this.isHidden(feature)) {
        const size = Math.max(boxes[i + 2]! - boxes[i]!, boxes[i + 3]! - boxes[i + 1]!);
        visible[size < smallSize ? "small" : "shapes"].push(feature);
      }
    }
    return visible;
  }

  private isHidden(feature: number): boolean {
    return this.hidden.size > 0 && this.hidden.has(this.look.styles[feature]!);
  }

  private draw(view: View, { shapes, small }: Visible, opacity: number, isHot: boolean): void {
    const [{ _ctx: context }, { colors, styles, fillOpacity, dashed }] = [this._renderer, this.look];
    const weight = (fillOpacity > 0 || this.isDense ? 1.25 : 2.5) + (isHot ? 1.5 : 0);
    context.lineJoin = shapes.length > mostPins ? "bevel" : "round";
    context.setLineDash(dashed ? [7, 5] : []);
    const byStyle = new Map<number, number[]>();
    for (const feature of shapes) {
      const style = styles[feature]!;
      byStyle.get(style)?.push(feature) ?? byStyle.set(style, [feature]);
    }
    context.lineWidth = weight;
    const paint = () => {
      if (fillOpacity > 0) {
        context.globalAlpha = opacity * fillOpacity;
        context.fill("nonzero");
      }
      context.globalAlpha = opacity;
      context.stroke();
      context.beginPath();
    };
    for (const [style, features] of byStyle) {
      context.fillStyle = context.strokeStyle = colors[style]!;
      context.beginPath();
      let positions = 0;
      for (const feature of features) {
        positions += trace(context, this.shapes, feature, view);
        if (positions > atOnce) {
          paint();
          positions = 0;
        }
      }
      paint();
    }
    context.setLineDash([]);
    if (this.isDense && !isHot) {
      drawDots(context, this._renderer._redrawBounds ?? this._renderer._bounds, view, this.shapes, this.look, small, opacity);
    } else {
      this.pins(view, small, opacity, isHot);
    }
  }

  /** As layers of few have them: a pin has a white edge, a point one of its colour. */
  private pins({ scale, left, top }: View, features: number[], opacity: number, isHot: boolean): void {
    const [{ _ctx: context }, { colors, styles }] = [this._renderer, this.look];
    for (const feature of features) {
      const [west, north, east, south] = this.shapes.box(feature) as [number, number, number, number];
      const isOnePoint = isPoint(this.shapes, feature);
      context.beginPath();
      context.arc(((west + east) / 2) * scale - left, ((north + south) / 2) * scale - top, isOnePoint ? 4 : 4.5, 0, 2 * Math.PI);
      context.fillStyle = colors[styles[feature]!]!;
      context.globalAlpha = opacity * (isOnePoint && !isHot ? 0.65 : 1);
      context.fill();
      context.globalAlpha = opacity;
      context.strokeStyle = isOnePoint ? colors[styles[feature]!]! : "#ffffff";
      context.lineWidth = 1.5 + (isHot ? 1 : 0);
      context.stroke();
    }
  }
}

const pick = ({ shapes, small }: Visible, test: (feature: number) => boolean): Visible => ({ shapes: shapes.filter(test), small: small.filter(test) });
