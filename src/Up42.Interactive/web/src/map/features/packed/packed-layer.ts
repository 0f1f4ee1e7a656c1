import * as L from "leaflet";
import { element } from "../../../shared/elements";
import type { FeatureFacts, FeatureKeyData, VectorLayerData } from "../../map-page-data";
import type { FeatureSet } from "../feature-set";
import { propertyTable } from "../popup";
import type { PackedFeatures } from "./packed-features";
import { PackedPath } from "./packed-path";
import { shell } from "./packed-shapes";

/** A layer of many features, drawn as one: it has tooltips, popups, highlights and searches as a layer of few. */
export class PackedLayer implements FeatureSet {
  readonly group = L.featureGroup();
  private readonly path: PackedPath;
  private opened = -1;

  constructor(
    readonly data: VectorLayerData,
    private readonly packed: PackedFeatures,
    key: FeatureKeyData | undefined,
    renderer: L.Renderer,
  ) {
    const { fillOpacity, dashed, color: own } = data;
    const colors = packed.data.styles.map(({ class: index, color }) => color ?? (index === undefined ? undefined : key?.classes[index]?.color) ?? own);
    this.path = new PackedPath(packed.shapes, { colors, styles: packed.styles, fillOpacity, dashed }, renderer);
    this.group.addLayer(this.path);
    this.group.bindTooltip(() => element("span", {}, packed.at(this.path.hit).label), { sticky: true, className: "u42-tooltip" });
    // The pointer may be elsewhere when the popup is laid out again.
    this.path.on("click", () => (this.opened = this.path.hit));
    this.group.bindPopup(() => propertyTable(packed.at(this.opened)));
    let pointed = -1;
    this.path.on("mousemove mouseout", ({ type }) => {
      const now = type === "mouseout" ? -1 : this.path.hit;
      if (now !== pointed) {
        pointed = now;
        this.path.point(now);
        if (now >= 0 && this.group.isTooltipOpen()) {
          (this.group.getTooltip() as L.Tooltip & { update(): void }).update();
        }
      }
    });
  }

  get features(): FeatureFacts[] {
    return this.packed.all;
  }

  get polygons(): L.LatLng[][][] {
    const { shapes } = this.packed;
    const polygons: L.LatLng[][][] = [];
    for (let path = 0; path < shapes.kinds.length; path++) {
      if (shapes.kinds[path]! >= shell) {
        const ring = Array.from({ length: shapes.firstPosition[path + 1]! - shapes.firstPosition[path]! }, (_, i) => {
          const position = shapes.firstPosition[path]! + i;
          const [longitude, latitude] = shapes.degrees(shapes.x[position]!, shapes.y[position]!);
          return L.latLng(latitude, longitude);
        });
        if (shapes.kinds[path] === shell) {
          polygons.push([ring]);
        } else {
          polygons.at(-1)!.push(ring);
        }
      }
    }
    return polygons;
  }

  setOpacity(opacity: number): void {
    this.path.setOpacity(opacity);
  }

  setClass(index: number, isShown: boolean): void {
    this.packed.data.styles.forEach((style, number) => style.class === index && this.path.setStyleShown(number, isShown));
  }

  mark(found: FeatureFacts[] | null): void {
    const all = found && new Set(found);
    this.path.mark(all && Uint8Array.from(this.features, (feature) => Number(all.has(feature))));
  }

  open(feature: FeatureFacts): void {
    this.show(this.features.indexOf(feature));
  }

  openAt(place: L.LatLng, tolerance: number): boolean {
    const { count } = this.packed.data;
    let [closest, least] = [-1, Infinity];
    for (let index = 0; index < count; index++) {
      const [south, west, north, east] = this.packed.shapes.degreesBox(index);
      const off = Math.max(Math.abs((south + north) / 2 - place.lat), Math.abs((west + east) / 2 - place.lng));
      [closest, least] = off < least ? [index, off] : [closest, least];
    }
    if (least > tolerance) {
      return false;
    }
    this.show(closest);
    return true;
  }

  private show(index: number): void {
    const map = this.group["_map"] as L.Map;
    const [south, west, north, east] = this.packed.shapes.degreesBox(index);
    map.fitBounds([[south, west], [north, east]], { maxZoom: map.getZoom(), padding: [40, 40], animate: false });
    this.path.hit = index;
    this.path.fire("click", { latlng: this.path.placeOf(index) }, true);
  }
}
