export interface Merge<Name> {
  /** Taken over from the other person, since nobody touched them here. */
  adopted: Name[];
  /** Changed on both sides, differently: somebody has to choose. */
  clashes: Name[];
}

export interface MergeOptions<Values, Name> {
  /** The names of what differs between two versions. */
  differing(a: Values, b: Values): Name[];
  /** What both sides began with. */
  base: Values;
  mine: Values;
  theirs: Values;
  /** What was typed there cannot be saved yet: it counts as touched. */
  unfinished?: readonly Name[];
}

/** Puts what one person changed on top of what somebody else saved meanwhile. */
export function mergeChanges<Values, Name>(options: MergeOptions<Values, Name>): Merge<Name> {
  const { differing, base, mine, theirs, unfinished = [] } = options;
  const touched = new Set([...differing(base, mine), ...unfinished]);
  const unlike = differing(mine, theirs);
  const theirChanges = differing(base, theirs);
  return {
    adopted: theirChanges.filter((name) => !touched.has(name)),
    clashes: theirChanges.filter((name) => touched.has(name) && unlike.includes(name)),
  };
}

export const namedValues = <Values extends object>(values: Values, names: readonly string[]) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name))) as Partial<Values>;
