import * as L from "leaflet";
import { element } from "../../shared/elements";
import { rings } from "../draw/rings";
import type { FeatureFacts, FeatureKeyData, VectorFeatureData, VectorLayerData } from "../map-page-data";
import type { FeatureSet } from "./feature-set";
import { propertyTable } from "./popup";

const smallest = 8;
const faded = 0.2;

interface Item {
  readonly feature: VectorFeatureData;
  readonly shape: L.GeoJSON;
  readonly isPoint: boolean;
  pin: L.CircleMarker | null;
}

/**
 * One layer of features: outline, tooltip, popup with the properties, highlight under the pointer. Their inside stays clear, so that images
 * keep their colours, but where a column colours it. What is too small to be seen has a pin.
 */
export class FeatureLayer implements FeatureSet {
  readonly group = L.featureGroup();
  private readonly items: Item[];
  private readonly itemsByPath = new Map<L.Layer, Item>();
  private readonly hidden = new Set<number>();
  private readonly stops: L.Path[] = [];
  private marked: Set<FeatureFacts> | null = null;
  private opacity = 1;

  constructor(
    readonly data: VectorLayerData,
    private readonly key: FeatureKeyData | undefined,
    private readonly renderer: L.Renderer,
  ) {
    this.items = data.features.map((feature) => this.item(feature));
    this.group.bindTooltip((path) => element("span", {}, this.itemsByPath.get(path)!.feature.label), { sticky: true, className: "u42-tooltip" });
    this.group.bindPopup((path) => propertyTable(this.itemsByPath.get(path)!.feature));
    this.group.on("mouseover", ({ layer }) => this.paint(this.itemsByPath.get(layer), true));
    this.group.on("mouseout", ({ layer }) => this.paint(this.itemsByPath.get(layer), false));
    this.group.on("add", () => this.watch(this.group["_map"] as L.Map));
  }

  get features(): VectorFeatureData[] {
    return this.data.features;
  }

  get polygons(): L.LatLng[][][] {
    return this.features.flatMap(({ geometry }) => rings(geometry));
  }

  setOpacity(opacity: number): void {
    this.opacity = opacity;
    this.items.forEach((item) => this.paint(item, false));
  }

  setClass(index: number, isShown: boolean): void {
    if (isShown) {
      this.hidden.delete(index);
    } else {
      this.hidden.add(index);
    }
    for (const item of this.items.filter(({ feature }) => feature.class === index)) {
      for (const part of [item.shape, ...(item.pin ? [item.pin] : [])]) {
        if (isShown) {
          this.group.addLayer(part);
        } else {
          this.group.removeLayer(part);
        }
      }
    }
    this.reach();
  }

  mark(found: FeatureFacts[] | null): void {
    this.marked = found && new Set(found);
    this.items.forEach((item) => this.paint(item, false));
  }

  open(feature: FeatureFacts): void {
    const map = this.group["_map"] as L.Map;
    const { shape } = this.items.find((item) => item.feature === feature)!;
    map.fitBounds(shape.getBounds(), { maxZoom: map.getZoom(), padding: [40, 40], animate: false });
    openPopup(shape.getLayers()[0] as L.Path);
  }

  openAt(place: L.LatLng, tolerance: number): boolean {
    const off = ({ shape }: Item) => {
      const middle = shape.getBounds().getCenter();
      return Math.max(Math.abs(middle.lat - place.lat), Math.abs(middle.lng - place.lng));
    };
    const closest = this.items.reduce<Item | null>((best, item) => (best && off(best) <= off(item) ? best : item), null);
    const isThere = closest !== null && off(closest) <= tolerance;
    if (isThere) {
      this.open(closest.feature);
    }
    return isThere;
  }

  private item(feature: VectorFeatureData): Item {
    const isPoint = feature.geometry.type === "Point" || feature.geometry.type === "MultiPoint";
    const shape = L.geoJSON(feature.geometry, {
      pointToLayer: (_, position) => L.circleMarker(position, { radius: this.renderer instanceof L.Canvas ? 4 : 6, renderer: this.renderer }),
      coordsToLatLng: (coordinates) => L.latLng(coordinates[1]!, coordinates[0]!),
      style: () => ({ renderer: this.renderer, pane: this.renderer.options.pane }),
    });
    const item: Item = { feature, shape, isPoint, pin: null };
    this.paint(item, false);
    shape.eachLayer((path) => this.itemsByPath.set(path, item));
    this.group.addLayer(shape);
    return item;
  }

  private color({ class: index, color }: VectorFeatureData): string {
    return color ?? (index === undefined ? undefined : this.key?.classes[index]?.color) ?? this.data.color;
  }

  private paint(item: Item | undefined, isPointed: boolean): void {
    if (!item) {
      return;
    }
    const color = this.color(item.feature);
    const isFound = this.marked?.has(item.feature) ?? false;
    const isHot = isPointed || isFound;
    const opacity = this.opacity * (this.marked && !isHot ? faded : 1);
    const weight = item.isPoint ? 1.5 : this.data.fillOpacity > 0 ? 1.25 : 2.5;
    item.shape.setStyle({
      color,
      fillColor: color,
      weight: isHot ? weight + 1.5 : weight,
      opacity,
      fillOpacity: opacity * (item.isPoint ? (isHot ? 1 : 0.65) : this.data.fillOpacity),
      dashArray: this.data.dashed ? "7 5" : undefined,
    });
    item.pin?.setStyle({ fillColor: color, fillOpacity: opacity, opacity, weight: isHot ? 2.5 : 1.5 });
  }

  private watch(map: L.Map): void {
    this.reach();
    const update = () => this.pin(map);
    update();
    map.on("zoomend", update);
    this.group.once("remove", () => map.off("zoomend", update));
  }

  /** Puts a pin where a feature takes less than a few pixels, and takes it away where it takes more. */
  private pin(map: L.Map): void {
    for (const item of this.items.filter(({ isPoint }) => !isPoint)) {
      const bounds = item.shape.getBounds();
      const size = map.project(bounds.getSouthEast()).subtract(map.project(bounds.getNorthWest()));
      const isSmall = Math.max(size.x, size.y) < smallest;
      if (isSmall && !item.pin) {
        item.pin = L.circleMarker(bounds.getCenter(), { renderer: this.renderer, pane: this.renderer.options.pane, radius: 4.5, color: "#ffffff" });
        this.itemsByPath.set(item.pin, item);
        this.paint(item, false);
        if (item.feature.class === undefined || !this.hidden.has(item.feature.class)) {
          this.group.addLayer(item.pin);
        }
      } else if (!isSmall && item.pin) {
        this.group.removeLayer(item.pin);
        this.itemsByPath.delete(item.pin);
        item.pin = null;
      }
    }
  }

  /** Makes the outlines one stop of the tab key: arrow keys go from one to the next, and Enter opens a popup. */
  private reach(): void {
    this.stops.length = 0;
    for (const { feature, shape } of this.items) {
      shape.eachLayer((path) => {
        const outline = (path as L.Path).getElement();
        if (outline?.isConnected) {
          this.stops.push(path as L.Path);
          outline.setAttribute("tabindex", this.stops.length === 1 ? "0" : "-1");
          if (!outline.hasAttribute("aria-label")) {
            outline.setAttribute("role", "button");
            outline.setAttribute("aria-label", feature.label);
            outline.addEventListener("keydown", (event) => this.press(event as KeyboardEvent, path as L.Path));
          }
        }
      });
    }
  }

  private press(event: KeyboardEvent, path: L.Path): void {
    const at = this.stops.indexOf(path);
    const next: Record<string, number> = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: this.stops.length - 1 };
    if (event.key === "Enter") {
      openPopup(path);
    } else if (next[event.key] !== undefined) {
      const stop = this.stops.at(next[event.key]! % this.stops.length)!.getElement()!;
      path.getElement()!.setAttribute("tabindex", "-1");
      stop.setAttribute("tabindex", "0");
      (stop as SVGElement).focus();
      event.preventDefault();
      event.stopPropagation();
    }
  }
}

function openPopup(path: L.Path): void {
  const latlng = path instanceof L.CircleMarker ? path.getLatLng() : (path as L.Polyline).getCenter();
  path.fire("click", { latlng }, true);
}
