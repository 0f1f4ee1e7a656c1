import * as L from "leaflet";
import { button, element, icon } from "../shared/elements";
import { latitudeText, longitudeText } from "../shared/numbers";

/** What is under the pointer: the coordinates, and what `describe` says of the place; nothing where there is no place. */
export function readout(map: L.Map, describe: (place: L.LatLng | null) => string): (place: L.LatLng | null) => void {
  const box = element("output", { className: "u42-readout" });
  box.setAttribute("aria-label", "Coordinates and values under the pointer");
  const tell = (place: L.LatLng | null) => {
    const values = describe(place);
    box.replaceChildren(...(values ? [element("span", {}, values)] : []), ...(place ? [element("span", {}, position(place))] : []));
  };
  map.on("mousemove", ({ latlng }) => tell(latlng)).on("click", ({ latlng }) => tell(latlng));
  map.on("mouseout", () => tell(null));
  const Readout = L.Control.extend({ options: { position: "bottomleft" }, onAdd: () => box });
  new Readout().addTo(map);
  return tell;
}

/** Buttons under the zoom control: back to the whole, full screen where the host allows it, and others. */
export function buttons(home: () => void, ...others: HTMLButtonElement[]): L.Control {
  const tools = [button(icon("M3 9.5 10 3.5l7 6M5 8.5V16h10V8.5"), "Show everything", home), ...others];
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
