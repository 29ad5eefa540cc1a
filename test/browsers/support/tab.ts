import { expect } from 'vitest';
import type { EngineTab, Place } from './engine';
import { finderScript } from './finder-script';
import type { Found, Sought } from './page-finder';

/** Small machines run slow engines: long enough for any, and nobody waits when it works. */
const PATIENCE_MS = 20_000;

/** The frame of a module's page, of a dialog over it, of the bar's icon, and of the portal's footer. */
export const PLACES = {
  modulePage: '.module-page iframe',
  dialog: 'dialog[open] iframe',
  bar: '.bar-frame iframe',
  portalChat: '.portal-footer-frame iframe',
} as const;

/** Where a frame's own viewport begins in the window, and how large the window is. */
const CORNER_OF = `function (frame) {
  const element = document.querySelector(frame);
  const { left, top } = element.getBoundingClientRect();
  return [left + element.clientLeft, top + element.clientTop, innerWidth, innerHeight];
}`;

/** A window, as somebody uses it who sees, hears, clicks and types. */
export class Tab {
  constructor(
    readonly engine: EngineTab,
    readonly place: Place = null,
  ) {}

  /** The same window; what is looked for is in this frame. */
  within = (place: keyof typeof PLACES): Tab => new Tab(this.engine, PLACES[place]);

  async look(sought: Sought): Promise<Found | null> {
    try {
      return (await this.engine.run(this.place, await finderScript(), [sought])) as Found | null;
    } catch {
      // The page or its frame is on its way.
      return null;
    }
  }

  /** Waits for it. */
  async see(name: string, role?: string): Promise<Found> {
    let found: Found | null = null;
    await expect
      .poll(async () => (found = await this.look({ name, ...(role !== undefined && { role }) })), {
        timeout: PATIENCE_MS,
        interval: 50,
        message: `${role ?? 'text'} "${name}" is to be seen`,
      })
      .not.toBeNull();
    if (!found) throw new Error('unreachable');
    return found;
  }

  /** Waits until it is there no more. */
  seeNo = (name: string, role?: string): Promise<void> =>
    expect
      .poll(() => this.look({ name, ...(role !== undefined && { role }) }), {
        timeout: PATIENCE_MS,
        interval: 50,
        message: `${role ?? 'text'} "${name}" is to be gone`,
      })
      .toBeNull();

  async click(name: string, role = 'button'): Promise<void> {
    const { x, y } = await this.seeAtRest(name, role);
    await this.engine.clickAt(this.place, x, y);
  }

  /** Nobody clicks on what still moves. */
  private async seeAtRest(name: string, role: string): Promise<Found> {
    for (let before = await this.see(name, role); ;) {
      const now = await this.see(name, role);
      if (now.x === before.x && now.y === before.y) return now;
      before = now;
    }
  }

  /** Clicks into the field and types, key by key. */
  async type(label: string, text: string): Promise<void> {
    await this.click(label, 'textbox');
    await expect
      .poll(async () => (await this.look({ role: 'textbox', name: label }))?.focused, {
        timeout: PATIENCE_MS,
      })
      .toBe(true);
    await this.engine.press(this.place, [...text]);
  }

  /** Nothing of it is outside of the window, whatever frame it is in. */
  async seesWhole(place: keyof typeof PLACES, name: string, role: string): Promise<void> {
    const outside = async (): Promise<string> => {
      const found = await this.within(place).look({ name, role });
      const corner = await this.engine.run(null, CORNER_OF, [PLACES[place]]);
      if (!found || !Array.isArray(corner)) return 'not there';
      const [left, top, width, height] = corner as [number, number, number, number];
      const isInside =
        left + found.left >= 0 &&
        top + found.top >= 0 &&
        left + found.left + found.width <= width &&
        top + found.top + found.height <= height;
      return isInside ? '' : JSON.stringify({ left, top, found, width, height });
    };
    await expect.poll(outside, { timeout: PATIENCE_MS, interval: 50 }).toBe('');
  }

  reload = (): Promise<void> => this.engine.reload();

  press = (...keys: string[]): Promise<void> => this.engine.press(this.place, keys);
}
