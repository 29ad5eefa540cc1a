import type { Clock } from './clock';
import type { DevNews } from './dev-session';

/** Editors save several files at once, or one in several steps. */
const GATHER_MS = 50;

interface RebuilderOptions {
  clock: Pick<Clock, 'setTimeout'>;
  /** Both throw when something does not build, and leave the old running. */
  buildPages(): Promise<void>;
  reloadFunctions(): Promise<void>;
  tell(news: DevNews): void;
  /** For whoever works on the app: lines on a terminal. */
  report(text: string): void;
}

export interface Rebuilder {
  /** Something was saved; its path from the repository's root. */
  changed(file: string): void;
}

/**
 * After every change: pages first, since the functions hand out the widget, then the functions, then open pages load
 * anew. One build at a time; what is saved meanwhile is built right after.
 */
export function createRebuilder({
  clock,
  buildPages,
  reloadFunctions,
  tell,
  report,
}: RebuilderOptions): Rebuilder {
  let isPlanned = false;
  let isBuilding = false;
  let problem = '';

  async function build(): Promise<void> {
    isPlanned = false;
    isBuilding = true;
    try {
      await buildPages();
      await reloadFunctions();
      if (problem !== '') report('It builds again.');
      problem = '';
      tell({ kind: 'reload' });
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      if (text !== problem) report(text);
      problem = text;
      tell({ kind: 'problem', text });
    }
    isBuilding = false;
    if (isPlanned) plan();
  }

  const plan = (): void => void clock.setTimeout(build, GATHER_MS);

  return {
    changed(file) {
      if (file === 'manifest.yml')
        report('manifest.yml has changed: start the site again to mount what it declares now.');
      if (!isPlanned && !isBuilding) plan();
      isPlanned = true;
    },
  };
}
