/** Jira's `2026-03-02T10:00:00.000+0000` as epoch milliseconds; null: there is none, or it cannot be read. */
export function momentOf(date: string | null | undefined): number | null {
  const at = Date.parse(date ?? '');
  return Number.isNaN(at) ? null : at;
}
