import type { Geometry } from "geojson";
import type { FormulaNamesData } from "../shared/formula/formula-names";
import type { PackedTextsData } from "../shared/packed/packed-texts";
import type { PixelValuesData } from "../shared/pixel-values";

/** What a map page is given. Bounds are [south, west, north, east] in degrees; longitudes may run beyond 180 at the antimeridian. */
export interface MapPageData {
  bounds: Bounds;
  basemaps: BasemapData[];
  /** The index of the basemap that shows at first; -1 for the neutral ground. */
  basemap: number;
  images: ImageLayerData[];
  vectors: VectorLayerData[];
  /** The sides of a comparison, or the dates of a timeline; empty on other maps. */
  steps: MapStepData[];
  /** "timeline", or how a comparison begins. */
  mode?: string;
  /** The colours that images can be shown in; empty where none can be shown anew. */
  scales: ColorScaleData[];
  /** What the colours of images mean whose classes have names. */
  classKeys?: ClassKeyData[];
  /** What the colours of features mean. */
  key?: FeatureKeyData;
  /** What could not be shown, in words. */
  remarks: string;
  /** Outlines to start from, on a map to draw on. */
  draw?: Geometry;
}

/** A side of a comparison, or a date of a timeline. */
export interface MapStepData {
  label: string;
  /** When it was taken, in milliseconds since 1970. */
  time?: number;
}

export type Bounds = [south: number, west: number, north: number, east: number];

export interface BasemapData {
  name: string;
  url: string;
  attribution: string;
  maxZoom: number;
}

/** A picture in EPSG:3857. */
export interface ImageLayerData {
  group: string;
  name: string;
  /** What there is to know besides the name: file, bands, stretch, reduction. */
  hint: string;
  source: string;
  alt: string;
  bounds: Bounds;
  /** The box around the pixels that hold data. */
  valid: Bounds;
  columns: number;
  rows: number;
  bar?: ColorBarData;
  values?: MapReadoutData;
  /** Finer levels, whose tiles stand in a text of the page. */
  detail?: ImageDetailData;
  step?: number;
  restyle?: RestyleData;
}

/** What is needed to show an image anew from the values of its bands. */
export interface RestyleData {
  names: FormulaNamesData;
  /** The numbers of the bands that are shown first; empty where a formula is. */
  bands: number[];
  formula?: string;
  scale: string;
  stretch: RestyleStretchData;
}

/** The stretch that an image is shown in first: percentiles, or values where `isRange`. */
export interface RestyleStretchData {
  isRange: boolean;
  low: number;
  high: number;
  gamma: number;
}

/** A scale of colours. */
export interface ColorScaleData {
  name: string;
  colors: string[];
  center?: number;
}

/** The finer levels of a picture, from its north-west corner on; their tiles stand in a text of their own, one after the other. */
export interface ImageDetailData {
  /** Pixels on a side of a tile. */
  tileSize: number;
  isCategorical: boolean;
  /** The finest first. */
  levels: DetailLevelData[];
}

export interface DetailLevelData {
  /** The side of a pixel in EPSG:3857. */
  pixelSize: number;
  columns: number;
  rows: number;
  /** Whether tiles that are not there hold nothing; else they were left out. */
  isWhole: boolean;
  /** The tiles that are there, counted row by row, and the bytes of each. */
  tiles: number[];
  bytes: number[];
}

/** The pixels of an image, and which of them lies where: its columns and rows at the corners of cells that lie evenly over the picture. */
export interface MapReadoutData {
  cells: number;
  places: (number | null)[][];
  /** Cells, counted row by row, that a place cannot be interpolated in. */
  bent: number[];
  pixels: PixelValuesData;
}

export interface ColorBarData {
  title: string;
  minimum: number;
  maximum: number;
  colors: string[];
}

/** The key of an image whose classes have names. */
export interface ClassKeyData {
  title: string;
  /** The largest first; the last may stand for those that have no row. */
  rows: ClassKeyRowData[];
}

export interface ClassKeyRowData {
  name: string;
  /** None of several classes. */
  color?: string;
  /** As it is shown; empty where it is not known. */
  size: string;
}

export interface VectorLayerData {
  name: string;
  group: string;
  color: string;
  dashed: boolean;
  /** How opaque the inside of polygons is, 0 to 1. */
  fillOpacity: number;
  /** Whether its areas are those that results cover. */
  isFootprint: boolean;
  /** The step that it belongs to, where it does not belong to all. */
  step?: number;
  /** What there is to know besides the name. */
  hint?: string;
  features: VectorFeatureData[];
  /** The features of a layer of many, in place of those above. */
  packed?: PackedFeaturesData;
}

/** Many features: see PackedFeaturesData.cs. */
export interface PackedFeaturesData {
  count: number;
  perDegree: number;
  shapes: string;
  styles: FeatureStyleData[];
  properties: FeaturePropertyData[];
  /** The property that is their name where they have no other; else they are numbered. */
  namedBy?: number;
  /** A list for each property, then the numbers of styles, the names, and the labels where these are others. */
  texts: PackedTextsData[];
}

export interface FeatureStyleData {
  class?: number;
  color?: string;
}

export interface FeaturePropertyData {
  name: string;
  isJson: boolean;
}

/** The key of features that a column colours: of numbers a bar, else classes; the last may be that of features without a value. */
export interface FeatureKeyData {
  title: string;
  bar?: ColorBarData;
  classes: FeatureClass[];
}

export interface FeatureClass {
  name: string;
  color: string;
  count: number;
}

export interface VectorFeatureData {
  /** The row of the map's key that it belongs to. */
  class?: number;
  color?: string;
  name: string;
  /** What it is called under the pointer. */
  label: string;
  geometry: Geometry;
  properties: Record<string, unknown>;
}

/** What is told of a feature. */
export type FeatureFacts = Pick<VectorFeatureData, "name" | "label" | "properties">;
