import * as L from "leaflet";
import type { Geometry, Position } from "geojson";
import { cut } from "./antimeridian";

/** WGS 84: the semi-major axis in metres and the first eccentricity. */
const semiMajor = 6378137;
const eccentricity = 0.0818191908426215;

/**
 * The area of a ring in square metres, on the authalic sphere of WGS 84 (Snyder, Map Projections, 3-11 to 3-13): edges run straight in the
 * cylindrical equal-area projection.
 */
export function area(ring: L.LatLng[]): number {
  const q = (sine: number) =>
    (1 - eccentricity ** 2) * (sine / (1 - (eccentricity * sine) ** 2) - Math.log((1 - eccentricity * sine) / (1 + eccentricity * sine)) / (2 * eccentricity));
  const pole = q(1);
  const radius = semiMajor * Math.sqrt(pole / 2);
  const sine = (place: L.LatLng) => q(Math.sin((place.lat * Math.PI) / 180)) / pole;
  const twice = ring.reduce((sum, place, i) => {
    const next = ring[(i + 1) % ring.length]!;
    return sum + ((next.lng - place.lng) * Math.PI * (sine(place) + sine(next))) / 180;
  }, 0);
  return (Math.abs(twice) / 2) * radius ** 2;
}

/** Whether two edges of a ring cross. */
export function crossesItself(ring: L.LatLng[]): boolean {
  const edges = ring.map((place, i) => [place, ring[(i + 1) % ring.length]!] as const);
  return edges.some(([a, b], i) =>
    edges.slice(i + 2, i === 0 ? -1 : undefined).some(([c, d]) => side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)));
}

/** Rings as GeoJSON: outer rings counter-clockwise, closed, to a centimetre, cut at the antimeridian as RFC 7946, section 3.1.9, wants it. */
export function toGeoJson(rings: L.LatLng[][]): object {
  return { type: "FeatureCollection", features: rings.map((ring) => ({ type: "Feature", properties: {}, geometry: geometry(ring) })) };
}

function geometry(ring: L.LatLng[]): Geometry {
  const parts = cut(ring.map(({ lat, lng }) => [lng, lat])).map((part) => [closed(part)]);
  return parts.length === 1 ? { type: "Polygon", coordinates: parts[0]! } : { type: "MultiPolygon", coordinates: parts };
}

function closed(ring: Position[]): Position[] {
  const positions = ring.map((position) => position.map(round));
  const ordered = signed(positions) < 0 ? positions.reverse() : positions;
  return [...ordered, ordered[0]!];
}

function signed(positions: Position[]): number {
  return positions.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = positions[(i + 1) % positions.length]!;
    return sum + x! * nextY! - nextX! * y!;
  }, 0);
}

function side(a: L.LatLng, b: L.LatLng, c: L.LatLng): boolean {
  return (b.lng - a.lng) * (c.lat - a.lat) > (b.lat - a.lat) * (c.lng - a.lng);
}

function round(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}
