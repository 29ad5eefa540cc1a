/**
 * The fields that a request names: `summary,status`, `*all`, `*navigable`, with `-comment` for all but one. Comments
 * are not navigable.
 */
export function wantedFields(fields: Record<string, unknown>, lists: string[]): Record<string, unknown> {
  const names = lists.flatMap((list) => list.split(',')).map((name) => name.trim());
  const named = names.filter((name) => !name.startsWith('-'));
  const includes = named.length > 0 ? named : ['*all'];
  const isWanted = (id: string): boolean =>
    !names.includes(`-${id}`) &&
    (includes.includes('*all') ||
      includes.includes(id) ||
      (includes.includes('*navigable') && id !== 'comment'));
  return Object.fromEntries(Object.entries(fields).filter(([id]) => isWanted(id)));
}
