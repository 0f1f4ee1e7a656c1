import { element } from "../../shared/elements";

/** A control with its name. */
export function field(name: string, ...controls: HTMLElement[]): HTMLElement {
  controls[0]!.setAttribute("aria-label", name);
  return element("label", { className: "u42-field" }, element("span", {}, name), ...controls);
}

/** A choice of values with their names. */
export function select(options: (readonly [value: string, name: string])[]): HTMLSelectElement {
  return element("select", {}, ...options.map(([value, name]) => element("option", { value }, name)));
}

/** A field for a number. */
export const number = (value: number): HTMLInputElement => element("input", { type: "number", step: "any", value: String(value) });
