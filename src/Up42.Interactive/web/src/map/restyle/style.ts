import { colorTable, cssColor } from "../../shared/color-scale";
import type { ColorBarData, ColorScaleData } from "../map-page-data";

/** How a reader wants images to look: one channel by a colour scale, or three as red, green and blue. */
export interface Style {
  title: string;
  /** Bands by number, or one formula. */
  channels: string[];
  isRange: boolean;
  /** Percentiles, or values where `isRange`. */
  low: number;
  high: number;
  gamma: number;
  scale: ColorScaleData;
}

export type Range = [minimum: number, maximum: number];

const tableSize = 256;
const barSteps = 32;
const mostValues = 300_000;

/** Percentiles of the values that are there, between two values interpolated linearly; of very many values those of a part, evenly picked. */
export function percentiles(values: Float64Array[], low: number, high: number): Range {
  const count = values.reduce((sum, part) => sum + part.length, 0);
  const every = Math.max(1, Math.ceil(count / mostValues));
  const sorted = Float64Array.from(values.flatMap((part) => [...part.filter((value, index) => index % every === 0 && Number.isFinite(value))])).sort();
  const at = (percent: number) => {
    const position = (percent / 100) * (sorted.length - 1);
    const below = Math.floor(position);
    return sorted[below]! + (position - below) * (sorted[Math.min(below + 1, sorted.length - 1)]! - sorted[below]!);
  };
  const range: Range = [at(low), at(high)];
  return sorted.length === 0 ? [0, 1] : range[0] < range[1] ? range : [sorted[0]!, sorted.at(-1)!];
}

/** The colours of an image's pixels, as little-endian RGBA; what is missing is transparent. */
export function paint(style: Style, values: Float64Array[], ranges: Range[]): Uint32Array {
  const [first, second, third] = values;
  return second && third ? mixed([first!, second, third], ranges, style.gamma) : scaled(first!, ranges[0]!, style);
}

/** The key of one channel's colours. */
export function barOf({ title, scale, gamma }: Style, [minimum, maximum]: Range): ColorBarData {
  return { title, minimum, maximum, colors: [...colorTable({ ...scale, gamma }, minimum, maximum, barSteps)].map(cssColor) };
}

function scaled(values: Float64Array, [minimum, maximum]: Range, { scale, gamma }: Style): Uint32Array {
  const colors = colorTable({ ...scale, gamma }, minimum, maximum, tableSize);
  return Uint32Array.from(values, (value) => (Number.isNaN(value) ? 0 : colors[level(share(value, minimum, maximum))]!));
}

function mixed(values: Float64Array[], ranges: Range[], gamma: number): Uint32Array {
  const brightness = Uint8Array.from({ length: 4 * tableSize }, (_, index) => level((index / (4 * tableSize - 1)) ** (1 / gamma)));
  const pixels = new Uint32Array(values[0]!.length);
  values.forEach((channel, index) => {
    const [minimum, maximum] = ranges[index]!;
    channel.forEach((value, pixel) => {
      if (!Number.isNaN(value)) {
        const place = Math.round(share(value, minimum, maximum) * (4 * tableSize - 1));
        pixels[pixel] = (pixels[pixel]! | 0xff000000 | (brightness[place]! << (8 * index))) >>> 0;
      }
    });
  });
  return pixels;
}

const level = (part: number): number => Math.round(part * (tableSize - 1));

const share = (value: number, minimum: number, maximum: number): number =>
  maximum > minimum ? Math.max(0, Math.min(1, (value - minimum) / (maximum - minimum))) : 0.5;
