import type * as L from "leaflet";
import { button, element, icon } from "../../shared/elements";
import { areaText, countOf, formatNumber } from "../../shared/numbers";
import { area, coveredPercent, crossesItself } from "./polygons";

interface Actions {
  rectangle(): void;
  polygon(): void;
  view(): void;
  remove(): void;
}

/** What was drawn: tools, the area, and the GeoJSON to take away. */
export class DrawPanel {
  readonly element = element("div", { className: "u42-draw" });
  private readonly hint = element("p");
  private readonly size = element("output", { className: "u42-area" });
  private readonly text = element("textarea");
  private readonly tools: Record<"rectangle" | "polygon", HTMLButtonElement>;
  private readonly results: HTMLButtonElement[];

  /**
   * @param covers The rings of each polygon that results cover; empty where there are no results.
   */
  constructor(
    actions: Actions,
    private readonly covers: L.LatLng[][][],
  ) {
    this.tools = {
      rectangle: button(icon("M3 5h14v10H3z"), "Draw a rectangle", actions.rectangle),
      polygon: button(icon("M4 8 10 3l7 5-3 9H6z"), "Draw a polygon", actions.polygon),
    };
    this.results = [
      button("Copy GeoJSON", "Copy GeoJSON", () => this.copy((geoJson) => geoJson)),
      button("Copy as C#", "Copy as C#", () => this.copy((geoJson) => `Aoi aoi = """\n    ${geoJson}\n    """;`)),
      button("Download", "Download aoi.geojson", () => this.download()),
    ];
    const box = this.element;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", "Area of interest");
    const tools = element("div", { className: "u42-tools" });
    tools.append(
      this.tools.rectangle,
      this.tools.polygon,
      button(icon("M3 7V4h3M14 4h3v3M17 13v3h-3M6 16H3v-3M7 8h6v4H7z"), "Draw a rectangle in the view", actions.view),
      button(icon("M4 6h12M8 6V4h4v2M6 6l1 11h6l1-11"), "Delete the outline", actions.remove),
    );
    this.hint.setAttribute("role", "status");
    this.size.setAttribute("aria-label", "Area");
    this.text.readOnly = true;
    this.text.rows = 5;
    this.text.setAttribute("aria-label", "GeoJSON");
    const fold = element("details");
    fold.append(element("summary", {}, "GeoJSON"), this.text);
    const results = element("div", { className: "u42-results" });
    results.append(...this.results);
    box.append(tools, this.hint, this.size, results, fold);
  }

  show(rings: L.LatLng[][], hint: string, mode: string | null, geoJson: string): void {
    const isCrossed = rings.some(crossesItself);
    this.hint.textContent = isCrossed ? "An outline crosses itself: such an area has no inside." : hint;
    this.hint.classList.toggle("u42-warning", isCrossed);
    this.size.textContent = rings.length === 0 ? "" : `${countOf(rings.length, "outline")}, ${areaText(area(rings.map((ring) => [ring])))}${this.share(rings)}`;
    this.text.value = rings.length === 0 ? "" : geoJson;
    for (const result of this.results) {
      result.disabled = rings.length === 0;
    }
    for (const [name, tool] of Object.entries(this.tools)) {
      tool.setAttribute("aria-pressed", String(name === mode));
    }
  }

  private share(rings: L.LatLng[][]): string {
    return this.covers.length === 0 ? "" : `, ${formatNumber(coveredPercent(rings, this.covers), 3)} % covered by results`;
  }

  private copy(write: (geoJson: string) => string): void {
    const fold = this.text.closest("details")!;
    const [wasOpen, geoJson] = [fold.open, this.text.value];
    fold.open = true;
    this.text.value = write(geoJson);
    this.text.select();
    const isCopied = document.execCommand("copy");
    this.text.value = isCopied ? geoJson : this.text.value;
    fold.open = wasOpen || !isCopied;
    this.hint.textContent = isCopied ? "Copied." : "Copying is not allowed here: take the text below.";
  }

  private download(): void {
    const link = element("a");
    link.href = URL.createObjectURL(new Blob([this.text.value], { type: "application/geo+json" }));
    link.download = "aoi.geojson";
    link.click();
    URL.revokeObjectURL(link.href);
  }
}
