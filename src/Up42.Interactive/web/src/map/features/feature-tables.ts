import { countOf, formatCount } from "../../shared/numbers";
import type { NoteLine } from "../note-line";
import { showTable } from "./feature-list";
import type { FeatureSet } from "./feature-set";

/** The tables of the layers' features. Each keeps its search, and what it has found stays marked on the map, which the note line says. */
export class FeatureTables {
  private readonly searches = new Map<FeatureSet, string>();

  constructor(
    private readonly container: HTMLElement,
    private readonly note: NoteLine,
  ) {}

  show(layer: FeatureSet): void {
    const { data, features } = layer;
    showTable(this.container, {
      data,
      features,
      open: (feature) => layer.open(feature),
      search: this.searches.get(layer) ?? "",
      mark: (found, search) => {
        this.searches.set(layer, search);
        layer.mark(found);
        this.note.say(layer, found ? `${formatCount(found.length)} of ${countOf(features.length, "feature")} of ${data.name} marked.` : "");
      },
    });
  }
}
