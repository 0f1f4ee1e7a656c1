import * as L from "leaflet";
import { element } from "../shared/elements";
import type { VectorLayerData } from "./map-page-data";
import { propertyTable } from "./popup";

const manyFeatures = 400;
const manyStops = 60;

/**
 * One layer of features: outline, tooltip with the name, popup with the properties, highlight under the pointer. Their inside stays clear,
 * so that images keep their colours, but where a column colours it.
 */
export function vectorLayer(data: VectorLayerData): L.FeatureGroup {
  const reachable = data.features.length <= manyStops;
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
    if (reachable) {
      shape.on("add", () => shape.eachLayer((part) => reachByKeyboard(part as L.Path, feature.label)));
    }
    group.addLayer(shape);
  }
  return group;
}

/** Makes an outline a stop of the tab key, and its popup open by Enter. */
function reachByKeyboard(path: L.Path, name: string): void {
  const outline = path.getElement();
  if (outline && !outline.hasAttribute("tabindex")) {
    outline.setAttribute("tabindex", "0");
    outline.setAttribute("role", "button");
    outline.setAttribute("aria-label", name);
    outline.addEventListener("keydown", (event) => {
      if ((event as KeyboardEvent).key === "Enter") {
        path.openPopup();
      }
    });
  }
}
