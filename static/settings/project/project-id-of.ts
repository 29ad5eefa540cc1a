/** The id of the project whose settings are open, from what Jira says about the page. */
export function projectIdOf(extension: Record<string, unknown>): string | undefined {
  const { project } = extension;
  if (typeof project !== 'object' || project === null || !('id' in project)) return undefined;
  const { id } = project;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}
