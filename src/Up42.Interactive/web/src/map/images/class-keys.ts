import { element } from "../../shared/elements";
import type { ClassKeyData } from "../map-page-data";

/** What the colours of images mean whose classes have names: a row a class, with its area. */
export function classKeys(keys: ClassKeyData[]): HTMLElement {
  const box = element("div", { className: "u42-legend" });
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", "Classes");
  for (const { title, rows } of keys) {
    const list = element("ul", { className: "u42-bars" });
    list.setAttribute("aria-label", title);
    for (const { name, color, size } of rows) {
      const swatch = element("i");
      swatch.style.background = color ?? "none";
      list.append(element("li", { className: "u42-class", title: name }, swatch, element("span", {}, name), element("b", {}, size)));
    }
    box.append(element("div", { className: "u42-name u42-bars", title }, title), list);
  }
  return box;
}
