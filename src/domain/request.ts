/** Service requests, as far as a chat has to do with them. */

export interface RequestType {
  id: string;
  name: string;
  /** Required fields besides summary and description. */
  missing: string[];
}

export interface IssueRef {
  id: string;
  key: string;
}

export interface RequestComment {
  id: string;
  author: string;
  text: string;
  isPublic: boolean;
  /** Epoch milliseconds of the last edit; null: never edited. */
  editedAt: number | null;
  /** Frontdesk's own comments carry one. */
  marker: string | null;
}
