import * as L from "leaflet";
import "./map.css";
import { element } from "../shared/elements";
import { Crosshair } from "./crosshair";
import { DetailPicture } from "./detail/detail-picture";
import { DrawTool } from "./draw/draw";
import { showTable } from "./features/feature-list";
import { FeatureLayer } from "./features/feature-layer";
import { Graticule } from "./graticule";
import { ImagePicture } from "./images/image-picture";
import { ImageReader } from "./images/image-reader";
import { ImageValues } from "./images/image-values";
import { layerPanel, type BasemapEntry, type PanelEntry } from "./layer-panel";
import { legend } from "./features/legend";
import { Locator } from "./locator";
import { buttons, readout, wheelAfterClick } from "./map-controls";
import type { BasemapData, Bounds, ImageLayerData, MapPageData, VectorLayerData } from "./map-page-data";
import { fitPopups } from "./features/popup";
import { restyledImages } from "./restyle/restyled-images";
import { RestylePanel } from "./restyle/restyle-panel";
import { rings } from "./draw/rings";
import { twoFingers } from "./touch";

const deepest = 24;
const pixelZoom = 5;
const manyFeatures = 400;
const mostLegends = 3;
const wideFrame = 720;

window.u42Start = (data: MapPageData) => {
  const container = element("div", { className: "u42-map" });
  const side = element("div", { className: "u42-side" });
  const foot = element("div", { className: "u42-foot" });
  container.setAttribute("role", "region");
  container.setAttribute("aria-label", "Map. Arrow keys move it, plus and minus zoom, C reads values.");
  side.tabIndex = 0;
  side.setAttribute("role", "group");
  side.setAttribute("aria-label", "Layers and legend");
  document.querySelector("main")!.append(element("div", { className: "u42-frame" }, container, side, foot));

  const map = L.map(container, { zoomSnap: 0.25, zoomDelta: 0.5, maxZoom: closest(data.images), minZoom: 0, attributionControl: false });
  const credits = L.control.attribution({ prefix: false }).addTo(map);
  const note = element("span", { className: "u42-note" });
  note.setAttribute("role", "status");
  const home = () => map.fitBounds(latLngBounds(data.bounds), { paddingTopLeft: [56, 28], paddingBottomRight: [28, 28], animate: false });
  home();
  new Graticule().addTo(map);

  const basemaps: BasemapEntry[] = [
    ...data.basemaps.map((basemap) => ({ name: basemap.name, layer: tiles(basemap, note) })),
    { name: "None", layer: L.layerGroup() },
  ];
  basemaps.at(data.basemap)!.layer.addTo(map);
  const images = data.images.map((image) => {
    const bounds = latLngBounds(image.bounds);
    const layer = image.detail
      ? new DetailPicture(image, bounds, attachment(data.images.filter(({ detail }) => detail).indexOf(image))).addTo(map)
      : new ImagePicture(image.source, bounds, image.columns, image.rows, { alt: image.alt }).addTo(map);
    return { image, layer, values: image.values && new ImageValues(image.values, bounds) };
  });
  const vectors = vectorLayers(map, data);

  const entries: PanelEntry[] = [
    ...images.map(({ image, layer }) => ({
      group: image.group,
      name: image.name,
      hint: image.hint,
      layer,
      setOpacity: (opacity: number) => layer.setOpacity(opacity),
      zoomTo: () => latLngBounds(image.valid),
    })),
    ...vectors.map((layer) => ({
      group: layer.data.group,
      name: layer.data.name,
      hint: layer.data.hint ?? layer.data.name,
      layer: layer.group,
      swatch: layer.data.fillOpacity > 0 ? undefined : layer.data,
      setOpacity: (opacity: number) => layer.setOpacity(opacity),
      zoomTo: () => layer.group.getBounds(),
      showTable: () => showTable(container, { data: layer.data, features: layer.features, open: (feature) => layer.open(feature) }),
    })),
  ];
  if (data.draw) {
    const covers = data.vectors.filter(({ isFootprint }) => isFootprint).flatMap(({ features }) => features.flatMap(({ geometry }) => rings(geometry)));
    side.append(new DrawTool(data.draw, covers).addTo(map));
  }
  const bars = new Map(data.images.flatMap(({ bar }) => (bar ? [[JSON.stringify(bar), bar] as const] : [])));
  if (bars.size > 0 || data.key) {
    side.append(legend([...bars.values()].slice(0, mostLegends), data.key, (index, isShown) => vectors.forEach((layer) => layer.setClass(index, isShown))));
  }
  const restyled = restyledImages(images).map((group, index, all) => {
    const panel = new RestylePanel(map, group, data.scales, (isRestyled) => side.querySelector(".u42-bars")?.toggleAttribute("hidden", isRestyled));
    panel.root.open = index === 0 && all.length <= 2;
    return panel;
  });
  side.append(...restyled.map(({ root }) => root));
  side.append(layerPanel(map, entries, basemaps, data.remarks, side.parentElement!.clientWidth >= wideFrame));
  side.append(new Locator(map).box);

  const reader = new ImageReader(map, images);
  const tell = readout(map, (place) => {
    restyled.forEach((panel) => panel.point(place));
    return reader.describe(place);
  });
  const crosshair = new Crosshair(map, (place) => reader.ready().then(() => tell(place)), (place) => reader.outline(place));
  const begin = ({ latlng }: L.LeafletMouseEvent) => void reader.begin(() => tell(latlng));
  map.on("mousemove", begin).on("click", begin);
  buttons(home, crosshair.button).addTo(map);
  foot.append(L.control.scale({ imperial: false, maxWidth: 140 }).addTo(map).getContainer()!, note, credits.getContainer()!);
  fitPopups(map, vectors.map(({ group }) => group));
  wheelAfterClick(map);
  twoFingers(map);
  container.addEventListener("keydown", ({ key }) => key === "Escape" && map.closePopup());
  new ResizeObserver(() => map.invalidateSize({ pan: false })).observe(container);
  map.invalidateSize({ pan: false });
  home();
  document.addEventListener("DOMContentLoaded", () => images.forEach(({ layer }) => layer instanceof DetailPicture && layer.redraw()));
  window.u42Map = map;
};

/** A text of the page, which may still arrive while the map starts. */
function attachment(index: number): () => string | null {
  let text: string | null = null;
  return () => (text ??= document.readyState === "loading" ? null : (document.querySelectorAll("script.u42-attachment")[index]?.textContent ?? null));
}

/** The layers of features from the lowest to the topmost. Layers of many share a canvas below the outlines of the others, one pane for each group. */
function vectorLayers(map: L.Map, data: MapPageData): FeatureLayer[] {
  const isMany = ({ group }: VectorLayerData) => data.vectors.some((other) => other.group === group && other.features.length > manyFeatures);
  const renderers = new Map<string, L.Renderer>();
  const ordered = [...data.vectors.filter(isMany), ...data.vectors.filter((layer) => !isMany(layer))];
  return ordered.map((layer) => {
    const name = isMany(layer) ? "many" : layer.group;
    if (!renderers.has(name)) {
      const pane = `u42-features-${renderers.size}`;
      map.createPane(pane).style.zIndex = String(401 + renderers.size);
      renderers.set(name, isMany(layer) ? L.canvas({ padding: 0.3, pane }) : L.svg({ padding: 0.3, pane }));
    }
    const made = new FeatureLayer(layer, data.key, renderers.get(name)!);
    made.group.addTo(map);
    return made;
  });
}

/** The zoom at which a pixel of the finest image is a square of some size; without images far enough for any feature. */
function closest(images: ImageLayerData[]): number {
  const zooms = images.map(({ bounds: [, west, , east], columns, values }) => {
    const reduced = values ? values.pixels.sourceColumns / values.pixels.columns : 1;
    return Math.log2((360 * columns * reduced) / (256 * (east - west))) + pixelZoom;
  });
  return zooms.length > 0 ? Math.max(1, Math.min(deepest, Math.ceil(Math.max(...zooms)))) : deepest;
}

function tiles(basemap: BasemapData, note: HTMLElement): L.TileLayer {
  const layer = L.tileLayer(basemap.url, { attribution: basemap.attribution, maxNativeZoom: basemap.maxZoom, maxZoom: deepest, className: "u42-tiles" });
  let isReached = false;
  layer.on("tileerror", () => (note.textContent = isReached ? "" : `${basemap.name} is not reachable`));
  layer.on("tileload", () => {
    isReached = true;
    note.textContent = "";
  });
  layer.on("remove", () => (note.textContent = ""));
  return layer;
}

function latLngBounds([south, west, north, east]: Bounds): L.LatLngBounds {
  return L.latLngBounds([south, west], [north, east]);
}
