import type { Geometry } from "geojson";

/** What a map page is given. Bounds are [south, west, north, east] in degrees; longitudes may run beyond 180 at the antimeridian. */
export interface MapData {
  bounds: Bounds;
  basemaps: Basemap[];
  /** The index of the basemap that shows at first; -1 for the neutral ground. */
  basemap: number;
  images: ImageLayer[];
  vectors: VectorLayer[];
  /** What could not be shown, in words. */
  remarks: string;
  /** Outlines to start from, on a map to draw on. */
  draw?: Geometry[];
}

export type Bounds = [south: number, west: number, north: number, east: number];

export interface Basemap {
  name: string;
  url: string;
  attribution: string;
  maxZoom: number;
}

/** A picture in EPSG:3857. */
export interface ImageLayer {
  group: string;
  name: string;
  source: string;
  alt: string;
  bounds: Bounds;
  /** The box around the pixels that hold data. */
  valid: Bounds;
  columns: number;
  rows: number;
  bar?: ColorBar;
  values?: ValueGrid;
}

/** Values at the middles of cells that lie evenly over an image in EPSG:3857, by band, rows from the north; null where there is no data. */
export interface ValueGrid {
  columns: number;
  rows: number;
  bands: string[];
  values: (number | null)[][];
}

export interface ColorBar {
  title: string;
  range: [number, number];
  colors: string;
}

export interface VectorLayer {
  name: string;
  group: string;
  color: string;
  dashed: boolean;
  categories: { name: string; color: string }[];
  bar?: ColorBar;
  features: VectorFeature[];
}

export interface VectorFeature {
  color?: string;
  name: string;
  geometry: Geometry;
  properties: Record<string, unknown>;
}
