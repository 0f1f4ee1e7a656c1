import * as L from "leaflet";

/** What Leaflet's canvas tells its paths, though not in its types. */
export interface CanvasRenderer extends L.Canvas {
  _ctx: CanvasRenderingContext2D;
  /** Whether paths are to draw themselves now. */
  _drawing: boolean;
  /** What the canvas covers, and what of it is drawn anew; null: all. */
  _bounds: L.Bounds;
  _redrawBounds: L.Bounds | null;
  _zoom: number;
  /** Whether it is drawn in the middle of a drag, which is to go on. */
  isDragged?: boolean;
  _update(): void;
  _requestRedraw(layer: { _pxBounds: L.Bounds; options: L.PathOptions }): void;
}

/** Leaflet draws a canvas anew once a drag has ended; this one also where a drag comes to its edge. */
export function drawnWhileDragged(map: L.Map, canvas: L.Canvas): L.Canvas {
  const renderer = canvas as CanvasRenderer;
  map.on("move", () => {
    const view = L.bounds(map.containerPointToLayerPoint([0, 0]), map.containerPointToLayerPoint(map.getSize()));
    if (renderer._bounds && renderer._zoom === map.getZoom() && !renderer._bounds.contains(view)) {
      renderer.isDragged = true;
      renderer._update();
      renderer.isDragged = false;
    }
  });
  return canvas;
}
