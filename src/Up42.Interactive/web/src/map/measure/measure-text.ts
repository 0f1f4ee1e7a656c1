import type * as L from "leaflet";
import { areaText, countOf, formatNumber, lengthText } from "../../shared/numbers";
import { crossesItself } from "../draw/polygons";
import { length, ringArea } from "../geodesy";

const digits = 4;

/** The length of a line, and of three points on the area that it encloses: "12.31 km; area 4.312 km² (431.2 ha)". */
export function measureText(places: L.LatLng[], isEnded: boolean): string {
  if (places.length < 2) {
    return countOf(places.length, "point");
  }
  const text = `Length ${lengthText(length(places), digits)}`;
  const whole = places.length < 3 ? text : `${text}; area ${crossesItself(places) ? "none, the outline crosses itself" : hectares(ringArea(places))}`;
  return isEnded ? `${whole}.` : `${whole} (${countOf(places.length, "point")})`;
}

const hectares = (squareMeters: number): string => `${areaText(squareMeters, digits)} (${formatNumber(squareMeters / 1e4, digits, true)} ha)`;
