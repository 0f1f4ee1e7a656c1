import { element } from "../../shared/elements";
import { countOf, digitsFor, formatCount, formatNumber } from "../../shared/numbers";
import type { ColorBarData, FeatureKeyData } from "../map-page-data";

/** What colours mean: bars with the values at their ends, and classes of features with their counts. Each class is a button that hides it. */
export function legend(bars: ColorBarData[], key: FeatureKeyData | undefined, show: (index: number, isShown: boolean) => void): HTMLElement {
  const box = element("div", { className: "u42-legend" });
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", "Legend");
  box.append(element("div", { className: "u42-bars" }, ...bars.flatMap(ramp)));
  if (key) {
    box.append(...(key.bar ? ramp(key.bar) : [name(key.title)]));
    key.classes.forEach((each, index) => box.append(row(each, (isShown) => show(index, isShown))));
  }
  return box;
}

const name = (title: string): HTMLElement => element("div", { className: "u42-name", title }, title);

/** A bar of colours with its title and the values at its ends. */
export function ramp(bar: ColorBarData): HTMLElement[] {
  const colors = element("div", { className: "u42-ramp" });
  colors.style.background = `linear-gradient(to right, ${bar.colors.join(", ")})`;
  const ends = [bar.minimum, bar.maximum].map((end) => element("span", {}, formatNumber(end, digitsFor(bar.minimum, bar.maximum), true)));
  return [name(bar.title), colors, element("div", { className: "u42-ends" }, ...ends)];
}

function row({ name, color, count }: FeatureKeyData["classes"][number], show: (isShown: boolean) => void): HTMLElement {
  const swatch = element("i");
  swatch.style.background = color;
  const content = [swatch, element("span", {}, name), " ", element("b", {}, formatCount(count))];
  const made = element("button", { className: "u42-class", type: "button", title: name }, ...content);
  made.setAttribute("aria-pressed", "true");
  made.setAttribute("aria-label", `${name}, ${countOf(count, "feature")}`);
  made.addEventListener("click", () => {
    const isShown = made.getAttribute("aria-pressed") !== "true";
    made.setAttribute("aria-pressed", String(isShown));
    show(isShown);
  });
  return made;
}
