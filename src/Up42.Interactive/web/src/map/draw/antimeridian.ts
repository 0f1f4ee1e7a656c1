import type { Position } from "geojson";

const turn = 360;

/** A ring whose longitudes go on beyond ±180, in parts within them. Rings here are not closed. */
export function cut(ring: Position[]): Position[][] {
  const longitudes = ring.map(([x]) => x!);
  const parts: Position[][] = [];
  for (let west = turn * Math.floor((Math.min(...longitudes) + 180) / turn) - 180; west < Math.max(...longitudes); west += turn) {
    const strip = beyond(ring, west, 1).flatMap((part) => beyond(part, west + turn, -1));
    parts.push(...strip.map((part) => part.map(([x, y]) => [x! - west - 180, y!])));
  }
  return parts;
}

interface End {
  readonly chain: Position[];
  readonly isStart: boolean;
  readonly y: number;
}

/**
 * The parts of a ring east (1) or west (-1) of a meridian. What lies there are chains from meridian to meridian; along it the inside is between the
 * first and the second of their ends, the third and the fourth, and so on.
 */
function beyond(ring: Position[], meridian: number, side: 1 | -1): Position[][] {
  const isBeyond = (position: Position) => side * (position[0]! - meridian) > 0;
  const start = ring.findIndex((position, i) => isBeyond(position) && !isBeyond(ring.at(i - 1)!));
  if (start < 0) {
    return ring.every(isBeyond) ? [ring] : [];
  }
  const chains: Position[][] = [];
  for (let i = 0; i < ring.length; i++) {
    const [last, next] = [ring.at((start + i) % ring.length - 1)!, ring[(start + i) % ring.length]!];
    if (isBeyond(last) !== isBeyond(next)) {
      const crossing = [meridian, last[1]! + ((meridian - last[0]!) / (next[0]! - last[0]!)) * (next[1]! - last[1]!)];
      if (isBeyond(next)) {
        chains.push([crossing]);
      } else {
        chains.at(-1)!.push(crossing);
      }
    }
    if (isBeyond(next)) {
      chains.at(-1)!.push(next);
    }
  }
  const ends = chains
    .flatMap((chain): End[] => [{ chain, isStart: true, y: chain[0]![1]! }, { chain, isStart: false, y: chain.at(-1)![1]! }])
    .sort((one, other) => one.y - other.y);
  return joined(chains, (chain) => ends[ends.findIndex((end) => end.chain === chain && !end.isStart) ^ 1]!);
}

function joined(chains: Position[][], across: (chain: Position[]) => End): Position[][] {
  const left = new Set(chains);
  const rings: Position[][] = [];
  for (const first of chains) {
    const ring: Position[] = [];
    for (let chain = first; left.delete(chain); chain = across(chain).chain) {
      ring.push(...chain);
    }
    if (ring.length > 0) {
      rings.push(ring);
    }
  }
  return rings;
}
