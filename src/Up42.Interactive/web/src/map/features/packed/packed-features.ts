import { type Text, unpackTexts } from "../../../shared/packed/packed-texts";
import type { FeatureFacts, PackedFeaturesData, VectorLayerData } from "../../map-page-data";
import { PackedShapes } from "./packed-shapes";

/** Many features of a layer, unpacked: their shapes, and of each what is known of it once it is asked for. */
export class PackedFeatures {
  private readonly made: FeatureFacts[] = [];

  private constructor(
    readonly data: PackedFeaturesData,
    readonly shapes: PackedShapes,
    private readonly texts: Text[][],
  ) {}

  static async unpack(data: PackedFeaturesData): Promise<PackedFeatures> {
    const shapes = await PackedShapes.unpack(data);
    const texts: Text[][] = [];
    for (const packed of data.texts) {
      texts.push(unpackTexts(packed, data.count, texts));
      await new Promise((resolve) => setTimeout(resolve));
    }
    return new PackedFeatures(data, shapes, texts);
  }

  /** The numbers of the features' styles. */
  get styles(): Uint32Array {
    return Uint32Array.from(this.texts[this.data.properties.length]!, Number);
  }

  /** All of them. */
  get all(): FeatureFacts[] {
    for (let index = 0; index < this.data.count; index++) {
      this.at(index);
    }
    return this.made;
  }

  at(index: number): FeatureFacts {
    return (this.made[index] ??= this.make(index));
  }

  private make(index: number): FeatureFacts {
    const { properties, namedBy } = this.data;
    const text = (list: number) => this.texts[list]![index] ?? null;
    const name = text(properties.length + 1) ?? (namedBy === undefined ? null : text(namedBy)) ?? `Feature ${index + 1}`;
    const label = text(properties.length + 2) ?? name;
    // A property may have any name, "__proto__" too.
    const values = properties.map(({ name, isJson }, list) => [name, isJson && text(list) !== null ? JSON.parse(text(list)!) : text(list)]);
    return { name, label, properties: Object.fromEntries(values) };
  }
}

const unpacked = new WeakMap<VectorLayerData, PackedFeatures>();

/** Unpacks the layers that are packed. */
export async function unpackLayers(layers: VectorLayerData[]): Promise<void> {
  for (const layer of layers) {
    if (layer.packed) {
      unpacked.set(layer, await PackedFeatures.unpack(layer.packed));
    }
  }
}

/** What has been unpacked of a layer. */
export const featuresOf = (layer: VectorLayerData): PackedFeatures => unpacked.get(layer)!;
