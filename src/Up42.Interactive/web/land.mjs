// Makes the world's coastlines small: Natural Earth's land at 1:110 million (TopoJSON) becomes rings of whole tenths of a degree, each a flat list
// that starts at a place and goes on by differences: [x, y, dx, dy, dx, dy, …]. Longitudes go on beyond 180 at the antimeridian. The Caspian Sea is a ring too: fill by the even-odd rule.
const perDegree = 10;

export function land(topology) {
  const arcs = topology.arcs.map((arc) => decode(arc, topology.transform));
  return topology.objects.land.geometries
    .flatMap((geometry) => geometry.arcs.flat())
    .map((ring) => quantize(unwrap(join(ring, arcs))))
    .filter((ring) => ring.length >= 8);
}

function decode(arc, { scale, translate }) {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => {
    [x, y] = [x + dx, y + dy];
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
}

function join(indices, arcs) {
  return indices.flatMap((index, i) => {
    const points = index < 0 ? arcs[~index].toReversed() : arcs[index];
    return i === 0 ? points : points.slice(1);
  });
}

/** Rings that cross the antimeridian go on beyond 180; the one around the pole gets the pole's edge. */
function unwrap(points) {
  let turn = 0;
  const turned = points.map(([x, y], i) => {
    const step = i === 0 ? 0 : x - points[i - 1][0];
    turn -= Math.abs(step) > 180 ? 360 * Math.sign(step) : 0;
    return [x + turn, y];
  });
  const west = Math.min(...turned.map(([x]) => x));
  const ring = turned.map(([x, y]) => [x + (west < -180 ? 360 : 0), y]);
  const [first, last] = [ring[0], ring.at(-1)];
  return Math.abs(last[0] - first[0]) > 180 ? [...ring, [last[0], -90], [first[0], -90]] : ring;
}

function quantize(points) {
  const ring = [];
  let last = [0, 0];
  for (const point of points) {
    const place = point.map((degrees) => Math.round(degrees * perDegree));
    if (ring.length === 0 || place[0] !== last[0] || place[1] !== last[1]) {
      ring.push(place[0] - last[0], place[1] - last[1]);
      last = place;
    }
  }
  return ring;
}
