import * as L from "leaflet";
import type { Look } from "./packed-path";
import type { PackedShapes } from "./packed-shapes";
import type { View } from "./packed-trace";

const leastSide = 3;
const mostSide = 6;
const scratch = document.createElement("canvas");

/** Draws features as dots of a few pixels, which are set one by one: in a dense layer that takes a twentieth of what paths take. */
export function drawDots(
  context: CanvasRenderingContext2D, { min, max }: L.Bounds, view: View, { boxes }: PackedShapes, look: Look, features: number[], opacity: number,
): void {
  if (features.length === 0) {
    return;
  }
  const ratio = L.Browser.retina ? 2 : 1;
  const [width, height] = [(max!.x - min!.x) * ratio, (max!.y - min!.y) * ratio].map(Math.ceil) as [number, number];
  const picture = new ImageData(Math.max(1, width), Math.max(1, height));
  const pixels = new Uint32Array(picture.data.buffer);
  const colors = look.colors.map((color) => pixelOf(color, opacity));
  for (const feature of features) {
    const i = 4 * feature;
    const size = 0.7 * view.scale * Math.max(boxes[i + 2]! - boxes[i]!, boxes[i + 3]! - boxes[i + 1]!);
    const side = Math.round(Math.max(leastSide, Math.min(mostSide, size)) * ratio);
    const left = Math.round((((boxes[i]! + boxes[i + 2]!) / 2) * view.scale - view.left - min!.x) * ratio - side / 2);
    const top = Math.round((((boxes[i + 1]! + boxes[i + 3]!) / 2) * view.scale - view.top - min!.y) * ratio - side / 2);
    const color = colors[look.styles[feature]!]!;
    for (let y = Math.max(0, top); y < Math.min(height, top + side); y++) {
      pixels.fill(color, y * width + Math.max(0, left), y * width + Math.max(0, Math.min(width, left + side)));
    }
  }
  [scratch.width, scratch.height] = [picture.width, picture.height];
  scratch.getContext("2d")!.putImageData(picture, 0, 0);
  context.globalAlpha = 1;
  context.drawImage(scratch, min!.x, min!.y, picture.width / ratio, picture.height / ratio);
}

/** A colour #rrggbb as little-endian RGBA. */
function pixelOf(color: string, opacity: number): number {
  const [red, green, blue] = [1, 3, 5].map((start) => parseInt(color.slice(start, start + 2), 16)) as [number, number, number];
  return ((Math.round(255 * opacity) << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}
