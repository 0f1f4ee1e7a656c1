import * as L from "leaflet";
import { button, choice, element, icon } from "../shared/elements";
import { parseSearch } from "../shared/search";
import { searchHints } from "../shared/search-hints";
import type { Field } from "../shared/search-values";

const manyEntries = 12;
const wideMap = 640;

export interface PanelEntry {
  group: string;
  name: string;
  layer: L.Layer & { bringToFront(): unknown };
  swatch?: { color: string; dashed: boolean; categories: { name: string; color: string }[] };
  zoomTo: () => L.LatLngBounds;
}

export interface BasemapEntry {
  name: string;
  layer: L.Layer;
}

/** One control for all layers: groups that fold and switch as a whole, a scrolling list with a search, zoom to a layer, order, opacity of the images. */
export class LayerPanel extends L.Control {
  constructor(
    private readonly entries: PanelEntry[],
    private readonly basemaps: BasemapEntry[],
    private readonly setOpacity: ((opacity: number) => void) | null,
    private readonly remarks: string,
  ) {
    super({ position: "topright" });
  }

  override onAdd(map: L.Map): HTMLElement {
    const panel = element("details", { className: "u42-panel leaflet-bar" });
    panel.open = map.getSize().x >= wideMap;
    panel.append(element("summary", {}, "Layers"));
    const list = element("div");
    list.tabIndex = 0;
    list.setAttribute("role", "group");
    list.setAttribute("aria-label", "Layers");
    panel.append(list);
    if (this.entries.length > manyEntries) {
      list.append(search(list));
    }
    if (this.setOpacity) {
      list.append(slider(this.setOpacity));
    }
    for (const [name, entries] of groups(this.entries)) {
      list.append(layerGroup(map, name, entries));
    }
    if (this.basemaps.length > 1) {
      list.append(basemapChoice(map, this.basemaps));
    }
    if (this.remarks) {
      list.append(element("p", {}, this.remarks));
    }
    L.DomEvent.disableClickPropagation(panel);
    L.DomEvent.disableScrollPropagation(panel);
    const fit = () => (list.style.maxHeight = `${Math.max(120, map.getSize().y - 150)}px`);
    map.on("resize", fit);
    fit();
    return panel;
  }
}

function layerGroup(map: L.Map, name: string, entries: PanelEntry[]): HTMLElement {
  const set = element("details", { className: "u42-group" });
  set.open = true;
  set.append(element("summary", {}, entries.length > 1 ? `${name} (${entries.length})` : name));
  const boxes: HTMLInputElement[] = [];
  if (entries.length > 3) {
    const both = element("div", { className: "u42-all" });
    both.append(
      button("all", `Show all of ${name}`, () => toggle(boxes, true)),
      button("none", `Hide all of ${name}`, () => toggle(boxes, false)),
    );
    set.append(both);
  }
  for (const entry of entries) {
    const [row, box] = layerRow(map, entry, entries.length > 1);
    boxes.push(box);
    set.append(row);
    for (const category of entry.swatch?.categories ?? []) {
      const key = element("div", { className: "u42-category" });
      key.append(line(category.color, false), element("span", {}, category.name));
      set.append(key);
    }
  }
  return set;
}

function layerRow(map: L.Map, entry: PanelEntry, hasOrder: boolean): [HTMLElement, HTMLInputElement] {
  const row = element("div", { className: "u42-layer" });
  const [label, box] = choice("checkbox", entry.name, map.hasLayer(entry.layer));
  box.addEventListener("change", () => (box.checked ? map.addLayer(entry.layer) : map.removeLayer(entry.layer)));
  if (entry.swatch && entry.swatch.categories.length === 0) {
    label.insertBefore(line(entry.swatch.color, entry.swatch.dashed), label.lastChild);
  }
  const show = () => {
    if (!box.checked) {
      box.click();
    }
    entry.layer.bringToFront();
  };
  row.append(label);
  if (hasOrder) {
    row.append(button(icon("M4 3h12M10 17V7M5.5 11 10 6.5l4.5 4.5", 14), `Bring ${entry.name} to the front`, show));
  }
  row.append(button(icon("M10 2v4M10 14v4M2 10h4M14 10h4M10 5.5a4.5 4.5 0 1 0 .01 0", 14), `Zoom to ${entry.name}`, () => {
    map.fitBounds(entry.zoomTo(), { padding: [24, 24] });
  }));
  return [row, box];
}

/** Leaves the layers that the search finds by their names and groups. */
function search(list: HTMLElement): HTMLElement {
  const input = element("input", { className: "u42-search" });
  input.type = "search";
  input.placeholder = "Find a layer";
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

function slider(setOpacity: (opacity: number) => void): HTMLElement {
  const label = element("label", { className: "u42-opacity" });
  const input = element("input");
  input.type = "range";
  input.min = "0";
  input.max = "100";
  input.value = "100";
  input.addEventListener("input", () => setOpacity(Number(input.value) / 100));
  label.append("Image opacity", input);
  return label;
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
