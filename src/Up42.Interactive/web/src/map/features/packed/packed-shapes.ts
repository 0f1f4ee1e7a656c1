import { inflate } from "../../../shared/packed/inflate";
import type { PackedFeaturesData } from "../../map-page-data";

const atOnce = 20_000;
const corners = 4;

/** What a path is: a polygon is a shell and its holes. */
export const point = 0, line = 1, shell = 2;

/** The side of the world, in the pixels that positions are in: those of zoom 0. */
const world = 256;

/**
 * The geometries of many features, as ShapePacker.cs packs them: all positions one after the other, projected once. Shells go round one way and
 * holes the other, so that paths of many features can be filled at once.
 */
export class PackedShapes {
  /** Of each feature west, north, east and south. */
  readonly boxes: Float64Array;
  /** Where the paths of a feature begin, and the positions of a path; at last where all end. */
  readonly firstPath: Uint32Array;
  readonly firstPosition: Uint32Array;
  readonly kinds: Uint8Array;
  readonly x: Float64Array;
  readonly y: Float64Array;

  private constructor(readonly count: number, paths: number, positions: number) {
    this.boxes = new Float64Array(4 * count);
    this.firstPath = new Uint32Array(count + 1);
    this.firstPosition = new Uint32Array(paths + 1);
    this.kinds = new Uint8Array(paths);
    [this.x, this.y] = [new Float64Array(positions), new Float64Array(positions)];
  }

  /** Unpacks them in parts, so that the page goes on. */
  static async unpack({ count, perDegree, shapes }: PackedFeaturesData): Promise<PackedShapes> {
    const bytes = await inflate(shapes);
    const counts = new Numbers(bytes, 0, count);
    const kinds = new Numbers(bytes, counts.end, counts.sum());
    const lengths = new Numbers(bytes, kinds.end, kinds.length);
    const startX = new Numbers(bytes, lengths.end, kinds.length);
    const startY = new Numbers(bytes, startX.end, kinds.length);
    const quads = lengths.sum((length) => Number(length === corners));
    const stepX = new Numbers(bytes, startY.end, lengths.sum() - kinds.length - quads);
    const stepY = new Numbers(bytes, stepX.end, stepX.length);
    const backX = new Numbers(bytes, stepY.end, quads);
    const backY = new Numbers(bytes, backX.end, quads);
    const made = new PackedShapes(count, kinds.length, kinds.length + stepX.length + quads);
    let [path, position, placeX, placeY] = [0, 0, 0, 0];
    for (let feature = 0; feature < count; feature++) {
      made.firstPath[feature] = path;
      for (let rest = counts.next(); rest > 0; rest--, path++) {
        const length = lengths.next();
        made.kinds[path] = kinds.next();
        made.firstPosition[path] = position;
        [placeX, placeY] = [placeX + startX.nextSigned(), placeY + startY.nextSigned()];
        let [x, y, firstX, firstY] = [placeX, placeY, 0, 0];
        for (let i = 0; i < length; i++, position++) {
          if (i > 0) {
            const isBack = length === corners && i === corners - 1;
            const [dx, dy] = isBack ? [backX.nextSigned() - firstX, backY.nextSigned() - firstY] : [stepX.nextSigned(), stepY.nextSigned()];
            [firstX, firstY] = i === 1 ? [dx, dy] : [firstX, firstY];
            [x, y] = [x + dx, y + dy];
          }
          made.x[position] = projectX(x / perDegree);
          made.y[position] = projectY(y / perDegree);
        }
        made.turn(path, position);
      }
      made.measure(feature, path, position);
      if (feature % atOnce === atOnce - 1) {
        await new Promise((resolve) => setTimeout(resolve));
      }
    }
    made.firstPath[count] = path;
    made.firstPosition[path] = position;
    return made;
  }

  /** A place in degrees. */
  degrees(x: number, y: number): [longitude: number, latitude: number] {
    return [longitude(x), latitude(y)];
  }

  /** West, north, east and south of a feature. */
  box(feature: number): number[] {
    const i = 4 * feature;
    return [this.boxes[i]!, this.boxes[i + 1]!, this.boxes[i + 2]!, this.boxes[i + 3]!];
  }

  /** The box around all, in degrees. */
  extent(): [south: number, west: number, north: number, east: number] {
    let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < this.boxes.length; i += 4) {
      [west, north] = [Math.min(west, this.boxes[i]!), Math.min(north, this.boxes[i + 1]!)];
      [east, south] = [Math.max(east, this.boxes[i + 2]!), Math.max(south, this.boxes[i + 3]!)];
    }
    return [latitude(south), longitude(west), latitude(north), longitude(east)];
  }

  /** The box of a feature in degrees. */
  degreesBox(feature: number): [south: number, west: number, north: number, east: number] {
    const [west, north, east, south] = this.box(feature) as [number, number, number, number];
    return [latitude(south), longitude(west), latitude(north), longitude(east)];
  }

  /** Lets a ring go round as its kind does. */
  private turn(path: number, end: number): void {
    const [start, { x, y }] = [this.firstPosition[path]!, this];
    let area = 0;
    for (let i = start, before = end - 1; i < end; before = i++) {
      area += (x[before]! - x[start]!) * (y[i]! - y[start]!) - (x[i]! - x[start]!) * (y[before]! - y[start]!);
    }
    const kind = this.kinds[path]!;
    if (kind >= shell && area > 0 !== (kind === shell)) {
      x.subarray(start, end).reverse();
      y.subarray(start, end).reverse();
    }
  }

  private measure(feature: number, endPath: number, end: number): void {
    let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = this.firstPath[feature]! < endPath ? this.firstPosition[this.firstPath[feature]!]! : end; i < end; i++) {
      const [x, y] = [this.x[i]!, this.y[i]!];
      west = x < west ? x : west;
      east = x > east ? x : east;
      north = y < north ? y : north;
      south = y > south ? y : south;
    }
    this.boxes.set([west, north, east, south], 4 * feature);
  }
}

/** A list of numbers: how many bytes each has, then the lowest bytes of all, the next ones, and so on. */
class Numbers {
  readonly end: number;
  private readonly width: number;
  private at = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly start: number,
    readonly length: number,
  ) {
    this.width = bytes[start]!;
    this.end = start + 1 + this.width * length;
  }

  next(): number {
    let [value, factor] = [0, 1];
    for (let place = this.start + 1 + this.at++; place < this.end; place += this.length) {
      value += this.bytes[place]! * factor;
      factor *= 256;
    }
    return value;
  }

  nextSigned(): number {
    const value = this.next();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** The sum of what something makes of them. */
  sum(make = (value: number): number => value): number {
    let sum = 0;
    for (this.at = 0; this.at < this.length; ) {
      sum += make(this.next());
    }
    this.at = 0;
    return sum;
  }
}

// Web Mercator, as Leaflet projects.
const steepest = 85.0511287798;

const projectX = (longitude: number): number => world * (longitude / 360 + 0.5);

function projectY(latitude: number): number {
  const sine = Math.sin((Math.max(-steepest, Math.min(steepest, latitude)) * Math.PI) / 180);
  return world * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI));
}

const longitude = (x: number): number => 360 * (x / world - 0.5);

const latitude = (y: number): number => (360 / Math.PI) * Math.atan(Math.exp(2 * Math.PI * (0.5 - y / world))) - 90;
