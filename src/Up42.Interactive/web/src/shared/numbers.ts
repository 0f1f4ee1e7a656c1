// Numbers, counts and places as people read them: the same rules as NumberText.cs, DisplayText.cs and DegreeText.cs,
// tested by the same table (tests/…/Text/numbers.json).

const smallestPlainPower = -5;
const smallestScientificPower = 15;

/** The sign of numbers below 0: the minus of print, as wide as a plus. Code, CSV and JSON have the hyphen. */
export const minus = "\u2212";

/** A number with its significant digits, never less than its whole part; very large and very small ones in powers of ten, "1.2E−7". */
export function formatNumber(value: number, digits = 6, grouped = false): string {
  if (!Number.isFinite(value)) {
    return Number.isNaN(value) ? "NaN" : value > 0 ? "∞" : `${minus}∞`;
  }
  if (value === 0) {
    return "0";
  }
  let [significant, power] = decompose(Math.abs(value));
  const isScientific = power < smallestPlainPower || power >= smallestScientificPower;
  [significant, power] = round(significant, power, isScientific ? digits : Math.max(digits, power + 1));
  const text = isScientific ? scientific(significant, power) : plain(significant, power, grouped);
  return value < 0 ? `${minus}${text}` : text;
}

/** A number as it stands below others with as many decimals, "1,200.50"; one that these would take all digits of keeps two of its own. */
export function alignNumber(value: number, decimals: number): string {
  if (!Number.isFinite(value) || value === 0) {
    return value === 0 && decimals > 0 ? `0.${"0".repeat(decimals)}` : formatNumber(value);
  }
  let [significant, power] = decompose(Math.abs(value));
  if (power >= smallestScientificPower || power + 1 + decimals < 1) {
    return formatNumber(value, 2);
  }
  [significant, power] = round(significant, power, power + 1 + decimals);
  const text = plain(significant, power, true);
  const point = text.indexOf(".");
  const missing = decimals - (point < 0 ? 0 : text.length - point - 1);
  return `${value < 0 ? minus : ""}${text}${missing === 0 ? "" : `${point < 0 ? "." : ""}${"0".repeat(missing)}`}`;
}

/** Two ends of a range, with as many digits as tell them apart: "1,000.146–1,000.4". */
export function formatRange(from: number, to: number, digits = 4, grouped = true): string {
  const enough = digitsFor(from, to, digits);
  return `${formatNumber(from, enough, grouped)}–${formatNumber(to, enough, grouped)}`;
}

/** How many significant digits numbers between two ends need so that their difference still has some. */
export function digitsFor(from: number, to: number, digits = 4): number {
  const [size, spread] = [Math.max(Math.abs(from), Math.abs(to)), Math.abs(to - from)];
  return Number.isFinite(size) && spread > 0 && spread < size ? Math.min(17, digits + Math.floor(Math.log10(size / spread))) : digits;
}

/** "1 job", "1,200 jobs"; irregular plurals are given. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}

/** A whole number with its thousands parted by commas. */
export const formatCount = (count: number): string => count.toLocaleString("en-US").replace("-", minus);

/** "17.6636° W"; beyond 180° a turn back. */
export function longitudeText(degrees: number, decimals = 4): string {
  return degreeText(Math.abs(degrees) > 180 ? degrees - 360 * Math.round(degrees / 360) : degrees, "E", "W", decimals);
}

/** "14.6342° N". */
export const latitudeText = (degrees: number, decimals = 4): string => degreeText(degrees, "N", "S", decimals);

/** "420 m", "18.1 km". */
export function lengthText(meters: number, digits = 3): string {
  return meters < 1000 ? `${formatNumber(meters, digits)} m` : `${formatNumber(meters / 1000, digits, true)} km`;
}

/** "420 m²", "18.1 km²". */
export function areaText(squareMeters: number, digits = 4): string {
  return squareMeters < 100_000 ? `${formatNumber(squareMeters, digits, true)} m²` : `${formatNumber(squareMeters / 1e6, digits, true)} km²`;
}

function degreeText(degrees: number, positive: string, negative: string, decimals: number): string {
  return `${Math.abs(degrees).toFixed(decimals)}° ${degrees < 0 ? negative : positive}`;
}

/** The shortest digits that name the number, without zeros at either end, and the power of ten of the first. */
function decompose(value: number): [string, number] {
  const [mantissa, exponent] = value.toExponential().split("e");
  return [mantissa!.replace(".", ""), Number(exponent)];
}

function round(digits: string, power: number, count: number): [string, number] {
  if (digits.length <= count) {
    return [digits, power];
  }
  const kept = digits.slice(0, count);
  if (digits[count]! < "5") {
    return [trimEnd(kept), power];
  }
  const head = kept.replace(/9*$/, "");
  return head === "" ? ["1", power + 1] : [`${head.slice(0, -1)}${Number(head.at(-1)) + 1}`, power];
}

const trimEnd = (digits: string): string => digits.replace(/0+$/, "");

const scientific = (digits: string, power: number): string =>
  `${digits[0]}${digits.length > 1 ? "." : ""}${digits.slice(1)}E${power < 0 ? minus : ""}${Math.abs(power)}`;

function plain(digits: string, power: number, grouped: boolean): string {
  if (power < 0) {
    return `0.${"0".repeat(-power - 1)}${digits}`;
  }
  const whole = digits.slice(0, power + 1).padEnd(power + 1, "0");
  const fraction = digits.length > power + 1 ? `.${digits.slice(power + 1)}` : "";
  return `${grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole}${fraction}`;
}
