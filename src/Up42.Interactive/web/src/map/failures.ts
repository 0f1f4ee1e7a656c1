import type * as L from "leaflet";
import type { NoteLine } from "./note-line";

const longest = 120;

/** Says below the map what failed in it, and lets the rest go on. */
export class Failures {
  constructor(private readonly note: NoteLine) {
    // An observer's note that it was late is an event of this kind as well, but without an error.
    window.addEventListener("error", ({ error }) => error && this.say("A part of this map", error));
    window.addEventListener("unhandledrejection", ({ reason }) => this.say("A part of this map", reason));
  }

  /** Makes a part of the map; none where that fails. */
  attempt<T>(name: string, make: () => T): T[] {
    try {
      return [make()];
    } catch (error) {
      console.error(error);
      this.say(name, error);
      return [];
    }
  }

  /** Says it of an image whose picture cannot be decoded. */
  watch(layer: L.Layer, name: string): void {
    layer.on("error", () => this.note.say(layer, `The picture of ${name} cannot be decoded; the rest of the map works.`));
  }

  private say(what: string, error: unknown): void {
    const reason = (error instanceof Error ? error.message : String(error)).slice(0, longest);
    this.note.say(what, `${what} failed (${reason}); the rest works.`);
  }
}
