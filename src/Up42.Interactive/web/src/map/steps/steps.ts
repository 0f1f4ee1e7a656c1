import * as L from "leaflet";
import type { BasemapEntry, PanelEntry } from "../layer-panel";
import { latLngBounds, tiles } from "../basemaps";
import type { FeatureSet } from "../features/feature-set";
import { vectorLayers } from "../features/vector-layers";
import { Graticule } from "../graticule";
import type { ImagePicture } from "../images/image-picture";
import type { Pictures } from "../images/pictures";
import type { ImageValues } from "../images/image-values";
import type { ImageLayerData, MapPageData } from "../map-page-data";
import { Comparison } from "./comparison";
import { SecondMap } from "./second-map";
import { StepPanes } from "./step-panes";
import { TimeChart } from "./time-chart";
import { Timeline } from "./timeline";

interface ShownImage {
  image: ImageLayerData;
  layer: ImagePicture;
  values?: ImageValues;
}

/** What a map of steps has besides: controls below the map, and a chart beside it. */
export interface Stepped {
  /** What stands beside the map. */
  root: HTMLElement | null;
  /** The steps that the readout tells of. */
  told: () => number[];
  point: (place: L.LatLng | null) => void;
  pick: (place: L.LatLng) => void;
  /** The layer in the other one of two maps. */
  copyOf: (layer: L.Layer) => L.Layer | undefined;
  start: () => void;
}

/** Makes a comparison or a timeline of a map. */
export function stepped(
  map: L.Map,
  data: MapPageData,
  panes: StepPanes,
  pictures: Pictures,
  images: ShownImage[],
  vectors: FeatureSet[],
  basemaps: BasemapEntry[],
): Stepped {
  return data.mode === "timeline" ? timeline(map, data, panes, images) : comparison(map, data, panes, pictures, images, vectors, basemaps);
}

function comparison(
  map: L.Map, data: MapPageData, panes: StepPanes, pictures: Pictures, images: ShownImage[], vectors: FeatureSet[], basemaps: BasemapEntry[],
): Stepped {
  const second = new SecondMap(map, (other) => {
    new Graticule().addTo(other);
    const shown = { ...data, vectors: data.vectors.filter((layer) => layer.step !== 0 && vectors.some(({ data: made }) => made === layer)) };
    const grounds = data.basemaps.map((basemap, index): [L.Layer, L.Layer] => [basemaps[index]!.layer, tiles(basemap)]);
    const right = images.filter(({ image }) => image.step === 1).map(({ image, layer }): [L.Layer, L.Layer] => [layer, pictures.create(image)]);
    const features = vectorLayers(other, shown, new StepPanes(other)).map((copy): [L.Layer, L.Layer] => [
      vectors.find((layer) => layer.data === copy.data)!.group,
      copy.group,
    ]);
    return [...grounds, ...right, ...features];
  });
  const made = new Comparison(map, data.steps, panes, second);
  return {
    root: null,
    told: () => made.told,
    point: () => {},
    pick: () => {},
    copyOf: (layer) => second.copyOf(layer),
    start: () => made.start(data.mode!),
  };
}

function timeline(map: L.Map, data: MapPageData, panes: StepPanes, images: ShownImage[]): Stepped {
  const values = data.steps.map((_, step) => images.flatMap((entry) => (entry.image.step === step && entry.values ? [entry.values] : [])));
  const chart = new TimeChart(map, data.steps, values);
  const slider = new Timeline(map, data.steps, panes, (step) => chart.mark(step));
  return {
    root: chart.root,
    told: () => [slider.current],
    point: (place) => chart.point(place),
    pick: (place) => chart.pin(place),
    copyOf: () => undefined,
    start: () => {},
  };
}

/** The images of all dates as one row of the layer panel. */
export function together(images: ShownImage[], map: L.Map): PanelEntry {
  const layer = L.featureGroup(images.map((each) => each.layer)).addTo(map);
  const valid = images.map(({ image }) => latLngBounds(image.valid));
  return {
    group: images[0]!.image.group,
    name: "All dates",
    hint: `${images.length} images`,
    layer,
    setOpacity: (opacity) => images.forEach((each) => each.layer.setOpacity(opacity)),
    zoomTo: () => valid.reduce((all, bounds) => all.extend(bounds), L.latLngBounds([])),
  };
}
