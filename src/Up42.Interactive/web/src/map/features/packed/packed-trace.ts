import * as L from "leaflet";
import { line, type PackedShapes, point, shell } from "./packed-shapes";

const finestStep = 0.75;
const longest = 20_000;

/** What is drawn of the world: a box of it, in pixels of zoom 0, and where that lies on the canvas. */
export interface View {
  west: number;
  north: number;
  east: number;
  south: number;
  scale: number;
  left: number;
  top: number;
}

/** Whether a feature is one point. */
export function isPoint({ firstPath, kinds }: PackedShapes, feature: number): boolean {
  return kinds[firstPath[feature]!] === point;
}

/**
 * Adds a feature to the path of a canvas: steps that are smaller than a pixel are left out, and what reaches far out of view is cut.
 * @returns How many positions it has.
 */
export function trace(context: CanvasRenderingContext2D, shapes: PackedShapes, feature: number, view: View): number {
  const { firstPath, firstPosition, kinds, x: xs, y: ys } = shapes;
  const { scale, left, top } = view;
  const [west, north, east, south] = shapes.box(feature) as [number, number, number, number];
  const isLong = Math.max(east - west, south - north) * scale > longest;
  for (let path = firstPath[feature]!; path < firstPath[feature + 1]!; path++) {
    const [start, end, kind] = [firstPosition[path]!, firstPosition[path + 1]!, kinds[path]!];
    if (isLong && kind !== point) {
      traceCut(context, shapes, path, view);
      continue;
    }
    let [x, y] = [xs[start]! * scale - left, ys[start]! * scale - top];
    if (kind === point) {
      context.moveTo(x + 2, y);
      context.arc(x, y, 2, 0, 2 * Math.PI);
      continue;
    }
    context.moveTo(x, y);
    for (let i = start + 1; i < end; i++) {
      const [nextX, nextY] = [xs[i]! * scale - left, ys[i]! * scale - top];
      if (i === end - 1 || Math.abs(nextX - x) + Math.abs(nextY - y) >= finestStep) {
        context.lineTo(nextX, nextY);
        [x, y] = [nextX, nextY];
      }
    }
    if (kind >= shell) {
      context.closePath();
    }
  }
  return firstPosition[firstPath[feature + 1]!]! - firstPosition[firstPath[feature]!]!;
}

function traceCut(context: CanvasRenderingContext2D, shapes: PackedShapes, path: number, { west, north, east, south, scale, left, top }: View): void {
  const bounds = L.bounds([west * scale - left, north * scale - top], [east * scale - left, south * scale - top]);
  const places: L.Point[] = [];
  for (let i = shapes.firstPosition[path]!; i < shapes.firstPosition[path + 1]!; i++) {
    places.push(L.point(shapes.x[i]! * scale - left, shapes.y[i]! * scale - top));
  }
  if (shapes.kinds[path] === line) {
    places.slice(1).forEach((place, i) => {
      const seen = L.LineUtil.clipSegment(places[i]!, place, bounds) as L.Point[] | false;
      if (seen) {
        context.moveTo(seen[0]!.x, seen[0]!.y);
        context.lineTo(seen[1]!.x, seen[1]!.y);
      }
    });
    return;
  }
  L.PolyUtil.clipPolygon(places, bounds).forEach(({ x, y }, i) => context[i === 0 ? "moveTo" : "lineTo"](x, y));
  context.closePath();
}

/** Whether a place lies in an area of a feature, or near one of its lines. */
export function isAt({ firstPath, firstPosition, kinds, x: xs, y: ys }: PackedShapes, feature: number, x: number, y: number, near: number): boolean {
  let isInside = false;
  for (let path = firstPath[feature]!; path < firstPath[feature + 1]!; path++) {
    const [start, end, kind] = [firstPosition[path]!, firstPosition[path + 1]!, kinds[path]!];
    const isRing = kind >= shell;
    for (let i = start, before = isRing ? end - 1 : start; i < end; before = i++) {
      const [ax, ay, bx, by] = [xs[before]!, ys[before]!, xs[i]!, ys[i]!];
      if (isRing && ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) {
        isInside = !isInside;
      }
      if (near > 0 && distance(x, y, ax, ay, bx, by) <= near) {
        return true;
      }
    }
  }
  return isInside;
}

function distance(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}
