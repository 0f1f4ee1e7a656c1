import { element } from "../shared/elements";
import { hearNeighbours, tellNeighbours } from "../shared/neighbours";

const patience = 1000;

/** Rows that a map beside the table can show: as soon as one says that it is there, their numbers are buttons. */
export function rowPlaces(places: (string | null)[], found: () => void, say: (text: string) => void): { stopOf: (row: number) => HTMLElement | null } {
  let hasMap = false;
  let asked = -1;
  let timer = 0;
  hearNeighbours(({ u42Here: here, u42Shown: isShown }) => {
    if (here === "map" && !hasMap) {
      hasMap = true;
      found();
    } else if (isShown === true && asked >= 0) {
      clearTimeout(timer);
      say(`Row ${asked} is shown on the map.`);
    }
  });
  if (places.some((place) => place !== null)) {
    tellNeighbours({ u42Here: "table" });
  }

  function ask(row: number, place: string): void {
    const [longitude, latitude] = place.split(" ").map(Number) as [number, number];
    asked = row;
    clearTimeout(timer);
    timer = window.setTimeout(() => say(`No map beside this table reaches row ${row}.`), patience);
    tellNeighbours({ u42Place: [longitude, latitude] });
  }

  return {
    stopOf: (row) => {
      const place = places[row];
      if (!hasMap || !place) {
        return null;
      }
      const stop = element("button", { type: "button", className: "u42-row", title: `Show row ${row} on the map` }, String(row));
      stop.addEventListener("click", () => ask(row, place));
      return stop;
    },
  };
}
