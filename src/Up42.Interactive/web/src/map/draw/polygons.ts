import * as L from "leaflet";
import type { Geometry, Position } from "geojson";
import { authalicRadius, authalicSine } from "../geodesy";
import { cut } from "./antimeridian";

/** A place in the cylindrical equal-area projection: degrees across, the sine of the authalic latitude down. */
interface Place {
  x: number;
  y: number;
}

type Edge = [from: Place, to: Place];

/** How much of the area of rings polygons cover together, in percent. */
export function coveredPercent(rings: L.LatLng[][], polygons: L.LatLng[][][]): number {
  const drawn = rings.map((ring) => [ring]);
  const bounds = L.latLngBounds(rings.flat());
  const near = polygons.filter(([shell]) => bounds.intersects(L.latLngBounds(shell!)));
  const whole = area(drawn);
  return whole > 0 ? Math.max(0, Math.min(100, (100 * (whole + area(near) - area([...drawn, ...near]))) / whole)) : 0;
}

/**
 * The area in square metres that polygons, each of a shell and holes, cover together, on the authalic sphere of WGS 84 (Snyder, Map Projections,
 * 3-11 to 3-13): edges run straight in the cylindrical equal-area projection. What lies in several polygons counts once.
 */
export function area(polygons: L.LatLng[][][]): number {
  const outlines = polygons.map((rings) =>
    rings.flatMap((ring) => {
      const places = ring.map(authalic);
      return places.map((place, i): Edge => [place, places[(i + 1) % places.length]!]);
    }),
  );
  const all = outlines.flat();
  const crossings = all.flatMap((edge, i) => all.slice(i + 1).flatMap((other) => crossing(edge, other)));
  const heights = [...new Set([...all.map(([from]) => from.y), ...crossings])].sort((a, b) => a - b);
  const whole = heights.slice(1).reduce((sum, top, i) => sum + (top - heights[i]!) * covered(outlines, (top + heights[i]!) / 2), 0);
  return whole * (Math.PI / 180) * authalicRadius ** 2;
}

const authalic = ({ lat, lng }: L.LatLng): Place => ({ x: lng, y: authalicSine(lat) });

const across = ([from, to]: Edge, y: number): number => from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x);

/** How far across rings reach at a height where none of their edges begin or cross: between such heights, on the mean. */
function covered(outlines: Edge[][], y: number): number {
  const spans = outlines.flatMap((edges) => {
    const xs = edges.filter(([from, to]) => from.y > y !== to.y > y).map((edge) => across(edge, y)).sort((a, b) => a - b);
    return xs.flatMap((x, i) => (i % 2 === 0 ? [[x, xs[i + 1]!] as const] : []));
  });
  let [sum, end] = [0, -Infinity];
  for (const [from, to] of spans.sort(([a], [b]) => a - b)) {
    sum += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return sum;
}

/** The height at which two edges cross; none where they do not. */
function crossing(edge: Edge, other: Edge): number[] {
  const [[a, b], [c, d]] = [edge, other];
  const [bottom, top] = [Math.max(Math.min(a.y, b.y), Math.min(c.y, d.y)), Math.min(Math.max(a.y, b.y), Math.max(c.y, d.y))];
  if (bottom >= top) {
    return [];
  }
  const [below, above] = [across(edge, bottom) - across(other, bottom), across(edge, top) - across(other, top)];
  return below * above < 0 ? [bottom + (top - bottom) * (below / (below - above))] : [];
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
