/** What displays of one page tell each other, each in a frame of its own: that a map or a table is there, and which place a map is to show. */
export type Told = { u42Here: "map" | "table" } | { u42Place: [longitude: number, latitude: number] } | { u42Shown: boolean };

/** Tells the displays beside this one. Nothing but places goes out: anybody may listen. */
export function tellNeighbours(told: Told): void {
  for (let index = 0; parent !== window && index < parent.length; index++) {
    if (parent[index] !== window) {
      parent[index]!.postMessage(told, "*");
    }
  }
}

/** Hears what they tell; whoever else may send something, so whatever is none of it counts for nothing. */
export function hearNeighbours(hear: (told: Partial<Record<string, unknown>>, answer: (told: Told) => void) => void): void {
  addEventListener("message", ({ data, source }) => {
    if (typeof data === "object" && data !== null) {
      hear(data, (told) => (source as Window | null)?.postMessage(told, { targetOrigin: "*" }));
    }
  });
}
