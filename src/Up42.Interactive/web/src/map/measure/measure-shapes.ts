import * as L from "leaflet";
import { shortestLine } from "../geodesy";

const pane = "u42-measure";

/** What is measured as one map shows it. */
export class MeasureShapes {
  private readonly shapes = L.layerGroup();
  private readonly style: L.PolylineOptions;
  private readonly ahead: L.Polyline;

  constructor(private readonly map: L.Map) {
    map.createPane(pane).style.zIndex = "640";
    this.style = { renderer: L.svg({ pane, padding: 0.3 }), pane, className: "u42-outline", interactive: false, fill: false };
    this.ahead = L.polyline([], { ...this.style, className: "u42-sketch" });
  }

  begin(): void {
    this.shapes.addTo(this.map);
  }

  clear(): void {
    this.shapes.clearLayers().remove();
  }

  /** Shows whether clicks are points now; a line to the next one is gone. */
  switch(isOn: boolean): void {
    this.map.getContainer().classList.toggle("u42-measuring", isOn);
    this.ahead.setLatLngs([]);
  }

  /** Leads a line from the last point to where the next one would be. */
  lead(last: L.LatLng, next: L.LatLng): void {
    this.ahead.setLatLngs([last, ...shortestLine(last, next)]).addTo(this.shapes);
  }

  show(places: L.LatLng[]): void {
    const line = places.flatMap((place, i) => (i === 0 ? [place] : shortestLine(places[i - 1]!, place)));
    this.shapes.clearLayers();
    if (places.length > 2) {
      const filled = { ...this.style, className: "u42-measured-area", stroke: false, fill: true };
      L.polygon([...line, ...shortestLine(line.at(-1)!, places[0]!)], filled).addTo(this.shapes);
    }
    L.polyline(line, this.style).addTo(this.shapes);
    places.forEach((place) => L.circleMarker(place, { ...this.style, radius: 3 }).addTo(this.shapes));
  }
}
