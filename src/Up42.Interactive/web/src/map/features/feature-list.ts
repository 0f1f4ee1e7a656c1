import { button, element } from "../../shared/elements";
import { countOf, formatCount } from "../../shared/numbers";
import type { FeatureLayer } from "./feature-layer";
import { valueText } from "./popup";

const mostRows = 500;
const mostColumns = 8;

/** The features of a layer as a table over the map, for who can't point at them: a feature's name opens its popup. */
export function showTable(stage: HTMLElement, { data, features, open }: TableSource): void {
  stage.querySelector(".u42-list")?.remove();
  const opener = document.activeElement as HTMLElement | null;
  const box = element("div", { className: "u42-list" });
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-label", data.name);
  const close = () => {
    box.remove();
    opener?.focus();
  };
  const closing = button("Close", `Close the table of ${data.name}`, close);
  const head = element("div", { className: "u42-list-head" }, element("strong", {}, data.name, " – ", countOf(features.length, "feature")), closing);
  const columns = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))]
    .filter((column) => features.some(({ properties: { [column]: value } }) => value !== null && typeof value !== "object"))
    .slice(0, mostColumns);
  const table = element("table");
  const heads = table.createTHead().insertRow();
  for (const title of ["Feature", ...columns]) {
    const cell = element("th", { scope: "col" }, title);
    heads.append(cell);
  }
  const body = table.createTBody();
  for (const feature of features.slice(0, mostRows)) {
    const row = body.insertRow();
    const name = button(feature.label, `Show ${feature.label} on the map`, () => {
      box.remove();
      open(feature);
    });
    const first = element("th", { scope: "row" }, name);
    row.append(first);
    for (const column of columns) {
      const value = feature.properties[column];
      const cell = row.insertCell();
      cell.append(typeof value === "object" && value !== null ? "…" : valueText(value));
      cell.align = typeof value === "number" ? "right" : "left";
    }
  }
  const scroll = element("div", { className: "u42-scroll", tabIndex: 0 }, table);
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", `Table of ${data.name}`);
  if (features.length > mostRows) {
    scroll.append(element("p", {}, `The first ${formatCount(mostRows)} of ${formatCount(features.length)} features.`));
  }
  box.append(head, scroll);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      close();
    }
  });
  stage.append(box);
  closing.focus();
}

type TableSource = Pick<FeatureLayer, "data" | "features"> & { open: FeatureLayer["open"] };
