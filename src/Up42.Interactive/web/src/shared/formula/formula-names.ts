// The names in formulas: bands by number, name or light, and indices, found as BandExpression.cs finds them.
import { FormulaError, parseFormula } from "./formula";
import type { FormulaValue } from "./formula-operators";
import { suggestionSentence } from "../name-suggestion";
import { countOf } from "../numbers";

/** The names that formulas over a raster may use. */
export interface FormulaNamesData {
  file: string;
  bands: FormulaBandData[];
  commonNames: CommonNameData[];
  indices: FormulaIndexData[];
}

/** A band of the raster, and where the page has its values: a number from 0, or -1 where it has none. */
export interface FormulaBandData {
  number: number;
  name: string;
  isNamed: boolean;
  plane: number;
}

/** A common name of a light, and the band that holds it; 0 where none is known. */
export interface CommonNameData {
  name: string;
  band: number;
}

/** An index, its usual domain, and the name of the colours that suit it. */
export interface FormulaIndexData {
  name: string;
  title: string;
  formula: string;
  minimum: number;
  maximum: number;
  scale: string;
}

/** A formula whose names are bands. */
export interface BoundFormula {
  /** NaN where a band that the formula names holds nothing, or the result is not finite. */
  value: FormulaValue;
  /** The numbers of its bands. */
  bands: number[];
  /** Which bands its names were found to be: "nir is band 4 B8". */
  found: string[];
}

/**
 * Finds the bands of a formula.
 * @param plane The values of a band that the page has, NaN where it holds nothing.
 */
export function bindFormula(text: string, names: FormulaNamesData, plane: (index: number) => FormulaValue): BoundFormula {
  const formula = text.trim();
  const [bands, found, planes] = [[] as number[], new Set<string>(), [] as FormulaValue[]];
  const resolve = (name: string, isQuoted: boolean): FormulaValue => {
    const index = isQuoted ? undefined : names.indices.find((each) => same(each.name, name));
    if (index && bandNamed(names, name) === undefined) {
      return parseFormula(index.formula, resolve);
    }
    const number = numberOf(names, name, isQuoted);
    if (!bands.includes(number)) {
      bands.push(number);
    }
    if (!isQuoted && commonName(names, name)) {
      found.add(`${name.toLowerCase()} is ${bandLabel(names, number)}`);
    }
    const position = bands.indexOf(number);
    return (pixel) => planes[position]!(pixel);
  };
  const value = parseFormula(formula, resolve);
  if (bands.length === 0) {
    throw new FormulaError(`The formula '${formula}' names no band; write bands by number, for example (b4 - b3) / (b4 + b3).`);
  }
  planes.push(...bands.map((number) => plane(planeOf(names, number))));
  return {
    value: (pixel) => {
      const result = planes.some((band) => Number.isNaN(band(pixel))) ? NaN : value(pixel);
      return Number.isFinite(result) ? result : NaN;
    },
    bands,
    found: [...found],
  };
}

/** "band 4 B8". */
export function bandLabel(names: FormulaNamesData, number: number): string {
  const band = names.bands[number - 1];
  return `band ${number}${band?.isNamed ? ` ${band.name}` : ""}`;
}

function numberOf(names: FormulaNamesData, name: string, isQuoted: boolean): number {
  if (!isQuoted && /^[bB][1-9][0-9]*$/.test(name) && isNumber(name.slice(1))) {
    return numbered(names, name, Number(name.slice(1)));
  }
  const common = commonName(names, name);
  if (!isQuoted && common) {
    return common.band || fail(
      `'${names.file}' does not say which band is ${name.toLowerCase()}; write the formula with numbers, for example (b4 - b3) / (b4 + b3).`,
    );
  }
  return isQuoted && isNumber(name) ? Number(name) : findBand(names, name, isQuoted);
}

/** The band of a number, but for one that is a name alone. */
function numbered(names: FormulaNamesData, name: string, number: number): number {
  const named = bandNamed(names, name);
  return number > names.bands.length && named
    ? fail(`'${names.file}' has no band ${number}: ${name} stands for a number. For the band named ${named.name} write [${name}].`)
    : number;
}

function findBand(names: FormulaNamesData, name: string, isQuoted: boolean): number {
  const found = bandNamed(names, name)?.number ?? commonName(names, name)?.band;
  if (found) {
    return found;
  }
  const known = [...names.bands.filter((band) => band.isNamed), ...(isQuoted ? [] : [...names.commonNames.filter(({ band }) => band), ...names.indices])];
  const suggestion = suggestionSentence(name, known.map((each) => each.name));
  return fail(names.bands.some((band) => band.isNamed)
    ? `'${names.file}' has no band named '${name}'; it has ${names.bands.map((band) => band.name).join(", ")}.${suggestion}`
    : `'${names.file}' has no band named '${name}'; its bands have no names, only numbers: ${numbersOf(names)}.${suggestion}`);
}

function planeOf(names: FormulaNamesData, number: number): number {
  const band = names.bands[number - 1];
  if (!band) {
    return fail(`'${names.file}' has no band ${number}; it has ${numbersOf(names)}.`);
  }
  const here = names.bands.filter(({ plane }) => plane >= 0).map((each) => each.number);
  return band.plane >= 0 ? band.plane : fail(`This page does not hold ${bandLabel(names, number)}; it holds the bands ${here.join(", ")}.`);
}

const numbersOf = ({ bands }: FormulaNamesData): string =>
  bands.length === 1 ? "one band, 1" : `${countOf(bands.length, "band")}, 1 to ${bands.length}`;

const bandNamed = (names: FormulaNamesData, name: string): FormulaBandData | undefined =>
  names.bands.find((band) => band.isNamed && same(plain(band.name), plain(name)));

const commonName = (names: FormulaNamesData, name: string): CommonNameData | undefined => names.commonNames.find((each) => same(each.name, name));

/** A name without leading zeros: "B04" and "B4" are the same band of Sentinel-2. */
const plain = (name: string): string => (/^[bB][0-9]{2,7}$/.test(name) ? `B${Number(name.slice(1))}` : name);

const same = (a: string, b: string): boolean => a.toUpperCase() === b.toUpperCase();

const isNumber = (text: string): boolean => /^[0-9]+$/.test(text) && Number(text) <= 2 ** 31 - 1;

function fail(message: string): never {
  throw new FormulaError(message);
}
