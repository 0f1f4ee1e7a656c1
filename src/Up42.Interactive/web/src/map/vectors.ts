import * as L from "leaflet";
import { element } from "../shared/elements";
import type { VectorLayerData } from "./map-page-data";
import { propertyTable } from "./popup";

const manyFeatures = 400;

/**
 * One layer of features: outline, tooltip with the name, popup with the properties, highlight under the pointer. Their inside stays clear,
 * so that images keep their colours, but where a column colours it.
 */
export function vectorLayer(data: VectorLayerData): L.FeatureGroup {
  const stops: L.Path[] = [];
  const renderer = data.features.length > manyFeatures ? L.canvas({ padding: 0.3 }) : L.svg({ padding: 0.3 });
  const group = L.featureGroup();
  for (const feature of data.features) {
    const isPoint = feature.geometry.type === "Point" || feature.geometry.type === "MultiPoint";
    const fillOpacity = isPoint ? 0.65 : data.fillOpacity;
    const weight = isPoint ? 1.5 : 2.5;
    const style: L.PathOptions = {
      renderer,
      color: feature.color ?? data.color,
      weight,
      opacity: 1,
      fillColor: feature.color ?? data.color,
      fillOpacity,
      dashArray: data.dashed ? "7 5" : undefined,
    };
    const shape = L.geoJSON(feature.geometry, {
      style: () => style,
      pointToLayer: (_, position) => L.circleMarker(position, { radius: data.features.length > manyFeatures ? 4 : 6 }),
      coordsToLatLng: (coordinates) => L.latLng(coordinates[1]!, coordinates[0]!),
    });
    shape.bindTooltip(element("span", {}, feature.label), { sticky: true, className: "u42-tooltip" });
    shape.bindPopup(() => propertyTable(feature.name, feature.properties), { maxHeight: 280, minWidth: 220, maxWidth: 420 });
    shape.on("mouseover", () => shape.setStyle({ weight: weight + 1.5, fillOpacity: isPoint ? 1 : fillOpacity }));
    shape.on("mouseout", () => shape.setStyle({ weight, fillOpacity }));
    shape.on("add", () => shape.eachLayer((part) => reachByKeyboard(part as L.Path, feature.label, stops)));
    group.addLayer(shape);
  }
  return group;
}

/** Makes the outlines of a layer one stop of the tab key: arrow keys go from one to the next, and Enter opens a popup. */
function reachByKeyboard(path: L.Path, name: string, stops: L.Path[]): void {
  const outline = path.getElement();
  if (!outline || outline.hasAttribute("tabindex")) {
    return;
  }
  outline.setAttribute("tabindex", stops.push(path) === 1 ? "0" : "-1");
  outline.setAttribute("role", "button");
  outline.setAttribute("aria-label", name);
  outline.addEventListener("keydown", (event) => {
    const { key } = event as KeyboardEvent;
    const at = stops.indexOf(path);
    const next: Record<string, number> = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 };
    if (key === "Enter") {
      path.openPopup();
    } else if (next[key] !== undefined) {
      const stop = stops.at(next[key] % stops.length)!.getElement()!;
      outline.setAttribute("tabindex", "-1");
      stop.setAttribute("tabindex", "0");
      (stop as SVGElement).focus();
      event.preventDefault();
      event.stopPropagation();
    }
  });
}
