interface Glyph {
  path: string;
  /** Pixels. */
  size?: number;
  /** The square in which the path is drawn. */
  box?: number;
  /** How thick the line is; absent: filled. */
  line?: number;
  class?: string;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A drawing in the colour of the text around it, which says the same in words. */
export function glyph({ path, size = 16, box = 16, line, class: name }: Glyph): SVGSVGElement {
  const drawing = document.createElementNS(SVG, 'svg');
  const shape = document.createElementNS(SVG, 'path');
  const set = (on: Element, attributes: Record<string, string>): void => {
    for (const [key, value] of Object.entries(attributes)) on.setAttribute(key, value);
  };
  set(drawing, {
    width: String(size),
    height: String(size),
    viewBox: `0 0 ${String(box)} ${String(box)}`,
    'aria-hidden': 'true',
    ...(name !== undefined && { class: name }),
  });
  set(
    shape,
    line === undefined
      ? { d: path, fill: 'currentColor', 'fill-rule': 'evenodd' }
      : {
          d: path,
          fill: 'none',
          stroke: 'currentColor',
          'stroke-width': String(line),
          'stroke-linecap': 'round',
          'stroke-linejoin': 'round',
        },
  );
  drawing.append(shape);
  return drawing;
}

/** Paths in a square of 16, lines of 1.5. */
export const CLOCK = 'M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5ZM8 4.5V8l2.5 1.5';
