import * as L from "leaflet";
import { button } from "../../shared/elements";
import { lengthText } from "../../shared/numbers";
import { lineChart, type ChartLine } from "../../shared/line-chart";

const samples = 160;
const step = 4;
const arrows: Record<string, [x: number, y: number]> = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };

/** A line over the map whose ends are dragged, or moved by arrow keys, and the values below it as a chart. */
export class Profile {
  readonly button: HTMLButtonElement;
  private readonly group = L.layerGroup();
  private readonly line = L.polyline([], { className: "u42-sketch", interactive: false, weight: 2.5 });
  private ends: L.Marker[] = [];

  /** @param begin Gives the lines' names, colours and values at places. */
  constructor(
    private readonly map: L.Map,
    private readonly chart: HTMLElement,
    private readonly begin: () => Promise<(place: L.LatLng) => (Omit<ChartLine, "points"> & { value: number })[]>,
  ) {
    this.button = button("Profile", "Profile of the values along a line", () => void this.toggle());
    this.button.setAttribute("aria-pressed", "false");
  }

  /** Draws the chart anew. */
  async update(): Promise<void> {
    const read = await this.begin();
    const [from, to] = this.ends.map((end) => end.getLatLng());
    if (!from || !to || !this.map.hasLayer(this.group)) {
      this.chart.replaceChildren();
      return;
    }
    this.line.setLatLngs([from, to]);
    const [start, end] = [L.CRS.EPSG3857.project(from), L.CRS.EPSG3857.project(to)];
    const lines = new Map<string, ChartLine>();
    for (let index = 0; index <= samples; index++) {
      const place = L.CRS.EPSG3857.unproject(start.add(end.subtract(start).multiplyBy(index / samples)));
      for (const { value, ...line } of read(place)) {
        lines.set(line.name, lines.get(line.name) ?? { ...line, points: [] });
        lines.get(line.name)!.points.push([index / samples, value]);
      }
    }
    const ticks = [{ at: 0, label: "0" }, { at: 1, label: lengthText(from.distanceTo(to)) }];
    this.chart.replaceChildren(lineChart("Along the line", [...lines.values()], ticks));
  }

  private async toggle(): Promise<void> {
    const isOn = !this.map.hasLayer(this.group);
    this.button.setAttribute("aria-pressed", String(isOn));
    if (isOn) {
      this.lay();
    } else {
      this.group.remove();
    }
    await this.update();
  }

  private lay(): void {
    const { x, y } = this.map.getSize();
    this.group.clearLayers().addLayer(this.line).addTo(this.map);
    this.ends = [[0.3, "Beginning of the line"] as const, [0.7, "End of the line"] as const]
      .map(([part, name]) => this.end(this.map.containerPointToLatLng([part * x, y / 2]), name));
  }

  private end(place: L.LatLng, name: string): L.Marker {
    const end = L.marker(place, { draggable: true, icon: L.divIcon({ className: "u42-handle", iconSize: [18, 18] }), title: name, alt: name });
    end.addTo(this.group).on("drag", () => void this.update());
    end.getElement()!.setAttribute("aria-label", `${name}; arrow keys move it`);
    end.getElement()!.addEventListener("keydown", (event) => {
      const arrow = arrows[event.key];
      if (arrow) {
        event.preventDefault();
        event.stopPropagation();
        const stride = event.shiftKey ? 10 : 1;
        end.setLatLng(this.map.containerPointToLatLng(this.map.latLngToContainerPoint(end.getLatLng()).add([arrow[0] * stride, arrow[1] * stride])));
        void this.update();
      }
    });
    return end;
  }
}
