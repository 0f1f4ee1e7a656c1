import type * as L from "leaflet";
import { latLngBounds } from "../basemaps";
import { DetailPicture } from "../detail/detail-picture";
import type { ImageLayerData } from "../map-page-data";
import type { StepPanes } from "../steps/step-panes";
import { ImagePicture } from "./image-picture";

/** Makes layers of the images of a page. */
export class Pictures {
  constructor(private readonly images: ImageLayerData[]) {}

  /** A layer of an image, with its tiles of finer levels where the page has some; in the pane of its step where there are panes. */
  create(image: ImageLayerData, panes?: StepPanes): ImagePicture {
    const { source, bounds, columns, rows, alt, step, detail } = image;
    const options: L.ImageOverlayOptions = { alt, ...(panes && step !== undefined ? { pane: panes.images(step) } : {}) };
    return detail
      ? new DetailPicture(image, latLngBounds(bounds), options, this.tiles(image))
      : new ImagePicture(source, latLngBounds(bounds), columns, rows, options);
  }

  /** The text of the page with an image's tiles, which may still arrive while the map starts. */
  private tiles(image: ImageLayerData): () => string | null {
    const index = this.images.filter(({ detail }) => detail).indexOf(image);
    let text: string | null = null;
    return () => (text ??= document.readyState === "loading" ? null : (document.querySelectorAll("script.u42-attachment")[index]?.textContent ?? null));
  }
}
