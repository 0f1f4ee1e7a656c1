import * as L from "leaflet";
import type { ColorBar } from "./map-data";

/** Coordinates under the pointer, beside the scale bar. */
export function coordinates(map: L.Map): L.Control {
  const box = document.createElement("output");
  box.className = "u42-coordinates";
  box.setAttribute("aria-label", "Coordinates under the pointer");
  map.on("mousemove", (event) => (box.textContent = position(event.latlng)));
  map.on("mouseout", () => (box.textContent = ""));
  const Coordinates = L.Control.extend({ options: { position: "bottomleft" }, onAdd: () => box });
  return new Coordinates();
}

/** The key of colours: a bar of colours with the values at its ends. */
export function legend(bars: ColorBar[]): L.Control {
  const Legend = L.Control.extend({
    options: { position: "bottomright" },
    onAdd: () => {
      const box = L.DomUtil.create("div", "u42-legend leaflet-bar");
      for (const bar of bars) {
        const title = L.DomUtil.create("div", "", box);
        title.textContent = bar.title;
        const colors = L.DomUtil.create("div", "u42-ramp", box);
        colors.style.background = `linear-gradient(to right, ${bar.colors})`;
        const ends = L.DomUtil.create("div", "u42-ends", box);
        for (const end of bar.range) {
          L.DomUtil.create("span", "", ends).textContent = String(Number(end.toPrecision(4)));
        }
      }
      return box;
    },
  });
  return new Legend();
}

/** Buttons under the zoom control: back to the whole, and full screen where the host allows it. */
export function buttons(home: () => void): L.Control {
  const Bar = L.Control.extend({
    options: { position: "topleft" },
    onAdd: () => {
      const bar = L.DomUtil.create("div", "leaflet-bar u42-bar");
      bar.append(tool("M3 9.5 10 3.5l7 6M5 8.5V16h10V8.5", "Show everything", home));
      if (document.fullscreenEnabled) {
        bar.append(tool("M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4", "Full screen", fullScreen));
      }
      L.DomEvent.disableClickPropagation(bar);
      return bar;
    },
  });
  return new Bar();
}

/** The wheel scrolls the notebook until the map was clicked or focused, and again once the pointer has left it. */
export function wheelAfterClick(map: L.Map): void {
  map.scrollWheelZoom.disable();
  map.on("click focus", () => map.scrollWheelZoom.enable());
  map.getContainer().addEventListener("mouseleave", () => map.scrollWheelZoom.disable());
}

function position(point: L.LatLng): string {
  const { lat, lng } = point.wrap();
  return `${Math.abs(lat).toFixed(5)}° ${lat < 0 ? "S" : "N"}, ${Math.abs(lng).toFixed(5)}° ${lng < 0 ? "W" : "E"}`;
}

/** A button with an icon drawn by one path in a box of 20 by 20. */
function tool(icon: string, label: string, action: () => void): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [name, value] of Object.entries({ width: "18", height: "18", viewBox: "0 0 20 20", fill: "none", stroke: "currentColor", "stroke-width": "1.8" })) {
    svg.setAttribute(name, value);
  }
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", icon);
  svg.append(path);
  button.append(svg);
  button.title = label;
  button.setAttribute("aria-label", label);
  button.addEventListener("click", action);
  return button;
}

function fullScreen(): void {
  void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
}
