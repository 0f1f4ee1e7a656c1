import * as L from "leaflet";

/** An image on the map, exact to a part of a pixel: browsers lay boxes on whole ones, transformations not. Its pixels show once they are large. */
export class ImagePicture extends L.ImageOverlay {
  private own: HTMLElement | undefined;

  constructor(
    source: string,
    bounds: L.LatLngBounds,
    private readonly columns: number,
    private readonly rows: number,
    options: L.ImageOverlayOptions,
  ) {
    super(source, bounds, options);
  }

  /** Shows another picture of as many pixels in its place, with a name in words, or again its own. */
  show(picture: HTMLCanvasElement | null, name = ""): void {
    const before = this.getElement()!;
    this.own ??= before;
    const shown = picture ?? this.own;
    if (picture) {
      picture.className = before.className;
      picture.setAttribute("role", "img");
      picture.setAttribute("aria-label", name);
    }
    shown.style.cssText = before.style.cssText;
    before.replaceWith(shown);
    (this as unknown as { _image: HTMLElement })._image = shown;
    this.fire("load");
  }

  /** Where it stands among the images on the map: the highest lies on top. */
  place(): number {
    const image = this.getElement()!;
    return [...(image.parentElement?.children ?? [])].indexOf(image);
  }

  /** The element that shows the picture. */
  shown(): HTMLElement {
    return this.getElement()!;
  }

  /** Leaflet calls it whenever the map's origin or zoom has changed. */
  _reset(): void {
    const image = this.shown();
    image.style.width = `${this.columns}px`;
    image.style.height = `${this.rows}px`;
    image.style.transformOrigin = "0 0";
    const origin = this._map.getPixelOrigin();
    this.lay((place) => this._map.project(place).subtract(origin));
  }

  /** Leaflet calls it when a zoom begins that it shows as a movement. */
  _animateZoom(view: { center: L.LatLng; zoom: number }): void {
    this.lay((place) => this.pointAfter(place, view));
  }

  /** Where a place will be once a zoom has ended. */
  protected pointAfter(place: L.LatLng, { center, zoom }: { center: L.LatLng; zoom: number }): L.Point {
    const origin = this._map.project(center, zoom).subtract(this._map.getSize().divideBy(2)).add(L.DomUtil.getPosition(this._map.getPanes().mapPane)).round();
    return this._map.project(place, zoom).subtract(origin);
  }

  private lay(pixels: (place: L.LatLng) => L.Point): void {
    const [northWest, southEast] = [pixels(this.getBounds().getNorthWest()), pixels(this.getBounds().getSouthEast())];
    const { x: width, y: height } = southEast.subtract(northWest);
    const image = this.shown();
    image.style.transform = `translate3d(${northWest.x}px,${northWest.y}px,0) scale(${width / this.columns},${height / this.rows})`;
    image.classList.toggle("u42-pixels", width > 2 * this.columns);
  }
}
