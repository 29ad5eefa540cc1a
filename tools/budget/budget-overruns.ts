/** The sizes over their limit, and the limits of which no size was measured: one sentence each. */
export function budgetOverruns(bytes: Record<string, number>, limits: Record<string, number>): string[] {
  return Object.entries(limits).flatMap(([name, limit]) => {
    const size = bytes[name];
    if (size === undefined) return [`${name} was not measured`];
    return size > limit ? [`${name}: ${size} bytes gzip, at most ${limit} are allowed`] : [];
  });
}
