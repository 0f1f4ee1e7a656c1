import { element } from "./elements";
import type { Hint } from "./search";

/** The hints of a search, with a button that puts the better search of each into its field. */
export function searchHints(input: HTMLInputElement): { line: HTMLElement; show: (hints: Hint[]) => void } {
  const line = element("p", { className: "u42-hint", role: "status" });
  const show = (hints: Hint[]) => {
    line.hidden = hints.length === 0;
    line.replaceChildren(...hints.slice(0, 3).flatMap(({ text, better }) => {
      if (!better) {
        return [`${text} `];
      }
      const use = element("button", { type: "button" }, better.label);
      use.addEventListener("click", () => {
        input.value = better.search;
        input.dispatchEvent(new Event("input"));
        input.focus();
      });
      return [`${text} `, use, "? "];
    }));
  };
  show([]);
  return { line, show };
}
