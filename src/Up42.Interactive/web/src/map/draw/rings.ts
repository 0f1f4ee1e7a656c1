import * as L from "leaflet";
import type { Geometry, Position } from "geojson";

/** The polygons of a geometry: of each its shell and its holes, without the positions that close them. */
export function rings(geometry: Geometry): L.LatLng[][][] {
  switch (geometry.type) {
    case "Polygon":
      return [geometry.coordinates.map(ring)];
    case "MultiPolygon":
      return geometry.coordinates.map((polygon) => polygon.map(ring));
    case "GeometryCollection":
      return geometry.geometries.flatMap(rings);
    default:
      return [];
  }
}

const ring = (positions: Position[]): L.LatLng[] => positions.slice(0, -1).map(([longitude, latitude]) => L.latLng(latitude!, longitude!));
