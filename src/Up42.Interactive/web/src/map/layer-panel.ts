import * as L from "leaflet";
import { button, choice, element, icon } from "../shared/elements";
import { parseSearch } from "../shared/search";
import { searchHints } from "../shared/search-hints";
import type { Field } from "../shared/search-values";
import { LayerOrder } from "./layer-order";

const manyEntries = 12;
const fewEntries = 6;

export interface PanelEntry {
  group: string;
  name: string;
  /** What there is to know besides the name. */
  hint: string;
  layer: L.Layer & { bringToFront(): unknown };
  swatch?: { color: string; dashed: boolean };
  setOpacity: (opacity: number) => void;
  zoomTo: () => L.LatLngBounds;
  showTable?: () => void;
}

export interface BasemapEntry {
  name: string;
  layer: L.Layer;
}

/**
 * All layers, the topmost first: groups that fold and switch as a whole, a search, and for each layer its opacity, its place in the order, the
 * way to it and its features as a table.
 * @param entries The layers from the lowest to the topmost.
 */
export function layerPanel(map: L.Map, entries: PanelEntry[], basemaps: BasemapEntry[], remarks: string, isOpen: boolean): HTMLElement {
  const panel = element("details", { className: "u42-panel", open: isOpen }, element("summary", {}, "Layers"));
  const list = element("div", { tabIndex: 0 });
  list.setAttribute("role", "group");
  list.setAttribute("aria-label", "Layers");
  panel.append(list);
  if (entries.length > manyEntries) {
    list.append(search(list));
  }
  const order = new LayerOrder();
  for (const [name, members] of groups([...entries].reverse())) {
    list.append(layerGroup(map, name, members, order, entries.length <= fewEntries));
  }
  list.append(order.status);
  if (basemaps.length > 1) {
    list.append(basemapChoice(map, basemaps));
  }
  if (remarks) {
    list.append(element("p", {}, remarks));
  }
  return panel;
}

function layerGroup(map: L.Map, name: string, entries: PanelEntry[], order: LayerOrder, isUnfolded: boolean): HTMLElement {
  const set = element("details", { className: "u42-group", open: true });
  set.append(element("summary", { title: name }, entries.length > 1 ? `${name} (${entries.length})` : name));
  const boxes: HTMLInputElement[] = [];
  if (entries.length > 3) {
    const all = element("div", { className: "u42-all" });
    all.append(
      button("all", `Show all of ${name}`, () => toggle(boxes, true)),
      button("none", `Hide all of ${name}`, () => toggle(boxes, false)),
      slider(`Opacity of all of ${name}`, (opacity) => entries.forEach((entry) => entry.setOpacity(opacity))),
    );
    set.append(all);
  }
  for (const entry of entries) {
    const [row, box] = layerRow(map, entry, entries.length > 1 ? order : null, isUnfolded);
    boxes.push(box);
    set.append(row);
  }
  return set;
}

function layerRow(map: L.Map, entry: PanelEntry, order: LayerOrder | null, isUnfolded: boolean): [HTMLElement, HTMLInputElement] {
  const [label, box] = choice("checkbox", entry.name, map.hasLayer(entry.layer));
  label.title = entry.hint;
  box.addEventListener("change", () => {
    map[box.checked ? "addLayer" : "removeLayer"](entry.layer);
    order?.apply();
  });
  if (entry.swatch) {
    label.insertBefore(line(entry.swatch.color, entry.swatch.dashed), label.lastChild);
  }
  const tools = element("div", { className: "u42-layer-tools", hidden: !isUnfolded }, slider(`Opacity of ${entry.name}`, entry.setOpacity));
  const more = button(icon("M4 7l6 6 6-6", 14), `More of ${entry.name}`, () => {
    tools.hidden = !tools.hidden;
    more.setAttribute("aria-expanded", String(!tools.hidden));
  });
  more.setAttribute("aria-expanded", String(isUnfolded));
  const row = element("div", { className: "u42-layer" }, element("div", { className: "u42-layer-head" }, label, more), tools);
  if (entry.showTable) {
    tools.append(button(icon("M3 4h14v12H3zM3 8h14M3 12h14M8 8v8", 14), `Show ${entry.name} as a table`, entry.showTable));
  }
  if (order) {
    more.before(order.add(row, entry));
    tools.append(
      button(icon("M4 3h12M10 17V7M5.5 11 10 6.5l4.5 4.5", 14), `Bring ${entry.name} to the front`, () => {
        if (!box.checked) {
          box.click();
        }
        order.toFront(row);
      }),
    );
  }
  tools.append(
    button(icon("M10 2v4M10 14v4M2 10h4M14 10h4M10 5.5a4.5 4.5 0 1 0 .01 0", 14), `Zoom to ${entry.name}`, () => {
      map.fitBounds(entry.zoomTo(), { padding: [24, 24] });
    }),
  );
  return [row, box];
}

/** Leaves the layers that the search finds by their names and groups. */
function search(list: HTMLElement): HTMLElement {
  const input = element("input", { className: "u42-search", type: "search", placeholder: "Find a layer" });
  input.setAttribute("aria-label", "Find a layer");
  const hints = searchHints(input);
  input.addEventListener("input", () => {
    const rows = [...list.querySelectorAll<HTMLElement>(".u42-layer")];
    const text = (kind: string, of: (row: HTMLElement) => string | null): Field => ({
      name: kind, kind: "text", isSearched: true, text: (row) => (of(rows[row]!) ?? "").toLowerCase(), key: (row) => (of(rows[row]!) ?? "").toLowerCase(),
    });
    const fields = [
      text("name", (row) => row.textContent),
      text("group", (row) => row.closest(".u42-group")!.querySelector("summary")!.textContent),
    ];
    const search = parseSearch(input.value, fields);
    rows.forEach((row, index) => (row.hidden = !search.meets(index)));
    hints.show(search.hints);
    for (const group of list.querySelectorAll<HTMLDetailsElement>(".u42-group")) {
      group.hidden = group.querySelector(".u42-layer:not([hidden])") === null && group.querySelector(".u42-layer") !== null;
    }
  });
  return element("div", {}, input, hints.line);
}

function slider(name: string, setOpacity: (opacity: number) => void): HTMLElement {
  const input = element("input", { className: "u42-opacity", type: "range", min: "0", max: "100", value: "100", title: name });
  input.setAttribute("aria-label", name);
  input.addEventListener("input", () => setOpacity(Number(input.value) / 100));
  return input;
}

function basemapChoice(map: L.Map, basemaps: BasemapEntry[]): HTMLElement {
  const set = element("fieldset");
  set.append(element("legend", {}, "Basemap"));
  for (const basemap of basemaps) {
    const [label, radio] = choice("radio", basemap.name, map.hasLayer(basemap.layer));
    radio.name = "basemap";
    radio.addEventListener("change", () => {
      basemaps.forEach((other) => map.removeLayer(other.layer));
      map.addLayer(basemap.layer);
    });
    set.append(label);
  }
  return set;
}

function line(color: string, dashed: boolean): HTMLElement {
  const swatch = element("i");
  swatch.style.borderTop = `3px ${dashed ? "dashed" : "solid"} ${color}`;
  return swatch;
}

function groups(entries: PanelEntry[]): Map<string, PanelEntry[]> {
  const byName = new Map<string, PanelEntry[]>();
  for (const entry of entries) {
    byName.set(entry.group, [...(byName.get(entry.group) ?? []), entry]);
  }
  return byName;
}

function toggle(boxes: HTMLInputElement[], checked: boolean): void {
  for (const box of boxes.filter((candidate) => candidate.checked !== checked && candidate.closest(".u42-layer[hidden]") === null)) {
    box.click();
  }
}
