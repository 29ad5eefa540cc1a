/** Why no chat can be raised with the choice as it is. */
export type RequestTypeProblem = 'none-usable' | 'chosen-gone' | 'chosen-unusable';

/** What stands in the way of the chosen request type, or of the first that fits; null: nothing. */
export function requestTypeProblem(
  types: readonly { id: string; usable: boolean }[],
  chosenId: string | null,
): RequestTypeProblem | null {
  if (chosenId === null) return types.some(({ usable }) => usable) ? null : 'none-usable';
  const chosen = types.find(({ id }) => id === chosenId);
  if (!chosen) return 'chosen-gone';
  return chosen.usable ? null : 'chosen-unusable';
}
