import { expectSoon } from '../../e2e/support/expect-soon';
import type { EngineTab, Place } from './engine';
import { finderScript } from './finder-script';
import type { Found, Sought } from './page-finder';

/** The frame of a module's page, of a dialog over it, of the bar's icon, and of the portal's footer. */
const PLACES = {
  modulePage: '.module-page iframe',
  dialog: 'dialog[open] iframe',
  bar: '.bar-frame iframe',
  portalChat: '.portal-footer-frame iframe',
} as const;

type PlaceName = keyof typeof PLACES;

/** A window, as somebody uses it who sees, hears, clicks and types. Names are parts of what is seen or heard. */
export interface Tab {
  readonly engine: EngineTab;
  readonly place: Place;
  /** The same window; what is looked for is in this frame. */
  within(place: PlaceName): Tab;
  look(sought: Sought): Promise<Found | null>;
  /** Waits for it: an element of the role, or else words. */
  see(name: string, role?: string): Promise<Found>;
  click(name: string, role?: string): Promise<void>;
  /** Clicks into the field and types, key by key: a text, or keys as `press` takes them. */
  type(label: string, text: Iterable<string>): Promise<void>;
  press(...keys: string[]): Promise<void>;
  /** Nothing of it is outside of the window, whatever frame it is in. */
  seesWhole(place: PlaceName, name: string, role: string): Promise<void>;
}

/** Where a frame's own viewport begins in the window, and how large the window is. */
const CORNER_OF = `function (frame) {
  const element = document.querySelector(frame);
  const { left, top } = element.getBoundingClientRect();
  return [left + element.clientLeft, top + element.clientTop, innerWidth, innerHeight];
}`;

export function tabOf(engine: EngineTab, place: Place = null): Tab {
  const within = (name: PlaceName): Tab => tabOf(engine, PLACES[name]);

  async function look(sought: Sought): Promise<Found | null> {
    try {
      return (await engine.run(place, await finderScript(), [sought])) as Found | null;
    } catch {
      // The page or its frame is on its way.
      return null;
    }
  }

  async function see(name: string, role?: string): Promise<Found> {
    const found: Found[] = [];
    await expectSoon(async () => {
      const now = await look({ name, ...(role !== undefined && { role }) });
      if (now) found.push(now);
      return now ? 'seen' : `no ${role ?? 'text'} "${name}"`;
    }).toBe('seen');
    return found.at(-1) as Found;
  }

  /** Nobody clicks on what still moves. */
  async function seeAtRest(name: string, role: string): Promise<Found> {
    for (let before = await see(name, role); ;) {
      const now = await see(name, role);
      if (now.x === before.x && now.y === before.y) return now;
      before = now;
    }
  }

  async function click(name: string, role = 'button'): Promise<void> {
    const { x, y } = await seeAtRest(name, role);
    await engine.clickAt(place, x, y);
  }

  const press = (...keys: string[]): Promise<void> => engine.press(place, keys);

  return {
    engine,
    place,
    within,
    look,
    see,
    click,
    press,
    async type(label, text) {
      await click(label, 'textbox');
      await expectSoon(async () => (await look({ role: 'textbox', name: label }))?.focused).toBe(true);
      await press(...text);
    },
    async seesWhole(frame, name, role) {
      await expectSoon(async () => {
        const found = await within(frame).look({ name, role });
        const corner = await engine.run(null, CORNER_OF, [PLACES[frame]]);
        if (!found || !Array.isArray(corner)) return 'not there';
        const [left, top, width, height] = corner as [number, number, number, number];
        const isInside =
          left + found.left >= 0 &&
          top + found.top >= 0 &&
          left + found.left + found.width <= width &&
          top + found.top + found.height <= height;
        return isInside ? 'whole' : JSON.stringify({ left, top, found, width, height });
      }).toBe('whole');
    },
  };
}
