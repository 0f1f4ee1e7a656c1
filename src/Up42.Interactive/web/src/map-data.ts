import type { Geometry } from "geojson";

/** What a map page is given. Bounds are [south, west, north, east] in degrees; longitudes may run beyond 180 at the antimeridian. */
export interface MapData {
  bounds: Bounds;
  basemaps: Basemap[];
  images: ImageLayer[];
  vectors: VectorLayer[];
  /** What could not be shown, in words. */
  remarks: string;
}

export type Bounds = [south: number, west: number, north: number, east: number];

export interface Basemap {
  name: string;
  url: string;
  attribution: string;
  maxZoom: number;
}

/** A picture in EPSG:3857; `picture` counts the pictures of the page's static part. */
export interface ImageLayer {
  name: string;
  picture: number;
  bounds: Bounds;
  columns: number;
  bar?: ColorBar;
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
