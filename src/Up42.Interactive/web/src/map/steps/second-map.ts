import * as L from "leaflet";
import { element } from "../../shared/elements";

/** A map beside another that shows what lies there, in step with it. Its layers come and go with those that they are copies of. */
export class SecondMap {
  readonly container = element("div", { className: "u42-map u42-second", hidden: true });
  private map: L.Map | null = null;
  private copies: [original: L.Layer, copy: L.Layer][] = [];
  private isFollowing = false;

  /** @param fill Puts copies of layers on the map, and gives them with their originals. */
  constructor(
    private readonly main: L.Map,
    private readonly fill: (map: L.Map) => [original: L.Layer, copy: L.Layer][],
  ) {
    this.container.setAttribute("role", "region");
    this.container.setAttribute("aria-label", "Map of the right side, in step with the other one");
  }

  show(isShown: boolean): void {
    this.container.hidden = !isShown;
    if (!isShown) {
      return;
    }
    this.map ??= this.create();
    this.map.invalidateSize({ pan: false });
    this.follow(this.main, this.map);
  }

  /** The copy of a layer; undefined of one that has none. */
  copyOf(original: L.Layer): L.Layer | undefined {
    return this.copies.find((pair) => pair[0] === original)?.[1];
  }

  private create(): L.Map {
    const { zoomSnap, zoomDelta, maxZoom } = this.main.options;
    const options = { zoomSnap, zoomDelta, maxZoom, minZoom: 0, zoomAnimation: false, zoomControl: false, attributionControl: false };
    const map = L.map(this.container, { ...options, scrollWheelZoom: false }).setView(this.main.getCenter(), this.main.getZoom());
    this.copies = this.fill(map);
    const match = () => this.copies.forEach(([original, copy]) => (this.main.hasLayer(original) ? map.addLayer(copy) : map.removeLayer(copy)));
    match();
    this.main.on("layeradd layerremove", match);
    this.main.on("move", () => this.follow(this.main, map));
    map.on("move", () => this.follow(map, this.main));
    map.on("click focus", () => map.scrollWheelZoom.enable());
    this.container.addEventListener("mouseleave", () => map.scrollWheelZoom.disable());
    new ResizeObserver(() => map.invalidateSize({ pan: false })).observe(this.container);
    this.main.fire("u42:beside", { beside: map });
    return map;
  }

  private follow(leader: L.Map, follower: L.Map): void {
    if (!this.isFollowing && !this.container.hidden) {
      this.isFollowing = true;
      follower.setView(leader.getCenter(), leader.getZoom(), { animate: false });
      this.isFollowing = false;
    }
  }
}
