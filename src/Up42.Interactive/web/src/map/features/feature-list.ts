import "./feature-list.css";
import { button, element } from "../../shared/elements";
import { countOf, formatCount } from "../../shared/numbers";
import type { FeatureFacts } from "../map-page-data";
import { featureSearch } from "./feature-search";
import type { FeatureSet } from "./feature-set";
import { valueText } from "./popup";

const mostRows = 500;
const mostColumns = 8;

/**
 * The features of a layer as a table over the map, for who can't point at them: a feature's name opens its popup, and a search leaves those that it
 * finds, which stay marked on the map.
 */
export function showTable(stage: HTMLElement, source: TableSource): void {
  const { data, features, open } = source;
  stage.querySelector(".u42-list")?.remove();
  const opener = document.activeElement as HTMLElement | null;
  const box = element("div", { className: "u42-list" });
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-label", data.name);
  const close = () => {
    box.remove();
    opener?.focus();
  };
  const go = (feature: FeatureFacts) => {
    box.remove();
    open(feature);
  };
  const closing = button("Close", `Close the table of ${data.name}`, close);
  const head = element("div", { className: "u42-list-head" }, element("strong", {}, data.name, " – ", countOf(features.length, "feature")), closing);
  const columns = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))]
    .filter((column) => features.some(({ properties: { [column]: value } }) => value !== null && typeof value !== "object"))
    .slice(0, mostColumns);
  const table = element("table");
  const heads = table.createTHead().insertRow();
  heads.append(...["Feature", ...columns].map((title) => element("th", { scope: "col" }, title)));
  const body = table.createTBody();
  const scroll = element("div", { className: "u42-scroll", tabIndex: 0 }, table);
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", `Table of ${data.name}`);
  const rest = element("p");
  scroll.append(rest);
  const show = (found: FeatureFacts[]) => {
    body.replaceChildren(...found.slice(0, mostRows).map((feature) => row(feature, columns, go)));
    rest.hidden = found.length <= mostRows;
    rest.textContent = `The first ${formatCount(mostRows)} of ${formatCount(found.length)} features.`;
  };
  box.append(head, ...(features.length > 1 ? [featureSearch(source, show, go)] : []), scroll);
  if (features.length < 2) {
    show(features);
  }
  box.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") {
      close();
    }
  });
  stage.append(box);
  closing.focus();
}

export type TableSource = Pick<FeatureSet, "data" | "features"> & {
  open: FeatureSet["open"];
  /** Marks the features that a search has found, with the search; null marks none. */
  mark: (found: FeatureFacts[] | null, search: string) => void;
  /** The search that the layer's marks are of. */
  search: string;
};

function row(feature: FeatureFacts, columns: string[], go: (feature: FeatureFacts) => void): HTMLTableRowElement {
  const made = element("tr");
  made.append(element("th", { scope: "row" }, button(feature.label, `Show ${feature.label} on the map`, () => go(feature))));
  for (const column of columns) {
    const value = feature.properties[column];
    const cell = made.insertCell();
    cell.append(typeof value === "object" && value !== null ? "…" : valueText(value));
    cell.align = typeof value === "number" ? "right" : "left";
  }
  return made;
}
