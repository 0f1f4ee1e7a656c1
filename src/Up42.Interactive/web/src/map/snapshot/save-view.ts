import { button, element, icon } from "../../shared/elements";
import { formatCount } from "../../shared/numbers";
import type { NoteLine } from "../note-line";
import { drawView } from "./draw-view";

const longestName = 80;
const patience = 60_000;

/** A button that saves what the map shows as a PNG file. */
export function saveViewButton(container: HTMLElement, note: NoteLine): HTMLButtonElement {
  const save = () => saveView(container).then((text) => note.say(save, text), (error: unknown) => note.say(save, `The view could not be saved: ${error}.`));
  return button(icon("M3 6h3.5L8 4h4l1.5 2H17v10H3zM10 8.2a2.8 2.8 0 1 0 .01 0"), "Save this view as PNG", () => void save());
}

/** What became of it, in words. Tiles are left out: a canvas with pictures of other servers gives its pixels to nobody. */
async function saveView(container: HTMLElement): Promise<string> {
  const stage = container.closest(".u42-maps") ?? container;
  const maps = stage === container ? [container] : [...stage.querySelectorAll(".u42-map")];
  const labels = [...stage.querySelectorAll(".u42-tag, .u42-pin")];
  const keys = [...document.querySelectorAll(".u42-foot .leaflet-control-scale, .u42-side .u42-legend")];
  const canvas = drawView(stage, maps, labels, keys, (each) => each.classList.contains("u42-tiles"));
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) {
    throw new Error("the browser gives no picture of this size");
  }
  const link = element("a", { href: URL.createObjectURL(blob), download: `${fileName(document.title)}.png` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), patience);
  const said = [`The view goes to your downloads, ${formatCount(canvas.width)} × ${formatCount(canvas.height)} pixels.`];
  if (stage.querySelector(".u42-tiles img")) {
    said.push("Tiles of the basemap may not be copied and are left out.");
  }
  if (window.parent !== window) {
    said.push("If no file comes, this notebook allows no downloads: open the map from SaveHtml.");
  }
  return said.join(" ");
}

/** A title as a file's name on any system. */
function fileName(title: string): string {
  const name = title.slice(0, longestName).replace(/[\p{C}\\/:*?"<>|]+/gu, " ").replace(/\s+/g, " ").replace(/^[ .]+|[ .]+$/g, "");
  return name || "map";
}
