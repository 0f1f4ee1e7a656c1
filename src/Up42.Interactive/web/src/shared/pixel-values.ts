import { inflate } from "./packed/inflate";
import { formatNumber } from "./numbers";

/** The values of an image, every pixel of it. */
export interface PixelValuesData {
  columns: number;
  rows: number;
  sourceColumns: number;
  sourceRows: number;
  mirrorsColumns: boolean;
  mirrorsRows: boolean;
  /** Which pixels of the raster the values are of: "nearest", "overview" or "enlarged". */
  origin: string;
  bands: BandValuesData[];
}

export interface BandValuesData {
  name: string;
  unit: string;
  offset: number;
  step: number;
  isExact: boolean;
  bytes: number;
  packed: string;
  /** What values are called; none where they have no names. */
  classes?: ClassNameData[];
}

/** What some values are called. */
export interface ClassNameData {
  from: number;
  to: number;
  name: string;
}

/** What a pixel holds, in words. */
export interface PixelReading {
  bands: { name: string; value: string }[];
  /** Which pixel of the raster that is. */
  pixel: string;
}

/** The values of an image, unpacked. */
export class PixelValues {
  private constructor(
    private readonly data: PixelValuesData,
    private readonly codes: Int32Array[],
  ) {}

  static async unpack(data: PixelValuesData): Promise<PixelValues> {
    return new PixelValues(data, await Promise.all(data.bands.map((band) => unpack(band, data.columns))));
  }

  /** The values of a band, NaN where it holds nothing. */
  plane(band: number): (pixel: number) => number {
    const [{ offset, step }, codes] = [this.data.bands[band]!, this.codes[band]!];
    return (pixel) => (codes[pixel] === 0 ? NaN : offset + (codes[pixel]! - 1) * step);
  }

  /** A pixel of the image in words; null where no band holds anything. */
  read(column: number, row: number): PixelReading | null {
    const { bands, columns } = this.data;
    const codes = this.codes.map((band) => band[row * columns + column]!);
    if (codes.every((code) => code === 0)) {
      return null;
    }
    return { bands: bands.map((band, i) => ({ name: band.name, value: this.text(band, codes[i]!) })), pixel: this.pixel(column, row) };
  }

  /** The first band as a picture: each value in the colour of its place between two values; no data is transparent. */
  paint(minimum: number, maximum: number, colors: Uint32Array): ImageData {
    const { columns, rows, bands } = this.data;
    const { offset, step } = bands[0]!;
    const codes = this.codes[0]!;
    const picture = new ImageData(columns, rows);
    const pixels = new Uint32Array(picture.data.buffer);
    const last = colors.length - 1;
    const perCode = (step / (maximum - minimum)) * last;
    const first = ((offset - step - minimum) / (maximum - minimum)) * last;
    for (let i = 0; i < codes.length; i++) {
      const code = codes[i]!;
      if (code !== 0) {
        pixels[i] = colors[Math.max(0, Math.min(last, Math.round(first + code * perCode)))]!;
      }
    }
    return picture;
  }

  private text(band: BandValuesData, code: number): string {
    if (code === 0) {
      return "no data";
    }
    const value = band.offset + (code - 1) * band.step;
    const isNear = this.data.origin === "overview";
    if (band.isExact) {
      const named = band.classes?.find(({ from, to }) => from <= value && value <= to);
      return `${isNear ? "≈ " : ""}${formatNumber(value, 7, true)}${band.unit}${named ? ` · ${named.name}` : ""}`;
    }
    const half = band.step / 2;
    if (Number.isInteger(band.offset) && Number.isInteger(band.step)) {
      return `≈ ${formatNumber(value, 15, true)} ± ${formatNumber(half, 6, true)}${band.unit}`;
    }
    // Steps below the digits that are shown anyway are not told.
    if (half <= Math.abs(value) * 1e-7) {
      return `${isNear ? "≈ " : ""}${formatNumber(value, 7, true)}${band.unit}`;
    }
    const power = Math.floor(Math.log10(half));
    const digits = Math.max(1, Math.floor(Math.log10(Math.abs(value) || half)) - power + 2);
    return `≈ ${formatNumber(value, digits, true)} ± ${formatNumber(roundUp(1.05 * half, power - 1))}${band.unit}`;
  }

  private pixel(column: number, row: number): string {
    const { columns, rows, sourceColumns, sourceRows, mirrorsColumns, mirrorsRows, origin } = this.data;
    const [across, down] = [span(column, columns, sourceColumns, mirrorsColumns), span(row, rows, sourceRows, mirrorsRows)];
    if (across.first === across.last && down.first === down.last) {
      return `pixel ${across.middle}, ${down.middle}`;
    }
    switch (origin) {
      case "overview":
        return `from an overview, at pixel ${across.middle}, ${down.middle}`;
      case "enlarged":
        return `one of the pixels ${across.first}–${across.last}, ${down.first}–${down.last}`;
      default:
        return `pixel ${across.middle}, ${down.middle}`;
    }
  }
}

/** A number rounded up to a power of ten: with its own rounding the value beside it stays within that. */
function roundUp(value: number, power: number): number {
  return Number((Math.ceil(value / 10 ** power) * 10 ** power).toPrecision(12));
}

/** The pixels of a raster that one of an image stands for, along a side. */
function span(index: number, count: number, source: number, isMirrored: boolean): { first: number; last: number; middle: number } {
  const at = isMirrored ? count - 1 - index : index;
  const from = (place: number) => Math.floor((place * source) / count + 1e-9);
  return { first: from(at), last: Math.max(from(at), Math.ceil(((at + 1) * source) / count - 1e-9) - 1), middle: from(at + 0.5) };
}

/** 0 for no data, else 1 and the number of steps: what ValuePlane.cs packed. */
async function unpack({ packed, bytes }: BandValuesData, width: number): Promise<Int32Array> {
  const residuals = await inflate(packed);
  const count = residuals.length / bytes;
  const codes = new Int32Array(count);
  const mask = 2 ** (8 * bytes) - 1;
  for (let i = 0; i < count; i++) {
    let signed = 0;
    for (let plane = 0; plane < bytes; plane++) {
      signed |= residuals[plane * count + i]! << (8 * plane);
    }
    const column = i % width;
    const left = column > 0 ? codes[i - 1]! : 0;
    const above = i >= width ? codes[i - width]! : left;
    const corner = column > 0 && i >= width ? codes[i - width - 1]! : above;
    const expected =
      corner >= Math.max(left, above) ? Math.min(left, above) : corner <= Math.min(left, above) ? Math.max(left, above) : left + above - corner;
    codes[i] = (expected + ((signed >>> 1) ^ -(signed & 1))) & mask;
  }
  return codes;
}
