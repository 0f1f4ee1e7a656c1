import * as L from "leaflet";

export interface PanelEntry {
  group: string;
  name: string;
  layer: L.Layer;
  swatch?: { color: string; dashed: boolean; categories: { name: string; color: string }[] };
  zoomTo?: () => L.LatLngBounds;
}

/** One control for all layers: groups that switch as a whole, a scrolling list, zoom to a layer, opacity of the images. */
export class LayerPanel extends L.Control {
  constructor(
    private readonly entries: PanelEntry[],
    private readonly basemaps: { name: string; layer: L.Layer }[],
    private readonly setOpacity: ((opacity: number) => void) | null,
    private readonly remarks: string,
  ) {
    super({ position: "topright" });
  }

  override onAdd(map: L.Map): HTMLElement {
    const panel = document.createElement("details");
    panel.className = "u42-panel leaflet-bar";
    panel.open = map.getSize().x >= 640;
    const summary = document.createElement("summary");
    summary.textContent = "Layers";
    const list = document.createElement("div");
    panel.append(summary, list);
    for (const [name, entries] of groups(this.entries)) {
      list.append(this.group(map, name, entries));
    }
    if (this.setOpacity) {
      list.append(this.slider(this.setOpacity));
    }
    if (this.basemaps.length > 0) {
      list.append(this.basemapChoice(map));
    }
    if (this.remarks) {
      const note = document.createElement("p");
      note.textContent = this.remarks;
      list.append(note);
    }
    L.DomEvent.disableClickPropagation(panel);
    L.DomEvent.disableScrollPropagation(panel);
    return panel;
  }

  private group(map: L.Map, name: string, entries: PanelEntry[]): HTMLElement {
    const set = document.createElement("fieldset");
    const legend = document.createElement("legend");
    legend.textContent = name;
    set.append(legend);
    const boxes: HTMLInputElement[] = [];
    for (const entry of entries) {
      const row = document.createElement("div");
      row.className = "u42-layer";
      const [label, box] = choice("checkbox", entry.name, map.hasLayer(entry.layer));
      box.addEventListener("change", () => (box.checked ? map.addLayer(entry.layer) : map.removeLayer(entry.layer)));
      boxes.push(box);
      const categories = entry.swatch?.categories ?? [];
      if (entry.swatch && categories.length === 0) {
        label.insertBefore(line(entry.swatch.color, entry.swatch.dashed), label.lastChild);
      }
      row.append(label);
      if (entry.zoomTo) {
        row.append(button("Zoom", `Zoom to ${entry.name}`, () => map.fitBounds(entry.zoomTo!(), { padding: [24, 24] })));
      }
      set.append(row);
      for (const category of categories) {
        const key = document.createElement("div");
        key.className = "u42-category";
        const name = document.createElement("span");
        name.textContent = category.name;
        key.append(line(category.color, false), name);
        set.append(key);
      }
    }
    if (entries.length > 3) {
      legend.append(
        button("all", `Show all of ${name}`, () => toggle(boxes, true)),
        button("none", `Hide all of ${name}`, () => toggle(boxes, false)),
      );
    }
    return set;
  }

  private slider(setOpacity: (opacity: number) => void): HTMLElement {
    const label = document.createElement("label");
    label.className = "u42-opacity";
    const input = document.createElement("input");
    input.type = "range";
    input.min = "0";
    input.max = "100";
    input.value = "100";
    input.addEventListener("input", () => setOpacity(Number(input.value) / 100));
    label.append("Image opacity", input);
    return label;
  }

  private basemapChoice(map: L.Map): HTMLElement {
    const set = document.createElement("fieldset");
    const legend = document.createElement("legend");
    legend.textContent = "Basemap";
    set.append(legend);
    for (const basemap of [...this.basemaps, { name: "None", layer: L.layerGroup() }]) {
      const [label, radio] = choice("radio", basemap.name, map.hasLayer(basemap.layer));
      radio.name = "basemap";
      radio.addEventListener("change", () => {
        this.basemaps.forEach((other) => map.removeLayer(other.layer));
        map.addLayer(basemap.layer);
      });
      set.append(label);
    }
    return set;
  }
}

function line(color: string, dashed: boolean): HTMLElement {
  const swatch = document.createElement("i");
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
  for (const box of boxes.filter((candidate) => candidate.checked !== checked)) {
    box.click();
  }
}

function choice(type: string, text: string, checked: boolean): [HTMLLabelElement, HTMLInputElement] {
  const label = document.createElement("label");
  const input = document.createElement("input");
  input.type = type;
  input.checked = checked;
  const span = document.createElement("span");
  span.textContent = text;
  span.title = text;
  label.append(input, span);
  return [label, input];
}

function button(text: string, label: string, action: () => void): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = text;
  element.title = label;
  element.setAttribute("aria-label", label);
  element.addEventListener("click", (event) => {
    event.preventDefault();
    action();
  });
  return element;
}
