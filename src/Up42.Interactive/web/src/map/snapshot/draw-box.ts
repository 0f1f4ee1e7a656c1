/**
 * Draws an element as it looks: backgrounds, borders and text, which is enough for labels, scales and legends.
 * @param context Its units are the window's CSS pixels.
 */
export function drawBox(context: CanvasRenderingContext2D, element: Element): void {
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  if (box.width === 0 || Number(style.opacity) === 0) {
    return;
  }
  context.save();
  const radius = style.borderTopLeftRadius.endsWith("%") ? box.width / 2 : parseFloat(style.borderTopLeftRadius);
  context.beginPath();
  context.roundRect(box.left, box.top, box.width, box.height, radius);
  context.fillStyle = gradient(context, box, style.backgroundImage) ?? style.backgroundColor;
  context.fill();
  drawBorder(context, style, "Left", box.left, box.top, box.left, box.bottom);
  drawBorder(context, style, "Right", box.right, box.top, box.right, box.bottom);
  drawBorder(context, style, "Bottom", box.left, box.bottom, box.right, box.bottom);
  drawBorder(context, style, "Top", box.left, box.top, box.right, box.top);
  if (style.overflowX !== "visible") {
    context.clip();
  }
  context.fillStyle = style.color;
  // The shorthand is empty where figures are tabular.
  context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  for (const child of element.childNodes) {
    if (child instanceof Text) {
      drawText(context, child);
    } else if (child instanceof Element) {
      drawBox(context, child);
    }
  }
  context.restore();
}

/** The colours of a bar, from left to right. */
function gradient(context: CanvasRenderingContext2D, { left, right }: DOMRect, image: string): CanvasGradient | null {
  const colors = image.startsWith("linear-gradient") ? image.match(/rgba?\([^)]*\)/g) : null;
  const made = context.createLinearGradient(left, 0, right, 0);
  colors?.forEach((color, index) => made.addColorStop(index / Math.max(1, colors.length - 1), color));
  return colors && made;
}

/** A straight side within the box, which cuts off half of its line; round boxes have none. */
function drawBorder(
  context: CanvasRenderingContext2D, style: CSSStyleDeclaration, side: "Left" | "Right" | "Top" | "Bottom", ...ends: number[]
): void {
  const width = parseFloat(style[`border${side}Width`]);
  if (width > 0 && !style.borderTopLeftRadius.endsWith("%")) {
    context.save();
    context.clip();
    context.strokeStyle = style[`border${side}Color`];
    context.lineWidth = 2 * width;
    context.stroke(new Path2D(`M${ends[0]} ${ends[1]}L${ends[2]} ${ends[3]}`));
    context.restore();
  }
}

/** A text line by line, as the page breaks it. */
function drawText(context: CanvasRenderingContext2D, node: Text): void {
  const ascent = context.measureText("x").fontBoundingBoxAscent;
  for (const { text, left, top } of lines(node)) {
    context.fillText(text, left, top + ascent);
  }
}

function lines(node: Text): { text: string; left: number; top: number }[] {
  const range = document.createRange();
  const found: { text: string; left: number; top: number }[] = [];
  let at = 0;
  for (const character of node.data) {
    range.setStart(node, at);
    range.setEnd(node, (at += character.length));
    const box = range.getClientRects()[0];
    const last = found.at(-1);
    if (box && last && Math.abs(last.top - box.top) < 1) {
      last.text += character;
    } else if (box && box.width > 0) {
      found.push({ text: character, left: box.left, top: box.top });
    }
  }
  return found;
}
