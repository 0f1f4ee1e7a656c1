import type * as L from "leaflet";
import type { FeatureFacts, VectorLayerData } from "../map-page-data";

/** A layer of features, as the page deals with it however it is drawn. */
export interface FeatureSet {
  readonly data: VectorLayerData;
  readonly group: L.FeatureGroup;
  readonly features: FeatureFacts[];
  /** The polygons of all features: of each its shell and its holes. */
  readonly polygons: L.LatLng[][][];
  setOpacity(opacity: number): void;
  /** Shows the features of a class, or hides them. */
  setClass(index: number, isShown: boolean): void;
  /** Lets some features stand out, and the others fade; null: all are as they were. */
  mark(found: FeatureFacts[] | null): void;
  /** Opens the popup of a feature, and goes there. */
  open(feature: FeatureFacts): void;
  /** Opens the feature whose middle lies closest to a place, if one lies there. */
  openAt(place: L.LatLng, tolerance: number): boolean;
}
