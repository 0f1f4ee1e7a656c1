import { drawBox } from "./draw-box";

const space = 10;

interface Painter {
  context: CanvasRenderingContext2D;
  /** Device pixels for each of CSS, and where the canvas' corner lies in the window. */
  ratio: number;
  left: number;
  top: number;
  skips: (element: Element) => boolean;
}

/**
 * Draws what maps show on a canvas of as many pixels as the screen has: pictures, canvases and the paths of vectors, in the order of their panes.
 * @param stage What holds the maps.
 * @param maps The containers of the maps.
 * @param labels What is drawn over them as it looks.
 * @param keys What is drawn below them: scale and legends.
 * @param skips What is left out; buttons, popups and other HTML are anyway.
 */
export function drawView(
  stage: Element, maps: Element[], labels: Element[], keys: Element[], skips: (element: Element) => boolean,
): HTMLCanvasElement {
  const ratio = window.devicePixelRatio || 1;
  const { left, top, width, height } = stage.getBoundingClientRect();
  const canvas = document.createElement("canvas");
  const { places, bottom } = flow(keys, width);
  [canvas.width, canvas.height] = [Math.round(width * ratio), Math.round((height + bottom) * ratio)];
  const painter = { context: canvas.getContext("2d")!, ratio, left, top, skips };
  for (const map of maps.filter((each) => each.clientWidth > 0)) {
    const box = map.getBoundingClientRect();
    painter.context.save();
    place(painter);
    painter.context.beginPath();
    painter.context.rect(box.left, box.top, box.width, box.height);
    painter.context.clip();
    painter.context.fillStyle = getComputedStyle(map).backgroundColor;
    painter.context.fill();
    drawChildren(painter, map.querySelector(".leaflet-map-pane")!, 1);
    painter.context.restore();
  }
  place(painter);
  labels.forEach((label) => drawBox(painter.context, label));
  painter.context.fillStyle = getComputedStyle(document.body).backgroundColor;
  painter.context.fillRect(left, top + height, width, bottom);
  for (const { element, across, down } of places) {
    const box = element.getBoundingClientRect();
    place(painter, new DOMMatrix().translate(left + across - box.left, top + height + down - box.top));
    drawBox(painter.context, element);
  }
  return canvas;
}

/** Places for elements in rows of some width, and where the last row ends. */
function flow(elements: Element[], width: number): { places: { element: Element; across: number; down: number }[]; bottom: number } {
  let [across, down, bottom] = [space, space, 0];
  const places = elements.filter(({ clientWidth }) => clientWidth > 0).map((element) => {
    const box = element.getBoundingClientRect();
    if (across > space && across + box.width > width) {
      [across, down] = [space, bottom];
    }
    const found = { element, across, down };
    [across, bottom] = [across + box.width + space, Math.max(bottom, down + box.height + space)];
    return found;
  });
  return { places, bottom };
}

/** Lets the window's CSS pixels, or those of a matrix in it, be the context's. */
function place({ context, ratio, left, top }: Painter, matrix = new DOMMatrix()): void {
  context.setTransform(new DOMMatrix([ratio, 0, 0, ratio, -left * ratio, -top * ratio]).multiply(matrix));
}

function drawChildren(painter: Painter, parent: Element, opacity: number): void {
  const children = [...parent.children].map((element) => ({ element, style: getComputedStyle(element) }));
  const shown = children.filter(({ element, style }) => style.display !== "none" && !painter.skips(element));
  for (const { element, style } of shown.sort((a, b) => height(a.style) - height(b.style))) {
    painter.context.save();
    place(painter);
    cut(painter.context, element, style);
    draw(painter, element, style, opacity * Number(style.opacity));
    painter.context.restore();
  }
}

const height = ({ zIndex }: CSSStyleDeclaration): number => Number(zIndex) || 0;

/** The sides of a comparison are cut by polygons. */
function cut(context: CanvasRenderingContext2D, element: Element, { clipPath }: CSSStyleDeclaration): void {
  const corners = [...clipPath.matchAll(/(-?[\d.e-]+)px (-?[\d.e-]+)px/g)];
  if (corners.length > 0) {
    const { left, top } = element.getBoundingClientRect();
    context.beginPath();
    corners.forEach(([, x, y]) => context.lineTo(left + Number(x), top + Number(y)));
    context.clip();
  }
}

function draw(painter: Painter, element: Element, style: CSSStyleDeclaration, opacity: number): void {
  const { context } = painter;
  const isPicture = element instanceof HTMLCanvasElement ? element.width > 0 : element instanceof HTMLImageElement && element.naturalWidth > 0;
  context.globalAlpha = opacity;
  if (element instanceof SVGPathElement) {
    place(painter, DOMMatrix.fromMatrix(element.getScreenCTM()!));
    drawPath(context, new Path2D(element.getAttribute("d") ?? ""), style, opacity);
  } else if (isPicture && style.visibility !== "hidden") {
    const { left, top, width, height: down } = element.getBoundingClientRect();
    context.imageSmoothingEnabled = style.imageRendering !== "pixelated";
    context.imageSmoothingQuality = "high";
    context.drawImage(element as HTMLCanvasElement | HTMLImageElement, left, top, width, down);
  } else {
    drawChildren(painter, element, opacity);
  }
}

function drawPath(context: CanvasRenderingContext2D, path: Path2D, style: CSSStyleDeclaration, opacity: number): void {
  if (style.fill !== "none") {
    context.fillStyle = style.fill;
    context.globalAlpha = opacity * Number(style.fillOpacity);
    context.fill(path, style.fillRule as CanvasFillRule);
  }
  if (style.stroke !== "none") {
    context.strokeStyle = style.stroke;
    context.globalAlpha = opacity * Number(style.strokeOpacity);
    context.lineWidth = parseFloat(style.strokeWidth);
    context.lineCap = style.strokeLinecap as CanvasLineCap;
    context.lineJoin = style.strokeLinejoin as CanvasLineJoin;
    context.setLineDash(style.strokeDasharray === "none" ? [] : style.strokeDasharray.split(/[\s,]+/).map(parseFloat));
    context.stroke(path);
  }
}
