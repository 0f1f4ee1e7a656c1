import { element } from "../shared/elements";

/** The line below the map for what is to be known now: one sentence of each source, the latest last. */
export class NoteLine {
  readonly root = element("span", { className: "u42-note" });
  private readonly notes = new Map<unknown, string>();

  constructor() {
    this.root.setAttribute("role", "status");
  }

  /** Says something in place of what the same source has said; "" says nothing more. */
  say(source: unknown, text: string): void {
    if ((this.notes.get(source) ?? "") !== text) {
      this.notes.delete(source);
      this.notes.set(source, text);
      this.root.textContent = [...this.notes.values()].filter(Boolean).join(" ");
    }
  }
}
