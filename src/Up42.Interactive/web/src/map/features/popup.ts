import * as L from "leaflet";
import { countOf, formatNumber } from "../../shared/numbers";
import type { FeatureFacts } from "../map-page-data";

const buttons = 52;
const room = 12;
const widest = 420;
const highest = 280;

/** Keeps popups clear of the buttons, and smaller than the map. */
export function fitPopups(map: L.Map, groups: L.FeatureGroup[]): void {
  const fit = () => {
    const { x, y } = map.getSize();
    const maxWidth = Math.max(120, Math.min(widest, x - buttons - 4 * room));
    for (const group of groups) {
      Object.assign(group.getPopup()!.options, {
        maxWidth,
        minWidth: Math.min(220, maxWidth),
        maxHeight: Math.max(60, Math.min(highest, y - 90)),
        autoPanPaddingTopLeft: L.point(buttons, room),
        autoPanPaddingBottomRight: L.point(room, room),
      });
    }
  };
  map.on("resize", fit);
  fit();
}

/** A feature's properties as a table. Everything from the data becomes text nodes, never markup. */
export function propertyTable({ name, label, properties }: FeatureFacts): HTMLElement {
  const box = document.createElement("div");
  box.className = "u42-popup";
  const heading = document.createElement("strong");
  heading.textContent = label;
  heading.title = name;
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
    return document.createTextNode(valueText(value));
  }
  const count = Object.keys(value).length;
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  summary.textContent = countOf(count, Array.isArray(value) ? "item" : "field");
  details.append(summary, rows(value as Record<string, unknown>));
  return details;
}

/** A plain value in words. */
export function valueText(value: unknown): string {
  return value === null || value === undefined ? "–" : typeof value === "number" ? formatNumber(value, 9) : String(value);
}
