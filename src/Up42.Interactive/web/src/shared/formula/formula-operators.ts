// What formulas compute with, as FormulaOperators.cs has it: what is missing (NaN) stays missing, but for the side that `where` does not take.

/** A part of a formula: its value at a pixel. */
export type FormulaValue = (pixel: number) => number;

const truth = (holds: (a: number, b: number) => boolean) => (a: number, b: number) => (Number.isNaN(a) || Number.isNaN(b) ? NaN : Number(holds(a, b)));

const binaries: Record<string, (a: number, b: number) => number> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "^": (a, b) => a ** b,
  "<": truth((a, b) => a < b),
  "<=": truth((a, b) => a <= b),
  ">": truth((a, b) => a > b),
  ">=": truth((a, b) => a >= b),
  "==": truth((a, b) => a === b),
  "!=": truth((a, b) => a !== b),
  and: truth((a, b) => a !== 0 && b !== 0),
  or: truth((a, b) => a !== 0 || b !== 0),
  min: Math.min,
  max: Math.max,
};

const unaries: Record<string, (value: number) => number> = {
  "-": (value) => -value,
  not: (value) => (Number.isNaN(value) ? NaN : Number(value === 0)),
  abs: Math.abs,
  sqrt: Math.sqrt,
  log: Math.log,
  exp: Math.exp,
};

/** The functions of formulas, with how many values they take. */
export const functions: Record<string, [least: number, most: number] | undefined> = Object.assign(Object.create(null), {
  abs: [1, 1],
  sqrt: [1, 1],
  log: [1, 1],
  exp: [1, 1],
  min: [2, 16],
  max: [2, 16],
  where: [3, 3],
  clip: [3, 3],
});

/** A sign or word before one value. */
export function applyUnary(name: string, value: FormulaValue): FormulaValue {
  const compute = unaries[name]!;
  return (pixel) => compute(value(pixel));
}

/** A sign or word between two values. */
export function applyBinary(name: string, left: FormulaValue, right: FormulaValue): FormulaValue {
  const compute = binaries[name]!;
  return (pixel) => compute(left(pixel), right(pixel));
}

/** A function; the number of values was checked with `functions`. */
export function call(name: string, values: FormulaValue[]): FormulaValue {
  const [first, second, third] = values as [FormulaValue, FormulaValue, FormulaValue];
  switch (name) {
    case "where":
      return (pixel) => {
        const condition = first(pixel);
        return Number.isNaN(condition) ? NaN : condition !== 0 ? second(pixel) : third(pixel);
      };
    case "clip":
      return applyBinary("min", applyBinary("max", first, second), third);
    case "min":
    case "max":
      return values.reduce((left, right) => applyBinary(name, left, right));
    default:
      return applyUnary(name, first);
  }
}
