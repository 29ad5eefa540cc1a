import type { ShownFlag } from '../../app/flag';

export interface LateFlag extends ShownFlag {
  /** Whether it is on the page, once that is known. */
  shown: Promise<boolean>;
}

/** A flag that takes a moment until it can be shown; closed before, it never is. `show` asks whether it still may. */
export function lateFlag(show: (isOver: () => boolean) => Promise<ShownFlag | null>): LateFlag {
  let isOver = false;
  let flag: ShownFlag | null = null;
  const shown = show(() => isOver).then(
    (raised) => {
      flag = raised;
      return raised !== null;
    },
    // Its code could not be loaded.
    () => false,
  );
  return {
    shown,
    close: async () => {
      isOver = true;
      return flag?.close();
    },
  };
}
