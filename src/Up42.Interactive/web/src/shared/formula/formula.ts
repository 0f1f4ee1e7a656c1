// Reads formulas over bands: the grammar, values and errors of FormulaParser.cs, held by one table (tests/…/BandMath/formulas.json).
import { applyBinary, applyUnary, call, functions, type FormulaValue } from "./formula-operators";
import { suggestionSentence } from "../name-suggestion";
import { countOf, formatNumber } from "../numbers";

const maxDepth = 100;
const maxLength = 10_000;
const comparisons = ["<=", ">=", "==", "!=", "<", ">"];

/** What is wrong with a formula, in one sentence. */
export class FormulaError extends Error {}

/**
 * The value of a formula.
 * @param resolve The value of a name; true where the name stands in quotes or brackets.
 */
export function parseFormula(text: string, resolve: (name: string, isQuoted: boolean) => FormulaValue): FormulaValue {
  if (text.length > maxLength) {
    throw new FormulaError(`The formula has more than ${countOf(maxLength, "character")}.`);
  }
  return new FormulaReader(text, resolve).read();
}

class FormulaReader {
  private position = 0;
  private depth = 0;

  constructor(
    private readonly text: string,
    private readonly resolve: (name: string, isQuoted: boolean) => FormulaValue,
  ) {}

  read(): FormulaValue {
    const value = this.or();
    return this.next() === "\0" ? value : this.fail("an operator or the end");
  }

  private readonly or = (): FormulaValue => this.chain(this.and, "or");

  private readonly and = (): FormulaValue => this.chain(this.not, "and");

  private readonly not = (): FormulaValue => (this.takes("not") ? applyUnary("not", this.nested(this.not)) : this.comparison());

  private comparison(): FormulaValue {
    let value = this.sum();
    const sign = comparisons.find((candidate) => this.takes(candidate));
    if (sign) {
      value = applyBinary(sign, value, this.sum());
    }
    return /[<>=!]/.test(this.next()) ? this.fail("'and' between two comparisons, or == for equality,") : value;
  }

  private readonly sum = (): FormulaValue => this.chain(this.product, "+", "-");

  private readonly product = (): FormulaValue => this.chain(this.negative, "*", "/");

  private readonly negative = (): FormulaValue => (this.takes("-") ? applyUnary("-", this.nested(this.negative)) : this.power());

  private power(): FormulaValue {
    const value = this.nested(this.primary);
    return this.takes("^") ? applyBinary("^", value, this.nested(this.negative)) : value;
  }

  private readonly primary = (): FormulaValue => {
    const next = this.next();
    switch (true) {
      case next === "(":
        return this.parenthesis();
      case /[0-9.]/.test(next):
        return this.number();
      case next === '"' || next === "'":
        return this.quoted(next);
      case next === "[":
        return this.quoted("]");
      case /\p{L}/u.test(next):
        return this.name();
      default:
        return this.fail("a number, a band or (");
    }
  };

  private chain(part: () => FormulaValue, ...operators: string[]): FormulaValue {
    let value = part();
    for (let sign = operators.find((candidate) => this.takes(candidate)); sign; sign = operators.find((candidate) => this.takes(candidate))) {
      value = applyBinary(sign, value, part());
    }
    return value;
  }

  private nested(part: () => FormulaValue): FormulaValue {
    if (++this.depth > maxDepth) {
      throw new FormulaError("The formula is nested too deep.");
    }
    const value = part();
    this.depth--;
    return value;
  }

  private parenthesis(): FormulaValue {
    this.position++;
    const value = this.or();
    this.expect(")");
    return value;
  }

  /** A band, an index, or a function with its values. */
  private name(): FormulaValue {
    const name = this.take(/[\p{L}\p{Nd}_]/u);
    if (this.next() !== "(") {
      return this.resolve(name, false);
    }
    const known = Object.keys(functions);
    const count = functions[name.toLowerCase()];
    if (!count) {
      throw new FormulaError(`There is no function '${name}'; formulas know ${known.join(", ")}.${suggestionSentence(name, known)}`);
    }
    const values: FormulaValue[] = [];
    do {
      this.position++;
      values.push(this.or());
    } while (this.next() === ",");
    this.expect(")");
    const [least, most] = count;
    if (values.length < least || values.length > most) {
      const wanted = least === most ? countOf(most, "value") : `${formatNumber(least)} to ${countOf(most, "value")}`;
      throw new FormulaError(`The function '${name}' takes ${wanted}; here it has ${formatNumber(values.length)}.`);
    }
    return call(name.toLowerCase(), values);
  }

  /** The name of a band in quotes or brackets; in brackets a second pair, of quotes, may stand. */
  private quoted(end: string): FormulaValue {
    this.position++;
    const start = this.position;
    const close = this.text.indexOf(end, start);
    this.position = close < 0 ? this.text.length : close;
    const name = this.text.slice(start, this.position).replace(/^[ "']+|[ "']+$/g, "");
    this.expect(end, `${end} behind the name of a band`);
    return name ? this.resolve(name, true) : this.fail("the name of a band");
  }

  private number(): FormulaValue {
    const exponent = /[eE][+-]?[0-9]+/y;
    const digits = this.take(/[0-9.]/);
    exponent.lastIndex = this.position;
    const power = exponent.exec(this.text)?.[0] ?? "";
    this.position += power.length;
    const number = Number(digits + power);
    return Number.isNaN(number) ? this.fail("a number") : () => number;
  }

  /** Whether an operator stands next, which is then passed; a word ends where no letter follows. */
  private takes(sign: string): boolean {
    this.next();
    const end = this.position + sign.length;
    const isWord = /[a-z]/.test(sign);
    if (this.text.slice(this.position, end).toLowerCase() !== sign || (isWord && /[\p{L}\p{Nd}_]/u.test(this.text[end] ?? ""))) {
      return false;
    }
    this.position = end;
    return true;
  }

  private take(belongs: RegExp): string {
    const start = this.position;
    while (this.position < this.text.length && belongs.test(this.text[this.position]!)) {
      this.position++;
    }
    return this.text.slice(start, this.position);
  }

  private expect(sign: string, expected = sign): void {
    if (this.next() !== sign) {
      this.fail(expected);
    }
    this.position++;
  }

  private next(): string {
    while (this.position < this.text.length && /[\s\u0085]/.test(this.text[this.position]!)) {
      this.position++;
    }
    return this.text[this.position] ?? "\0";
  }

  private fail(expected: string): never {
    throw new FormulaError(
      this.position < this.text.length
        ? `The formula '${this.text}' has '${this.text[this.position]}' at character ${this.position + 1} where ${expected} should stand.`
        : `The formula '${this.text}' ends where ${expected} should stand.`,
    );
  }
}
