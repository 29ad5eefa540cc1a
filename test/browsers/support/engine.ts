/** What the journeys need of a browser, whoever made it. Places in a page are a CSS selector of a frame, or null: the page itself. */

export type Place = string | null;

export interface EngineTab {
  goTo(address: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  /** Calls the function `script` with `args` there, and answers with what it returns or promises; both are plain values. */
  run(place: Place, script: string, args: unknown[]): Promise<unknown>;
  /** A click of the mouse on a point of the place, in CSS pixels of its own viewport. */
  clickAt(place: Place, x: number, y: number): Promise<void>;
  /** Keys one after the other; `A+B`: B while A is down. Names are those of `KeyboardEvent.key`. */
  press(place: Place, keys: string[]): Promise<void>;
  /** The window's picture, as PNG. */
  photograph(file: string): Promise<void>;
  close(): Promise<void>;
}

/** What a journey's people have open: with storage of its own, which goes with it. */
interface Profile {
  /** A window of its own: one behind another counts as hidden, and hidden pages ask for nothing. */
  openTab(): Promise<EngineTab>;
  /** Errors that any page had: thrown, on the console, or against its policy. */
  problems(): string[];
  close(): Promise<void>;
}

/** A browser that runs. One profile at a time. */
export interface Engine {
  newProfile(): Promise<Profile>;
  close(): Promise<void>;
}

export const ENGINE_NAMES = ['Chromium', 'Firefox', 'WebKit'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

/** What people do with the browser before it starts. */
export interface EngineOptions {
  /** Preferences of Firefox. */
  preferences?: Record<string, boolean | number | string>;
}
