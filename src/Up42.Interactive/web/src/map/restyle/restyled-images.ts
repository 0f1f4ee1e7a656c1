import type * as L from "leaflet";
import { bindFormula, type BoundFormula, type FormulaNamesData } from "../../shared/formula/formula-names";
import type { ImagePicture } from "../images/image-picture";
import type { ImageValues } from "../images/image-values";
import type { ColorBarData, ImageLayerData, RestyleData } from "../map-page-data";
import { barOf, paint, percentiles, type Range, type Style } from "./style";

/** An image whose bands are in the page. */
export interface RestyledImage {
  image: ImageLayerData & { restyle: RestyleData };
  layer: ImagePicture;
  values: ImageValues;
}

/** Images with the same bands, which one style serves. */
export class RestyledImages {
  constructor(readonly images: RestyledImage[]) {}

  get first(): RestyleData {
    return this.images[0]!.image.restyle;
  }

  get names(): FormulaNamesData {
    return this.first.names;
  }

  async unpack(): Promise<void> {
    await Promise.all(this.images.map(({ values }) => values.unpack()));
  }

  /** The bands of a formula, and its values once they are unpacked. */
  bind(formula: string, { values, image } = this.images[0]!): BoundFormula {
    return bindFormula(formula, image.restyle.names, (plane) => values.plane(plane));
  }

  /** Paints all images, with ranges of the values of all; the key of one channel. */
  show(style: Style): { ranges: Range[]; bar: ColorBarData | null } {
    const values = this.images.map((each) => style.channels.map((channel) => each.values.compute(this.bind(channel, each).value)));
    const ranges = style.channels.map((_, channel): Range =>
      style.isRange ? [style.low, style.high] : percentiles(values.map((each) => each[channel]!), style.low, style.high));
    this.images.forEach(({ layer, values: own, image: { name, columns, rows } }, index) => {
      layer.show(own.picture(paint(style, values[index]!, ranges), columns, rows), `${name}: ${style.title}`);
    });
    return { ranges, bar: style.channels.length === 1 ? barOf(style, ranges[0]!) : null };
  }

  /** As they were. */
  reset(): void {
    this.images.forEach(({ layer }) => layer.show(null));
  }

  /** Reads the values of formulas at places, of the first image on the map that holds something there; null of none. */
  reader(formulas: string[], map: L.Map): (place: L.LatLng) => number[] | null {
    const bound = this.images.map((each) => ({ each, formulas: formulas.map((formula) => this.bind(formula, each).value) }));
    return (place) => {
      for (const { each, formulas: values } of bound.filter(({ each: { layer } }) => map.hasLayer(layer))) {
        const pixel = each.values.pixelAt(place);
        const found = pixel === null ? [] : values.map((value) => value(pixel));
        if (found.some((value) => !Number.isNaN(value))) {
          return found;
        }
      }
      return null;
    };
  }
}

/** Images that can be restyled, those with the same bands together. */
export function restyledImages(images: { image: ImageLayerData; layer: ImagePicture; values?: ImageValues }[]): RestyledImages[] {
  const groups = new Map<string, RestyledImage[]>();
  for (const { image, layer, values } of images) {
    if (image.restyle && values) {
      const key = JSON.stringify([image.restyle.names.bands, image.restyle.names.commonNames]);
      groups.set(key, [...(groups.get(key) ?? []), { image: { ...image, restyle: image.restyle }, layer, values }]);
    }
  }
  return [...groups.values()].map((members) => new RestyledImages(members));
}
