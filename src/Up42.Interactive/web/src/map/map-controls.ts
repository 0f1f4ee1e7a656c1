import * as L from "leaflet";
import { button, element, icon } from "../shared/elements";
import { digitsFor, formatNumber, latitudeText, longitudeText } from "../shared/numbers";
import type { ColorBarData } from "./map-page-data";

/** What is under the pointer: the coordinates, and what `describe` says of the place. */
export function readout(map: L.Map, describe: (place: L.LatLng) => string): L.Control {
  const box = element("output", { className: "u42-readout" });
  box.setAttribute("aria-label", "Coordinates and values under the pointer");
  const tell = ({ latlng }: L.LeafletMouseEvent) => {
    const values = describe(latlng);
    box.replaceChildren(...(values ? [element("span", {}, values)] : []), element("span", {}, position(latlng)));
  };
  map.on("mousemove", tell).on("click", tell);
  map.on("mouseout", () => box.replaceChildren());
  const Readout = L.Control.extend({ options: { position: "bottomleft" }, onAdd: () => box });
  return new Readout();
}

/** The key of colours: a bar of colours with the values at its ends. */
export function legend(bars: ColorBarData[]): L.Control {
  const Legend = L.Control.extend({
    options: { position: "bottomright" },
    onAdd: () => {
      const box = L.DomUtil.create("div", "u42-legend leaflet-bar");
      for (const bar of bars) {
        box.append(element("div", { className: "u42-name", title: bar.title }, bar.title));
        const colors = element("div", { className: "u42-ramp" });
        colors.style.background = `linear-gradient(to right, ${bar.colors.join(", ")})`;
        const ends = element("div", { className: "u42-ends" });
        ends.append(...[bar.minimum, bar.maximum].map((end) => element("span", {}, formatNumber(end, digitsFor(bar.minimum, bar.maximum), true))));
        box.append(colors, ends);
      }
      return box;
    },
  });
  return new Legend();
}

/** Buttons under the zoom control: back to the whole, and full screen where the host allows it. */
export function buttons(home: () => void): L.Control {
  const tools = [button(icon("M3 9.5 10 3.5l7 6M5 8.5V16h10V8.5"), "Show everything", home)];
  if (document.fullscreenEnabled) {
    tools.push(button(icon("M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4"), "Full screen", fullScreen));
  }
  return toolbar(tools);
}

/** A bar of buttons in the upper left. */
export function toolbar(tools: HTMLElement[]): L.Control {
  const Bar = L.Control.extend({
    options: { position: "topleft" },
    onAdd: () => {
      const bar = L.DomUtil.create("div", "leaflet-bar u42-bar");
      bar.append(...tools);
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
  return `${latitudeText(lat, 5)}, ${longitudeText(lng, 5)}`;
}

function fullScreen(): void {
  void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
}
