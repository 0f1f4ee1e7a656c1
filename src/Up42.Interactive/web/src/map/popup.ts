import { countOf } from "../shared/numbers";

/** A feature's properties as a table. Everything from the data becomes text nodes, never markup. */
export function propertyTable(title: string, properties: Record<string, unknown>): HTMLElement {
  const box = document.createElement("div");
  box.className = "u42-popup";
  const heading = document.createElement("strong");
  heading.textContent = title;
  box.append(heading, rows(properties));
  return box;
}

function rows(values: Record<string, unknown> | unknown[]): HTMLElement {
  const table = document.createElement("table");
  const body = table.createTBody();
  for (const [name, value] of Object.entries(values)) {
    const row = body.insertRow();
    const head = document.createElement("th");
    head.scope = "row";
    head.textContent = name;
    row.append(head);
    row.insertCell().append(cell(value));
  }
  return table;
}

function cell(value: unknown): Node {
  if (typeof value !== "object" || value === null) {
    return document.createTextNode(value === null || value === undefined ? "–" : String(value));
  }
  const count = Object.keys(value).length;
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  summary.textContent = countOf(count, Array.isArray(value) ? "item" : "field");
  details.append(summary, rows(value as Record<string, unknown>));
  return details;
}
