import type { ChangelogItem } from './issue';

/** A product event, as Forge passes it to the triggers that name it. */
export interface JiraEvent {
  name: string;
  issueKey: string;
  payload: Record<string, unknown>;
}

interface Named {
  id: string | null;
  name: string;
}

/** Null: nothing was there, or is there any more. */
export const changelogItem = (
  field: string,
  from: Named | null,
  to: Named | null,
  fieldId = field,
): ChangelogItem => ({
  field,
  fieldId,
  from: from?.id ?? null,
  fromString: from?.name ?? null,
  to: to?.id ?? null,
  toString: to?.name ?? null,
});
