import * as L from "leaflet";
import type { BasemapData, Bounds } from "./map-page-data";
import type { NoteLine } from "./note-line";

/** The deepest zoom of any map. */
export const deepest = 24;

/** The tiles of a basemap; a note says where they are not reachable. */
export function tiles(basemap: BasemapData, note?: NoteLine): L.TileLayer {
  const layer = L.tileLayer(basemap.url, { attribution: basemap.attribution, maxNativeZoom: basemap.maxZoom, maxZoom: deepest, className: "u42-tiles" });
  if (note) {
    let isReached = false;
    layer.on("tileerror", () => note.say(layer, isReached ? "" : `${basemap.name} is not reachable.`));
    layer.on("tileload", () => {
      isReached = true;
      note.say(layer, "");
    });
    layer.on("remove", () => note.say(layer, ""));
  }
  return layer;
}

export function latLngBounds([south, west, north, east]: Bounds): L.LatLngBounds {
  return L.latLngBounds([south, west], [north, east]);
}
