/** A product event, as Forge passes it to the triggers that name it. */
export interface JiraEvent {
  name: string;
  issueKey: string;
  payload: Record<string, unknown>;
}

export interface ChangelogItem {
  field: string;
  fieldId: string;
  from: string | null;
  fromString: string | null;
  to: string | null;
  toString: string | null;
}
