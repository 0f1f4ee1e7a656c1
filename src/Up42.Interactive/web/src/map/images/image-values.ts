import * as L from "leaflet";
import { element } from "../../shared/elements";
import { PixelValues, type PixelReading } from "../../shared/pixel-values";
import type { MapReadoutData } from "../map-page-data";

interface Pixel {
  column: number;
  row: number;
}

/** The values of an image on the map, and where its pixels lie. */
export class ImageValues {
  private values: PixelValues | undefined;
  /** Which pixel each one of the picture shows; -1 for none. */
  private pixelsOf: Int32Array | undefined;
  private readonly bent: Set<number>;

  constructor(
    private readonly data: MapReadoutData,
    private readonly bounds: L.LatLngBounds,
  ) {
    this.bent = new Set(data.bent);
  }

  /** Unpacks the values, which takes a moment: once the pointer comes. */
  async unpack(): Promise<void> {
    this.values ??= await PixelValues.unpack(this.data.pixels);
  }

  /** The pixel at a place, in words, and its outline; null outside and where no band holds anything. */
  read(place: L.LatLng): { reading: PixelReading; outline: L.LatLng[] } | null {
    const at = this.values && this.locate(this.parts(place));
    if (!at) {
      return null;
    }
    const [column, row] = [Math.floor(at.column), Math.floor(at.row)];
    const isInside = column >= 0 && row >= 0 && column < this.data.pixels.columns && row < this.data.pixels.rows;
    const reading = isInside ? this.values!.read(column, row) : null;
    return reading && { reading, outline: this.outline({ column, row }, place) };
  }

  /** The values of a band once they are unpacked, NaN where it holds nothing. */
  plane(band: number): (pixel: number) => number {
    let read: ((pixel: number) => number) | undefined;
    return (pixel) => (read ??= this.values?.plane(band))?.(pixel) ?? NaN;
  }

  /** What is computed of each pixel. */
  compute(value: (pixel: number) => number): Float64Array {
    return Float64Array.from({ length: this.data.pixels.columns * this.data.pixels.rows }, (_, pixel) => value(pixel));
  }

  /** The number of the pixel at a place, row by row; null outside. */
  pixelAt(place: L.LatLng): number | null {
    return this.pixelIn(this.parts(place));
  }

  /** The bands at a place; null where none holds anything. */
  valuesAt(place: L.LatLng): { name: string; value: number }[] | null {
    const pixel = this.values ? this.pixelAt(place) : null;
    const found = pixel === null ? [] : this.data.pixels.bands.map(({ name }, band) => ({ name, value: this.plane(band)(pixel) }));
    return found.some(({ value }) => !Number.isNaN(value)) ? found : null;
  }

  /** Colours of the pixels as a picture of the map's projection. */
  picture(colors: Uint32Array, columns: number, rows: number): HTMLCanvasElement {
    const canvas = element("canvas", { width: columns, height: rows });
    const picture = new ImageData(columns, rows);
    const pixels = new Uint32Array(picture.data.buffer);
    this.pixelsOf ??= Int32Array.from({ length: columns * rows }, (_, at) =>
      this.pixelIn(L.point(((at % columns) + 0.5) / columns, (Math.floor(at / columns) + 0.5) / rows)) ?? -1);
    this.pixelsOf.forEach((pixel, at) => (pixels[at] = pixel < 0 ? 0 : colors[pixel]!));
    canvas.getContext("2d")!.putImageData(picture, 0, 0);
    return canvas;
  }

  private pixelIn(parts: L.Point): number | null {
    const at = this.locate(parts);
    const { columns, rows } = this.data.pixels;
    const [column, row] = at ? [Math.floor(at.column), Math.floor(at.row)] : [-1, -1];
    return column >= 0 && row >= 0 && column < columns && row < rows ? row * columns + column : null;
  }

  /** How far across and down the picture a place is. */
  private parts(place: L.LatLng): L.Point {
    const project = (position: L.LatLng) => L.CRS.EPSG3857.project(position);
    const [northWest, southEast, point] = [project(this.bounds.getNorthWest()), project(this.bounds.getSouthEast()), project(place)];
    return L.point((point.x - northWest.x) / (southEast.x - northWest.x), (point.y - northWest.y) / (southEast.y - northWest.y));
  }

  private place(parts: L.Point): L.LatLng {
    const project = (position: L.LatLng) => L.CRS.EPSG3857.project(position);
    const [northWest, southEast] = [project(this.bounds.getNorthWest()), project(this.bounds.getSouthEast())];
    return L.CRS.EPSG3857.unproject(
      L.point(northWest.x + parts.x * (southEast.x - northWest.x), northWest.y + parts.y * (southEast.y - northWest.y)),
    );
  }

  private locate({ x, y }: L.Point): Pixel | null {
    const { cells, places } = this.data;
    const [across, down] = [Math.max(0, Math.min(cells - 1, Math.floor(x * cells))), Math.max(0, Math.min(cells - 1, Math.floor(y * cells)))];
    if (x < 0 || y < 0 || x > 1 || y > 1 || this.bent.has(down * cells + across)) {
      return null;
    }
    const [u, v, corner] = [x * cells - across, y * cells - down, down * (cells + 1) + across];
    const between = (nodes: (number | null)[]) => {
      const [a, b, c, d] = [nodes[corner], nodes[corner + 1], nodes[corner + cells + 1], nodes[corner + cells + 2]];
      return a == null || b == null || c == null || d == null ? null : (1 - v) * ((1 - u) * a + u * b) + v * ((1 - u) * c + u * d);
    };
    const [column, row] = [between(places[0]!), between(places[1]!)];
    return column === null || row === null ? null : { column, row };
  }

  /** Where the corners of a pixel lie, by the slope of the grid at a place in it. */
  private outline({ column, row }: Pixel, place: L.LatLng): L.LatLng[] {
    const parts = this.parts(place);
    const step = 1e-3 / this.data.cells;
    const at = (x: number, y: number) => this.locate(L.point(x, y));
    const [here, east, south] = [at(parts.x, parts.y), at(parts.x + step, parts.y), at(parts.x, parts.y + step)];
    if (!here || !east || !south) {
      return [];
    }
    const [a, b] = [(east.column - here.column) / step, (south.column - here.column) / step];
    const [c, d] = [(east.row - here.row) / step, (south.row - here.row) / step];
    const determinant = a * d - b * c;
    const corners = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ];
    return corners.map(([right, below]) => {
      const [columns, rows] = [column + right! - here.column, row + below! - here.row];
      return this.place(L.point(parts.x + (d * columns - b * rows) / determinant, parts.y + (a * rows - c * columns) / determinant));
    });
  }
}

/** Values in words: "B4 1,204 · B3 no data · pixel 12, 7". */
export function readingText({ bands, pixel }: PixelReading): string {
  return [...bands.map(({ name, value }) => `${name} ${value}`), pixel].join(" · ");
}
