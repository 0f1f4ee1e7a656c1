import * as L from "leaflet";
import type { VectorLayer } from "./map-data";
import { propertyTable } from "./popup";

const manyFeatures = 400;

/** One layer of features: outline, tooltip with the name, popup with the properties, highlight under the pointer. Their inside stays clear, so that images keep their colours. */
export function vectorLayer(data: VectorLayer): L.FeatureGroup {
  const renderer = data.features.length > manyFeatures ? L.canvas({ padding: 0.3 }) : L.svg({ padding: 0.3 });
  const group = L.featureGroup();
  for (const feature of data.features) {
    const style: L.PathOptions = {
      renderer,
      color: feature.color ?? data.color,
      weight: 2.5,
      opacity: 1,
      fillColor: feature.color ?? data.color,
      fillOpacity: 0,
      dashArray: data.dashed ? "7 5" : undefined,
    };
    const shape = L.geoJSON(feature.geometry, {
      style: () => style,
      pointToLayer: (_, position) => L.circleMarker(position, { ...style, radius: 6, fillOpacity: 0.5 }),
      coordsToLatLng: (coordinates) => L.latLng(coordinates[1]!, coordinates[0]!),
    });
    shape.bindTooltip(text(feature.name), { sticky: true, className: "u42-tooltip" });
    shape.bindPopup(() => propertyTable(feature.name, feature.properties), { maxHeight: 280, minWidth: 220, maxWidth: 420 });
    shape.on("mouseover", () => shape.setStyle({ weight: 4, fillOpacity: 0.18 }));
    shape.on("mouseout", () => shape.setStyle({ weight: 2.5, fillOpacity: 0 }));
    group.addLayer(shape);
  }
  return group;
}

function text(value: string): HTMLElement {
  const span = document.createElement("span");
  span.textContent = value;
  return span;
}
