import * as L from "leaflet";
import type { Failures } from "../failures";
import type { MapPageData, VectorLayerData } from "../map-page-data";
import type { StepPanes } from "../steps/step-panes";
import { FeatureLayer } from "./feature-layer";
import type { FeatureSet } from "./feature-set";
import { drawnWhileDragged } from "./packed/canvas-renderer";
import { featuresOf } from "./packed/packed-features";
import { PackedLayer } from "./packed/packed-layer";

const manyFeatures = 400;

/**
 * The layers of features from the lowest to the topmost. Layers of many share a canvas below the outlines of the others, one pane for each group.
 * @param failures Says which could not be made; without it that is an error.
 */
export function vectorLayers(map: L.Map, data: MapPageData, panes: StepPanes, failures?: Failures): FeatureSet[] {
  const isMany = ({ group }: VectorLayerData) => data.vectors.some((other) => other.group === group && (other.packed || other.features.length > manyFeatures));
  const renderers = new Map<string, L.Renderer>();
  const ordered = [...data.vectors.filter(isMany), ...data.vectors.filter((layer) => !isMany(layer))];
  const make = (layer: VectorLayerData): FeatureSet => {
    const name = `${layer.step ?? ""} ${isMany(layer) ? "many" : layer.group}`;
    if (!renderers.has(name)) {
      const pane = `u42-features-${renderers.size}`;
      map.createPane(pane).style.zIndex = String(401 + renderers.size);
      renderers.set(name, isMany(layer) ? drawnWhileDragged(map, L.canvas({ padding: 0.3, pane })) : L.svg({ padding: 0.3, pane }));
      if (layer.step !== undefined) {
        panes.add(layer.step, pane);
      }
    }
    const renderer = renderers.get(name)!;
    const made = layer.packed ? new PackedLayer(layer, featuresOf(layer), data.key, renderer) : new FeatureLayer(layer, data.key, renderer);
    made.group.addTo(map);
    return made;
  };
  return ordered.flatMap((layer) => failures?.attempt(`The layer ${layer.name}`, () => make(layer)) ?? [make(layer)]);
}
