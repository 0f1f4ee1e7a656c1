import * as L from "leaflet";

/** An area that is drawn: its corners, and whether they stay a rectangle. */
export class Outline {
  readonly polygon: L.Polygon;

  private constructor(
    public ring: L.LatLng[],
    readonly isRectangle: boolean,
  ) {
    this.polygon = L.polygon(ring, { className: "u42-outline" });
  }

  /** A rectangle, at most once round the globe. */
  static rectangle(bounds: L.LatLngBounds): Outline {
    const isWorld = bounds.getEast() - bounds.getWest() >= 360;
    const [west, east] = isWorld ? [-180, 180] : [bounds.getWest(), bounds.getEast()];
    const [south, north] = [bounds.getSouth(), bounds.getNorth()];
    return new Outline([L.latLng(south, west), L.latLng(south, east), L.latLng(north, east), L.latLng(north, west)], true);
  }

  static of(ring: L.LatLng[]): Outline {
    const isRectangle =
      ring.length === 4 && ring.every((corner, i) => (corner.lat === ring[(i + 1) % 4]!.lat) !== (corner.lng === ring[(i + 1) % 4]!.lng));
    return isRectangle ? Outline.rectangle(L.latLngBounds(ring)) : new Outline([...ring], false);
  }

  /** Puts a corner elsewhere; a rectangle keeps the corner across. */
  move(index: number, place: L.LatLng): void {
    this.ring[index] = place;
    if (this.isRectangle) {
      const [next, previous] = [(index + 1) % 4, (index + 3) % 4];
      const sharesLatitude = index % 2 === 0 ? next : previous;
      const sharesLongitude = index % 2 === 0 ? previous : next;
      this.ring[sharesLatitude] = L.latLng(place.lat, this.ring[sharesLatitude]!.lng);
      this.ring[sharesLongitude] = L.latLng(this.ring[sharesLongitude]!.lat, place.lng);
    }
    this.polygon.setLatLngs(this.ring);
  }

  insert(index: number, place: L.LatLng): void {
    this.ring.splice(index, 0, place);
    this.polygon.setLatLngs(this.ring);
  }

  /** Takes a corner away; a rectangle and a triangle keep theirs. */
  removeCorner(index: number): boolean {
    if (this.isRectangle || this.ring.length <= 3) {
      return false;
    }
    this.ring.splice(index, 1);
    this.polygon.setLatLngs(this.ring);
    return true;
  }
}
