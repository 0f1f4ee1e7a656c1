import * as L from "leaflet";
import { element } from "../shared/elements";

const dragged = 24;

/**
 * In somebody else's page one finger scrolls that page, and two move the map. A map that has the whole screen is moved by one: there is nothing
 * to scroll.
 */
export function twoFingers(map: L.Map): void {
  const container = map.getContainer();
  const isAlone = () => window.parent === window || document.fullscreenElement !== null;
  const hint = element("div", { className: "u42-two-fingers", hidden: true }, "Two fingers move the map.");
  hint.setAttribute("role", "status");
  container.append(hint);
  const apply = () => container.classList.toggle("u42-framed", !isAlone());
  document.addEventListener("fullscreenchange", apply);
  apply();

  let start: Touch | null = null;
  container.addEventListener(
    "pointerdown",
    ({ pointerType }) => {
      if (pointerType === "touch" && !isAlone()) {
        map.dragging.disable();
      } else if (!container.classList.contains("u42-drawing")) {
        map.dragging.enable();
      }
    },
    true,
  );
  container.addEventListener(
    "touchstart",
    (event) => {
      start = event.touches.length === 1 ? event.touches[0]! : null;
      if (event.touches.length > 1) {
        hint.hidden = true;
        event.preventDefault();
      }
    },
    { passive: false },
  );
  container.addEventListener(
    "touchmove",
    ({ touches }) => {
      const touch = touches[0]!;
      const isDrawing = container.classList.contains("u42-drawing") || (touch.target as Element).closest(".leaflet-control, .u42-handle, .u42-list") !== null;
      if (start && touches.length === 1 && !isAlone() && !isDrawing && Math.hypot(touch.clientX - start.clientX, touch.clientY - start.clientY) > dragged) {
        hint.hidden = false;
      }
    },
    { passive: true },
  );
  container.addEventListener("touchend", () => setTimeout(() => (hint.hidden = true), 1200), { passive: true });
  container.addEventListener("touchcancel", () => setTimeout(() => (hint.hidden = true), 1200), { passive: true });
}
