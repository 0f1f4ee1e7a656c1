// What people type to find rows, jobs and layers: one grammar for all of them. `berlin or paris`, `cloud coverage < 10 date=2020-05`,
// `area between 1,000 and 2,000`, `"sensing date">=2020`: words, and conditions on one field; all must be met, or those of one side of an "or".
import { letterChanges } from "./name-suggestion";
import { minus } from "./numbers";
import { type Field, meeting, unitWord, whyNot } from "./search-values";

/** What a row must meet, and the words to mark in it. */
export interface Search {
  meets: (row: number) => boolean;
  words: string[];
  /** What was not understood, and what was probably meant. */
  hints: Hint[];
}

export interface Hint {
  text: string;
  /** A better search, and how it is named. */
  better?: { search: string; label: string };
}

interface Chunk {
  text: string;
  start: number;
}

type Condition = (row: number) => boolean;

const comparison = /^("[^"]*"|[^"<>=:!≤≥≠]*)(<=|>=|!=|<>|==|[<>=:≤≥≠])(.*)$/s;
const names: Record<string, string> = { "≤": "<=", "≥": ">=", "≠": "!=", "<>": "!=", "==": "=" };
const thousands = /^\d{1,3}(,\d{3})+(\.\d+)?$/;

/** What is typed and how cells may have it: without commas between thousands, with the minus of print or the hyphen. */
function spellings(word: string): string[] {
  const forms = thousands.test(word) ? [word, word.replaceAll(",", "")] : [word];
  return [...new Set(forms.flatMap((form) => [form, form.replaceAll("-", minus), form.replaceAll(minus, "-")]))];
}

export function parseSearch(text: string, fields: Field[]): Search {
  const chunks = [...text.matchAll(/(?:"[^"]*"|[^\s"]+)+|"/g)].map((match): Chunk => ({ text: match[0], start: match.index }));
  const reader = new Reader(text, chunks, fields);
  const sides = reader.read();
  return { meets: (row) => sides.some((side) => side.every((meets) => meets(row))), words: reader.words, hints: reader.hints };
}

/** The field of a name, however its letters and words are written; null of none, or of several. */
export function fieldOf(name: string, fields: Field[]): Field | null {
  const exact = fields.find((field) => field.name === name) ?? fields.find((field) => field.name.toLowerCase() === name.toLowerCase());
  const alike = exact ? [exact] : fields.filter((field) => folded(field.name) === folded(name));
  return folded(name) !== "" && alike.length === 1 ? alike[0]! : (exact ?? null);
}

/** The name that was probably meant by one that no field has. */
export function suggestion(name: string, fields: Field[]): string | null {
  const wanted = folded(name);
  const known = fields.map((field) => ({ name: field.name, key: folded(field.name) }));
  const within = known.filter(({ key }) => wanted.length > 2 && (key.startsWith(wanted) || (key.length > 2 && wanted.startsWith(key))));
  const near = known.map((field) => ({ ...field, distance: letterChanges(field.key, wanted) }))
    .filter((field) => field.distance <= Math.max(1, Math.floor(wanted.length / 4)) && wanted.length > 2)
    .sort((a, b) => a.distance - b.distance);
  return (near[0] ?? within[0])?.name ?? null;
}

class Reader {
  readonly words: string[] = [];
  readonly hints: Hint[] = [];
  private at = 0;
  private readonly sides: Condition[][] = [[]];
  /** Words of this side that may still turn out to be the name of a condition. */
  private loose: Chunk[] = [];

  constructor(private readonly text: string, private readonly chunks: Chunk[], private readonly fields: Field[]) {}

  read(): Condition[][] {
    while (this.at < this.chunks.length) {
      const chunk = this.chunks[this.at++]!;
      const word = chunk.text.toLowerCase();
      const isInside = this.at > 1 && this.at < this.chunks.length;
      if (word === "or" && isInside) {
        this.settle();
        this.sides.push([]);
      } else if (word === "and" && isInside) {
        this.settle();
      } else if (!(word === "between" && this.between()) && !this.condition(chunk)) {
        this.loose.push(chunk);
      }
    }
    this.settle();
    return this.sides.filter((side, index) => side.length > 0 || index === 0);
  }

  /** Words that no condition follows are words. */
  private settle(): void {
    this.loose.forEach((chunk) => this.word(chunk.text));
    this.loose = [];
  }

  private word(text: string): void {
    const word = text.replaceAll('"', "").toLowerCase();
    if (word === "") {
      return;
    }
    const forms = spellings(word);
    this.words.push(...forms);
    const searched = this.fields.filter((field) => field.isSearched);
    this.meet((row) => searched.some((field) => forms.some((form) => field.text(row).includes(form))));
  }

  private meet(condition: Condition): void {
    this.sides.at(-1)!.push(condition);
  }

  private between(): boolean {
    const and = [1, 2].find((ahead) => this.chunks[this.at + ahead]?.text.toLowerCase() === "and" && this.chunks[this.at + ahead + 1]);
    const field = and ? this.takeName() : null;
    if (!and || !field) {
      this.unknown(this.chunks[this.at - 1]!, "", "between", "");
      return false;
    }
    const from = this.value(field);
    this.at++;
    this.compare(field, ">=", from);
    this.compare(field, "<=", this.value(field));
    return true;
  }

  private condition(chunk: Chunk): boolean {
    const [, before, sign, after] = comparison.exec(chunk.text) ?? [];
    if (before === undefined || !sign) {
      return false;
    }
    const operator = names[sign] ?? sign;
    const name = before.replaceAll('"', "");
    const found = this.takeName(name);
    if (!found) {
      this.unknown(chunk, name, operator, after!);
      return false;
    }
    const value = after !== "" || this.chunks[this.at]?.text.toLowerCase() === "or" ? this.withUnit(found, after!) : this.value(found);
    if (value === "") {
      this.hints.push({ text: `${found.name}${sign} needs a value.` });
      return true;
    }
    const [, from, to] = operator === "=" ? (/^(.+?)(?:\.\.|…)(.+)$/.exec(value) ?? []) : [];
    if (from && to) {
      this.compare(found, ">=", from);
      this.compare(found, "<=", to);
    } else {
      this.compare(found, operator, value);
    }
    return true;
  }

  /** The field that the last words name, three of them at most, with the beginning of a condition; they are words no longer. */
  private takeName(last = ""): Field | null {
    for (let count = Math.min(last === "" ? 3 : 2, this.loose.length); count > (last === "" ? 0 : -1); count--) {
      const words = count === 0 ? [] : this.loose.slice(-count).map((chunk) => chunk.text.replaceAll('"', ""));
      const field = fieldOf([...words, ...(last === "" ? [] : [last])].join(" "), this.fields);
      if (field) {
        this.loose = count === 0 ? this.loose : this.loose.slice(0, -count);
        return field;
      }
    }
    return null;
  }

  /** What comes next, with its unit. */
  private value(field: Field): string {
    return this.withUnit(field, this.chunks[this.at++]?.text ?? "");
  }

  /** A unit may stand after a blank. */
  private withUnit(field: Field, value: string): string {
    const next = this.chunks[this.at]?.text ?? "";
    if (/^[\d.,]+$/.test(value) && unitWord(field, next)) {
      this.at++;
      return `${value}${next}`;
    }
    return value;
  }

  private compare(field: Field, operator: string, typed: string): void {
    const value = typed.replaceAll('"', "");
    if (operator === ":") {
      const forms = spellings(value.toLowerCase());
      this.meet((row) => forms.some((form) => field.text(row).includes(form)));
      return;
    }
    const reason = whyNot(field, value);
    if (reason) {
      this.hints.push({ text: reason });
    }
    this.meet(reason ? () => false : meeting(field, operator, value));
  }

  private unknown(chunk: Chunk, name: string, operator: string, after: string): void {
    const last = this.loose.at(-1);
    const [wanted, start] = name !== "" ? [name, chunk.start] : [last?.text.replaceAll('"', "") ?? "", last?.start ?? 0];
    const better = wanted === "" ? null : suggestion(wanted, this.fields);
    const value = (after === "" ? (this.chunks[this.at]?.text ?? "") : after).replaceAll('"', "");
    if (better) {
      const length = name !== "" ? comparison.exec(chunk.text)![1]!.length : last!.text.length;
      const label = /[\s<>=:!≤≥≠]/.test(better) ? `"${better}"` : better;
      const search = `${this.text.slice(0, start)}${label}${this.text.slice(start + length)}`;
      this.hints.push({ text: `Nothing is called ${wanted}. Did you mean`, better: { search, label: better } });
    } else if (wanted !== "" && operator !== ":" && /^[\d.,+-]/.test(value)) {
      this.hints.push({ text: `Nothing here is called ${wanted}.` });
    }
  }
}

const folded = (name: string): string => name.toLowerCase().replace(/[\s_.:-]+/g, "");
