/** Somebody as a page shows them. `name` is null when Jira cannot be asked: show "someone". */
export interface Person {
  accountId: string;
  name: string | null;
  avatarUrl: string | null;
}
