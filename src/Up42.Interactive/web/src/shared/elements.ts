/** An element with properties and children; text is never read as markup. */
export function element<K extends keyof HTMLElementTagNameMap>(name: K, properties: object = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  Object.assign(made, properties);
  made.append(...children);
  return made;
}

/** A button of words or an icon. */
export function button(content: string | Node, label: string, action: () => void): HTMLButtonElement {
  const made = element("button");
  made.type = "button";
  made.append(content);
  made.title = label;
  made.setAttribute("aria-label", label);
  made.addEventListener("click", action);
  return made;
}

/** An icon drawn by one path in a box of 20 by 20. */
export function icon(path: string, size = 18): SVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const attributes = { width: size, height: size, viewBox: "0 0 20 20", fill: "none", stroke: "currentColor", "stroke-width": "1.8", "aria-hidden": "true" };
  for (const [name, value] of Object.entries(attributes)) {
    svg.setAttribute(name, String(value));
  }
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

/** A box to tick or one of several to choose, with its name. */
export function choice(type: "checkbox" | "radio", text: string, checked: boolean): [HTMLLabelElement, HTMLInputElement] {
  const label = element("label");
  const input = element("input");
  input.type = type;
  input.checked = checked;
  const name = element("span", {}, text);
  name.title = text;
  label.append(input, name);
  return [label, input];
}

/** A search field with its label. */
export function searchBox(example: string, change: (text: string) => void): HTMLElement {
  const input = element("input", { type: "search", placeholder: example, spellcheck: false, autocomplete: "off" });
  input.addEventListener("input", () => change(input.value));
  return element("label", { className: "u42-search" }, element("span", {}, "Search"), input);
}

const tallest = 760;

/** How high a page must be so that what scrolls in it is seen whole; up to a height where scrolling is better. */
export function heightOf(scroller: HTMLElement, content: HTMLElement): number {
  const around = document.querySelector("main")!.scrollHeight - scroller.clientHeight;
  return Math.min(tallest, around + content.offsetHeight + 2);
}
