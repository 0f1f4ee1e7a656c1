import { element } from "../shared/elements";
import { minus } from "../shared/numbers";
import { readNumber } from "../shared/search-values";
import { type Column, wholeText } from "./table-data";

/** Copies text; where the host withholds the clipboard, by a field that is there for an instant. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = element("textarea", { value: text, className: "u42-off" });
    const focused = document.activeElement as HTMLElement | null;
    document.body.append(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    focused?.focus();
    return copied;
  }
}

/** Rows as a spreadsheet takes them from the clipboard: values, not what is shown of them. */
export function tabbed(columns: Column[], rows: number[]): string {
  return lines(columns, rows, (text) => text.replace(/[\t\r\n]+/g, " ")).map((line) => line.join("\t")).join("\n");
}

/** Rows as CSV (RFC 4180). */
export function csv(columns: Column[], rows: number[]): string {
  const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return lines(columns, rows, quoted).map((line) => `${line.join(",")}\r\n`).join("");
}

export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  element("a", { href: address, download: name, target: "" }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function lines(columns: Column[], rows: number[], write: (text: string) => string): string[][] {
  const heads = columns.map((column) => write(disarmed(column.unit ? `${column.name} (${column.unit})` : column.name)));
  return [heads, ...rows.map((row) => columns.map((column) => write(valueOf(column, row))))];
}

function valueOf(column: Column, row: number): string {
  const value = column.values[row];
  if (value != null) {
    return column.unit ? value.split(" ")[0]! : value;
  }
  const text = wholeText(column.cells[row]!);
  const number = text.replaceAll(minus, "-");
  return column.isNumber || (column.type === "mixed" && readNumber(text) !== null) ? number : disarmed(text);
}

/** A spreadsheet would run what begins like a formula. */
const disarmed = (text: string): string => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);
