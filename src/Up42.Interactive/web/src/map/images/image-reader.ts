import * as L from "leaflet";
import type { ImagePicture } from "./image-picture";
import { readingText, type ImageValues } from "./image-values";
import type { ImageLayerData, MapStepData } from "../map-page-data";

interface ShownImage {
  image: ImageLayerData;
  layer: ImagePicture;
  values?: ImageValues;
}

/** Reads the topmost image that holds something at a place, or of each step that is told of, and marks the pixel there. */
export class ImageReader {
  private readonly mark: L.Polygon;
  private unpacking: Promise<unknown> | undefined;

  constructor(
    private readonly map: L.Map,
    private readonly images: ShownImage[],
    private readonly steps: MapStepData[],
    private readonly told: () => number[],
  ) {
    this.mark = L.polygon([], { className: "u42-pixel-outline", interactive: false, fill: false, weight: 1 }).addTo(map);
  }

  /** Unpacks the values, which takes a moment: once they are asked for. */
  ready(): Promise<unknown> {
    this.unpacking ??= Promise.all(this.images.map(({ values }) => values?.unpack()));
    return this.unpacking;
  }

  /** As `ready`; what is done then is done but once. */
  async begin(then: () => void): Promise<void> {
    if (!this.unpacking) {
      await this.ready();
      then();
    }
  }

  /** The pixel in words; it is marked. */
  describe(place: L.LatLng | null): string {
    const found = place && this.find(place);
    this.mark.setLatLngs(found?.outline ?? []);
    if (place && this.steps.length > 0) {
      const readings = this.told().map((step) => ({ label: this.steps[step]!.label, pixel: this.find(place, step) }));
      return readings.filter(({ pixel }) => pixel).map(({ label, pixel }) => `${label}: ${readingText(pixel!.reading)}`).join("\n");
    }
    return found ? (this.images.length > 1 ? `${found.image.name}: ${readingText(found.reading)}` : readingText(found.reading)) : "";
  }

  /** The corners of the pixel; empty where there is none. */
  outline(place: L.LatLng): L.LatLng[] {
    return this.find(place)?.outline ?? [];
  }

  private find(place: L.LatLng, step?: number) {
    const shown = this.images
      .filter(({ image, values, layer }) => values && this.map.hasLayer(layer) && (step === undefined || image.step === step))
      .map((entry) => ({ ...entry, height: entry.layer.place() }));
    for (const { image, values } of shown.sort((a, b) => b.height - a.height)) {
      const pixel = values!.read(place);
      if (pixel) {
        return { image, ...pixel };
      }
    }
    return null;
  }
}
