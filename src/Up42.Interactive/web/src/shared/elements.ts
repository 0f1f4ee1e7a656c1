/** An element with a class and text; text is never read as markup. */
export function element<K extends keyof HTMLElementTagNameMap>(name: K, className = "", text = ""): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
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
  const name = element("span", "", text);
  name.title = text;
  label.append(input, name);
  return [label, input];
}
