import * as L from "leaflet";
import "./map.css";
import { Graticule } from "./graticule";
import { LayerPanel, type PanelEntry } from "./layer-panel";
import { buttons, coordinates, legend, wheelAfterClick } from "./map-controls";
import type { Basemap, Bounds, ImageLayer, MapData } from "./map-data";
import { vectorLayer } from "./vectors";

window.u42Start = (data: MapData) => {
  const container = document.createElement("div");
  container.className = "u42-map";
  container.setAttribute("role", "region");
  container.setAttribute("aria-label", "Map");
  document.querySelector("main")!.append(container);

  const map = L.map(container, { zoomSnap: 0.25, zoomDelta: 0.5, maxZoom: 22, minZoom: 0, attributionControl: false });
  L.control.attribution({ prefix: false }).addTo(map);
  const besidePanel = () => (panel?.getContainer()?.hasAttribute("open") && map.getSize().x >= 900 ? panel.getContainer()!.offsetWidth : 0);
  let panel: LayerPanel | null = null;
  const home = () =>
    map.fitBounds(latLngBounds(data.bounds), { paddingTopLeft: [56, 28], paddingBottomRight: [28 + besidePanel(), 28], animate: false });
  home();
  new Graticule().addTo(map);

  const basemaps = data.basemaps.map((basemap) => ({ name: basemap.name, layer: tiles(map, basemap) }));
  basemaps[0]?.layer.addTo(map);
  const images = data.images.map((image) => ({ image, layer: picture(map, image).addTo(map) }));
  const entries: PanelEntry[] = images.map(({ image, layer }) => ({
    group: "Images",
    name: image.name,
    layer,
    zoomTo: () => latLngBounds(image.bounds),
  }));
  for (const vectors of data.vectors) {
    const layer = vectorLayer(vectors).addTo(map);
    entries.push({ group: vectors.group, name: vectors.name, layer, swatch: vectors, zoomTo: () => layer.getBounds() });
  }

  const setOpacity = (opacity: number) => images.forEach(({ layer }) => layer.setOpacity(opacity));
  panel = new LayerPanel(entries, basemaps, images.length > 0 ? setOpacity : null, data.remarks).addTo(map);
  home();
  buttons(home).addTo(map);
  coordinates(map).addTo(map);
  L.control.scale({ imperial: false, maxWidth: 140 }).addTo(map);
  const bars = new Map([...data.images, ...data.vectors].flatMap(({ bar }) => (bar ? [[JSON.stringify(bar), bar] as const] : [])));
  if (bars.size > 0) {
    legend([...bars.values()].slice(0, 3)).addTo(map);
  }
  wheelAfterClick(map);
  new ResizeObserver(() => map.invalidateSize({ pan: false })).observe(container);
  window.u42Map = map;
};

function tiles(map: L.Map, basemap: Basemap): L.TileLayer {
  const layer = L.tileLayer(basemap.url, { attribution: basemap.attribution, maxNativeZoom: basemap.maxZoom, maxZoom: 22, className: "u42-tiles" });
  let note: string | null = "Basemap not reachable";
  layer.on("tileerror", () => note && map.attributionControl.addAttribution(note));
  layer.on("tileload", () => {
    if (note) {
      map.attributionControl.removeAttribution(note);
      note = null;
    }
  });
  return layer;
}

function picture(map: L.Map, image: ImageLayer): L.ImageOverlay {
  const source = document.querySelectorAll<HTMLImageElement>(".u42-static img")[image.picture]!;
  const bounds = latLngBounds(image.bounds);
  const layer = L.imageOverlay(source.src, bounds, { alt: source.alt });
  const showPixels = () => {
    const width = map.latLngToLayerPoint(bounds.getSouthEast()).x - map.latLngToLayerPoint(bounds.getNorthWest()).x;
    layer.getElement()?.classList.toggle("u42-pixels", width > 2 * image.columns);
  };
  layer.on("add", showPixels);
  map.on("zoomend", showPixels);
  return layer;
}

function latLngBounds([south, west, north, east]: Bounds): L.LatLngBounds {
  return L.latLngBounds([south, west], [north, east]);
}
