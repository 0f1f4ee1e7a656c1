// Lengths and areas on the WGS 84 ellipsoid: the rules of Geodesy.cs, where the sources of the formulas are named.
import * as L from "leaflet";

const equatorRadius = 6378137;
const flattening = 1 / 298.257223563;
const eccentricity = Math.sqrt(flattening * (2 - flattening));
const radians = Math.PI / 180;
const stride = 2 * radians;

const authalicQ = (sine: number): number =>
  (1 - eccentricity ** 2) * (sine / (1 - (eccentricity * sine) ** 2) - Math.log((1 - eccentricity * sine) / (1 + eccentricity * sine)) / (2 * eccentricity));

/** The radius of the sphere that has the ellipsoid's area. */
export const authalicRadius = equatorRadius * Math.sqrt(authalicQ(1) / 2);

/** The sine of a latitude on that sphere. */
export const authalicSine = (latitude: number): number => Math.max(-1, Math.min(1, authalicQ(Math.sin(latitude * radians)) / authalicQ(1)));

/** Metres along the shortest lines from place to place. */
export const length = (places: L.LatLng[]): number => places.slice(1).reduce((sum, place, i) => sum + distance(places[i]!, place), 0);

/**
 * Square metres inside a ring whose edges are great circles of the authalic sphere; round a pole, the side of the pole. The ring is given without
 * the place that closes it.
 */
export function ringArea(ring: L.LatLng[]): number {
  let [excess, turned] = [0, 0];
  ring.forEach((from, i) => {
    const to = ring[(i + 1) % ring.length]!;
    const step = eastward(from, to);
    const [start, end] = [halfTangent(from.lat), halfTangent(to.lat)];
    excess += 2 * Math.atan2(Math.tan((step * radians) / 2) * (start + end), 1 + start * end);
    turned += step;
  });
  return (Math.abs(turned) > 180 ? 2 * Math.PI - Math.abs(excess) : Math.abs(excess)) * authalicRadius ** 2;
}

/** The places that a line from one place to the next goes through on the map, the first left out: the shortest way is bent there. */
export function shortestLine(from: L.LatLng, to: L.LatLng): L.LatLng[] {
  const [start, end] = [unit(from), unit(to)];
  const angle = centralAngle(from.lat, to.lat, eastward(from, to));
  const count = Math.ceil(angle / stride);
  if (count < 2 || Math.abs(to.lng - from.lng) >= 180) {
    return [to];
  }
  return Array.from({ length: count }, (_, i) => {
    const share = (i + 1) / count;
    const [x, y, z] = start.map((value, axis) => Math.sin((1 - share) * angle) * value + Math.sin(share * angle) * end[axis]!) as [number, number, number];
    const east = Math.atan2(y, x) / radians - from.lng;
    return share === 1 ? to : L.latLng(Math.atan2(z, Math.hypot(x, y)) / radians, from.lng + east - 360 * Math.round(east / 360));
  });
}

/** Lambert's formula for long lines, right to some ten metres in thousands of kilometres. */
function distance(from: L.LatLng, to: L.LatLng): number {
  const [start, end] = [reduced(from.lat), reduced(to.lat)];
  const angle = centralAngle(start, end, eastward(from, to));
  if (angle === 0) {
    return 0;
  }
  const [middle, half] = [((start + end) / 2) * radians, ((end - start) / 2) * radians];
  const [sine, cosine] = [Math.sin(angle / 2) ** 2, Math.max(1e-12, Math.cos(angle / 2) ** 2)];
  const x = ((angle - Math.sin(angle)) * (Math.sin(middle) * Math.cos(half)) ** 2) / cosine;
  const y = ((angle + Math.sin(angle)) * (Math.cos(middle) * Math.sin(half)) ** 2) / sine;
  return equatorRadius * (angle - (flattening / 2) * (x + y));
}

function centralAngle(fromLatitude: number, toLatitude: number, east: number): number {
  const [up, across] = [Math.sin(((toLatitude - fromLatitude) * radians) / 2), Math.sin((east * radians) / 2)];
  return 2 * Math.asin(Math.min(1, Math.sqrt(up ** 2 + Math.cos(fromLatitude * radians) * Math.cos(toLatitude * radians) * across ** 2)));
}

function unit({ lat, lng }: L.LatLng): [x: number, y: number, z: number] {
  const [latitude, longitude] = [lat * radians, lng * radians];
  return [Math.cos(latitude) * Math.cos(longitude), Math.cos(latitude) * Math.sin(longitude), Math.sin(latitude)];
}

const eastward = (from: L.LatLng, to: L.LatLng): number => to.lng - from.lng - 360 * Math.round((to.lng - from.lng) / 360);

const reduced = (latitude: number): number => Math.atan((1 - flattening) * Math.tan(latitude * radians)) / radians;

const halfTangent = (latitude: number): number => Math.tan(Math.asin(authalicSine(latitude)) / 2);
