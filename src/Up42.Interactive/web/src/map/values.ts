import * as L from "leaflet";
import { formatNumber } from "../shared/numbers";
import type { MapReadoutData } from "./map-page-data";

/** The values of an image near a place, from its coarse grid; null outside and where there is no data. */
export function valuesAt(grid: MapReadoutData, bounds: L.LatLngBounds, place: L.LatLng): (number | null)[] | null {
  const { project } = L.CRS.EPSG3857;
  const inMeters = (position: L.LatLng) => project.call(L.CRS.EPSG3857, position);
  const [northWest, southEast, point] = [inMeters(bounds.getNorthWest()), inMeters(bounds.getSouthEast()), inMeters(place)];
  const column = Math.floor(((point.x - northWest.x) / (southEast.x - northWest.x)) * grid.columns);
  const row = Math.floor(((point.y - northWest.y) / (southEast.y - northWest.y)) * grid.rows);
  if (column < 0 || row < 0 || column >= grid.columns || row >= grid.rows) {
    return null;
  }
  const values = grid.values.map((band) => band[row * grid.columns + column]!);
  return values.every((value) => value === null) ? null : values;
}

/** Values in words: "B4 1,204 · B3 no data". */
export function valuesText(bands: string[], values: (number | null)[]): string {
  return values.map((value, i) => `${bands[i]} ${number(value)}`).join(" · ");
}

function number(value: number | null): string {
  return value === null ? "no data" : formatNumber(value, 5, true);
}
