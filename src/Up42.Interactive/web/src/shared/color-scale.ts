/** How values become colours: `ColorScale.cs` does the same. */
interface Colors {
  /** Evenly spaced along the scale, as #rrggbb. */
  colors: string[];
  /** The value of the middle colour, from which each half is stretched to its own end. */
  center?: number;
  /** Brightness is the stretched value to the power of 1/gamma. */
  gamma: number;
}

/** Colours of evenly spaced values between two, as little-endian RGBA. */
export function colorTable(scale: Colors, minimum: number, maximum: number, size: number): Uint32Array {
  const anchors = scale.colors.map((color) => [1, 3, 5].map((start) => parseInt(color.slice(start, start + 2), 16)));
  return Uint32Array.from({ length: size }, (_, index) => {
    const place = position(scale, index / (size - 1), minimum, maximum) * (anchors.length - 1);
    const below = Math.min(Math.floor(place), anchors.length - 2);
    const channel = (number: number) => {
      const [low, high] = [anchors[below]![number]!, anchors[below + 1]![number]!];
      return Math.round(low + (high - low) * (place - below));
    };
    return (0xff000000 | (channel(2) << 16) | (channel(1) << 8) | channel(0)) >>> 0;
  });
}

/** A colour of the table as style sheets write it. */
export function cssColor(color: number): string {
  return `rgb(${color & 255} ${(color >> 8) & 255} ${(color >> 16) & 255})`;
}

/** The place on the scale, 0 to 1, of a value that lies a share of the way between two others. */
function position({ center, gamma }: Colors, share: number, minimum: number, maximum: number): number {
  const brightness = share ** (1 / gamma);
  if (center === undefined) {
    return brightness;
  }
  if (center < minimum || center > maximum) {
    const value = minimum + share * (maximum - minimum);
    const [low, high] = [Math.min(minimum, center), Math.max(maximum, center)];
    return value < center ? (0.5 * (value - low)) / (center - low) : 0.5 + (0.5 * (value - center)) / (high - center);
  }
  const middle = ((center - minimum) / (maximum - minimum)) ** (1 / gamma);
  if (brightness < middle) {
    return (0.5 * brightness) / middle;
  }
  return middle === 1 ? 0.5 : 0.5 + (0.5 * (brightness - middle)) / (1 - middle);
}
