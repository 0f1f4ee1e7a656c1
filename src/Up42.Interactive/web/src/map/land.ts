import rings from "world-land";

const perDegree = 10;
let outline: [longitude: number, latitude: number][][] | null = null;

/** The world's land as rings of positions in degrees, coarse (1:110 million); longitudes may go on beyond 180. */
function land(): [longitude: number, latitude: number][][] {
  outline ??= rings.map((ring) => {
    let [x, y] = [0, 0];
    const positions: [number, number][] = [];
    for (let i = 0; i < ring.length; i += 2) {
      [x, y] = [x + ring[i]!, y + ring[i + 1]!];
      positions.push([x / perDegree, y / perDegree]);
    }
    return positions;
  });
  return outline;
}

/** Draws the land between two longitudes, which may lie some turns away, on a canvas where `place` puts a position. */
export function drawLand(
  context: CanvasRenderingContext2D,
  west: number,
  east: number,
  place: (longitude: number, latitude: number) => [x: number, y: number],
): void {
  for (let turn = 360 * (Math.floor((west + 180) / 360) - 1); turn - 180 < east; turn += 360) {
    drawTurn(context, (longitude, latitude) => place(longitude + turn, latitude));
  }
}

function drawTurn(context: CanvasRenderingContext2D, place: (longitude: number, latitude: number) => [x: number, y: number]): void {
  context.beginPath();
  for (const ring of land()) {
    for (const [i, [longitude, latitude]] of ring.entries()) {
      const [x, y] = place(longitude, latitude);
      if (i === 0) {
        context.moveTo(x, y);
      } else {
        context.lineTo(x, y);
      }
    }
    context.closePath();
  }
  context.fill("evenodd");
}
