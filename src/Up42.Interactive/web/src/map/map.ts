import * as L from "leaflet";
import "./map.css";
import { DrawTool } from "./draw";
import { Graticule } from "./graticule";
import { ImagePicture } from "./image-picture";
import { ImageValues, readingText } from "./image-values";
import { LayerPanel, type BasemapEntry, type PanelEntry } from "./layer-panel";
import { Locator } from "./locator";
import { buttons, legend, readout, wheelAfterClick } from "./map-controls";
import type { BasemapData, Bounds, MapPageData } from "./map-page-data";
import { vectorLayer } from "./vectors";

const deepest = 24;
const wideMap = 900;
const mostLegends = 3;

window.u42Start = (data: MapPageData) => {
  const container = document.createElement("div");
  container.className = "u42-map";
  container.setAttribute("role", "region");
  container.setAttribute("aria-label", "Map");
  document.querySelector("main")!.append(container);

  const map = L.map(container, { zoomSnap: 0.25, zoomDelta: 0.5, maxZoom: deepest, minZoom: 0, attributionControl: false });
  L.control.attribution({ prefix: false }).addTo(map);
  let panel: HTMLElement | undefined;
  const besidePanel = () => (panel?.hasAttribute("open") && map.getSize().x >= wideMap ? panel.offsetWidth : 0);
  const home = () =>
    map.fitBounds(latLngBounds(data.bounds), { paddingTopLeft: [56, 28], paddingBottomRight: [28 + besidePanel(), 28], animate: false });
  home();
  new Graticule().addTo(map);

  const basemaps: BasemapEntry[] = [
    ...data.basemaps.map((basemap) => ({ name: basemap.name, layer: tiles(map, basemap) })),
    { name: "None", layer: L.layerGroup() },
  ];
  basemaps.at(data.basemap)!.layer.addTo(map);
  const images = data.images.map((image) => {
    const bounds = latLngBounds(image.bounds);
    const layer = new ImagePicture(image.source, bounds, image.columns, image.rows, { alt: image.alt }).addTo(map);
    return { image, layer, values: image.values && new ImageValues(image.values, bounds) };
  });
  const entries: PanelEntry[] = images.map(({ image, layer }) => ({ group: image.group, name: image.name, layer, zoomTo: () => latLngBounds(image.valid) }));
  for (const vectors of data.vectors) {
    const layer = vectorLayer(vectors).addTo(map);
    entries.push({ group: vectors.group, name: vectors.name, layer, swatch: vectors, zoomTo: () => layer.getBounds() });
  }

  const setOpacity = (opacity: number) => images.forEach(({ layer }) => layer.setOpacity(opacity));
  if (data.draw) {
    new DrawTool(data.draw).addTo(map);
  }
  const layers = new LayerPanel(entries, basemaps, images.length > 0 ? setOpacity : null, data.remarks).addTo(map);
  panel = layers.getContainer();
  home();
  buttons(home).addTo(map);
  L.control.scale({ imperial: false, maxWidth: 140 }).addTo(map);
  const mark = L.polygon([], { className: "u42-pixel-outline", interactive: false, fill: false, weight: 1 }).addTo(map);
  let isUnpacked = false;
  const unpack = async ({ latlng }: L.LeafletMouseEvent) => {
    if (!isUnpacked) {
      isUnpacked = true;
      await Promise.all(images.map(({ values }) => values?.unpack()));
      map.fire("mousemove", { latlng });
    }
  };
  map.on("mousemove", (event) => void unpack(event)).on("click", (event) => void unpack(event));
  readout(map, (place) => {
    const shown = images.filter(({ values, layer }) => values && map.hasLayer(layer)).map((entry) => ({ ...entry, height: entry.layer.place() }));
    for (const { image, values } of shown.sort((a, b) => b.height - a.height)) {
      const pixel = values!.read(place);
      if (pixel) {
        mark.setLatLngs(pixel.outline);
        return images.length > 1 ? `${image.name}: ${readingText(pixel.reading)}` : readingText(pixel.reading);
      }
    }
    mark.setLatLngs([]);
    return "";
  }).addTo(map);
  map.on("mouseout", () => mark.setLatLngs([]));
  new Locator().addTo(map);
  const bars = new Map([...data.images, ...data.vectors].flatMap(({ bar }) => (bar ? [[JSON.stringify(bar), bar] as const] : [])));
  if (bars.size > 0) {
    legend([...bars.values()].slice(0, mostLegends)).addTo(map);
  }
  wheelAfterClick(map);
  container.addEventListener("keydown", ({ key }) => key === "Escape" && map.closePopup());
  new ResizeObserver(() => map.invalidateSize({ pan: false })).observe(container);
  window.u42Map = map;
};

function tiles(map: L.Map, basemap: BasemapData): L.TileLayer {
  const layer = L.tileLayer(basemap.url, { attribution: basemap.attribution, maxNativeZoom: basemap.maxZoom, maxZoom: deepest, className: "u42-tiles" });
  let note: string | null = "Basemap not reachable";
  layer.on("tileerror", () => note && map.attributionControl.addAttribution(note));
  layer.on("tileload", () => {
    if (note) {
      map.attributionControl.removeAttribution(note);
      note = null;
    }
  });
  layer.on("remove", () => note && map.attributionControl.removeAttribution(note));
  return layer;
}

function latLngBounds([south, west, north, east]: Bounds): L.LatLngBounds {
  return L.latLngBounds([south, west], [north, east]);
}
