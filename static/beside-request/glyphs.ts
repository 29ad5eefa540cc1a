import { CLOCK, glyph } from '../ui/glyph';

const PATHS = {
  clock: CLOCK,
  done: 'M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5ZM5 8.25l2.1 2.1L11 6.25',
  unsure:
    'M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5ZM6.25 6.5a1.75 1.75 0 1 1 2.5 1.6c-.5.25-.75.6-.75 1.15M8 11.4v.1',
  warning: 'M8 2 1.75 13.25h12.5ZM8 6.5v3M8 11.4v.1',
} as const;

export type GlyphName = keyof typeof PATHS;

export const namedGlyph = (name: GlyphName): SVGSVGElement =>
  glyph({ path: PATHS[name], line: 1.5, class: `beside-glyph beside-glyph-${name}` });
