import * as L from "leaflet";
import { hearNeighbours, tellNeighbours } from "../../shared/neighbours";
import type { FeatureSet } from "./feature-set";

/** Degrees by which a place may lie off: places of tables are rounded, shapes of maps are thinned. */
const tolerance = 2e-4;

/** Shows the places that tables beside the map ask for, with the feature that lies there. */
export function showRows(map: L.Map, bounds: L.LatLngBounds, layers: FeatureSet[]): void {
  hearNeighbours(({ u42Here: here, u42Place: place }, answer) => {
    if (here === "table") {
      answer({ u42Here: "map" });
    } else if (Array.isArray(place) && place.length === 2 && place.every(Number.isFinite)) {
      answer({ u42Shown: show(place as [number, number]) });
    }
  });
  tellNeighbours({ u42Here: "map" });

  function show([longitude, latitude]: [number, number]): boolean {
    const around = bounds.pad(0.01);
    const place = [0, 360, -360].map((turn) => L.latLng(latitude, longitude + turn)).find((turned) => around.contains(turned));
    if (!place) {
      return false;
    }
    const layer = layers.find((each) => map.hasLayer(each.group) && each.openAt(place, tolerance));
    if (!layer) {
      map.panTo(place, { animate: false });
    }
    map.getContainer().scrollIntoView({ block: "nearest" });
    return true;
  }
}
