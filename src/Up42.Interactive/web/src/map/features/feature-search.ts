import { element, searchBox } from "../../shared/elements";
import { countOf, formatCount } from "../../shared/numbers";
import { parseSearch } from "../../shared/search";
import { searchHints } from "../../shared/search-hints";
import type { FeatureFacts } from "../map-page-data";
import { featureFields } from "./feature-fields";
import type { TableSource } from "./feature-list";

/** A search over features: shows and marks those that it finds, and Enter goes to the first. */
export function featureSearch(
  { features, mark, search: before }: TableSource,
  show: (found: FeatureFacts[]) => void,
  go: (feature: FeatureFacts) => void,
): HTMLElement {
  const fields = featureFields(features);
  const status = element("span", { className: "u42-count" });
  status.setAttribute("role", "status");
  let found = features;
  const find = (typed: string) => {
    const search = parseSearch(typed, fields);
    const isSearch = typed.trim() !== "";
    found = isSearch ? features.filter((_, index) => search.meets(index)) : features;
    status.textContent = isSearch ? `${formatCount(found.length)} of ${countOf(features.length, "feature")}` : "";
    hints.show(search.hints);
    mark(isSearch ? found : null, typed);
    show(found);
  };
  const box = searchBox(example(features), find);
  const input = box.querySelector("input")!;
  const hints = searchHints(input);
  input.addEventListener("keydown", ({ key }) => {
    if (key === "Enter" && found[0]) {
      go(found[0]);
    }
  });
  input.value = before;
  find(before);
  return element("div", { className: "u42-list-search" }, box, status, hints.line);
}

/** A search that these features have an answer to. */
function example(features: FeatureFacts[]): string {
  const [name, value] = Object.entries(features[0]!.properties).find((entry) => typeof entry[1] === "number") ?? [];
  return name === undefined ? features[0]!.label : `${name} > ${value}`;
}
