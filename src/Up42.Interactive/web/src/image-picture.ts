import * as L from "leaflet";

/** An image on the map, exact to a part of a pixel: Leaflet's own overlay stands on whole ones. Its pixels show once they are large. */
export class ImagePicture extends L.ImageOverlay {
  constructor(
    source: string,
    bounds: L.LatLngBounds,
    private readonly columns: number,
    options: L.ImageOverlayOptions,
  ) {
    super(source, bounds, options);
  }

  /** Leaflet calls it whenever the map's origin or zoom has changed. */
  _reset(): void {
    const [northWest, southEast] = [this.place(this.getBounds().getNorthWest()), this.place(this.getBounds().getSouthEast())];
    const image = this.getElement()!;
    L.DomUtil.setPosition(image, northWest);
    image.style.width = `${southEast.x - northWest.x}px`;
    image.style.height = `${southEast.y - northWest.y}px`;
    image.classList.toggle("u42-pixels", southEast.x - northWest.x > 2 * this.columns);
  }

  private place(position: L.LatLng): L.Point {
    return this._map.project(position).subtract(this._map.getPixelOrigin());
  }
}
