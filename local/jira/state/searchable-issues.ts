import type { Issue } from '../records/issue';
import type { IssueStore } from './issue-store';

/** The issues as searches know them: Jira's index follows what happens, and promises no time. */
export interface SearchableIssues {
  /** From now on it is so many milliseconds behind, drawn for each change; null: not at all. */
  follow(lagMs: (() => number) | null): void;
  changed(issue: Issue): void;
  /** Oldest first; what was deleted is gone. */
  all(): readonly Issue[];
}

export function createSearchableIssues(issues: IssueStore, now: () => number): SearchableIssues {
  let lagMs: (() => number) | null = null;
  let known = new Map<string, Issue>();
  let coming: { copy: Issue; at: number }[] = [];

  return {
    follow(lag) {
      lagMs = lag;
      coming = [];
      known = new Map(lag ? issues.all().map((issue) => [issue.id, structuredClone(issue)]) : []);
    },
    changed(issue) {
      if (!lagMs) return;
      const before = coming.findLast(({ copy }) => copy.id === issue.id)?.at ?? 0;
      coming.push({ copy: structuredClone(issue), at: Math.max(before, now() + lagMs()) });
    },
    all() {
      if (!lagMs) return issues.all();
      for (const { copy, at } of coming) if (at <= now()) known.set(copy.id, copy);
      coming = coming.filter(({ at }) => at > now());
      return issues.all().flatMap(({ id }) => known.get(id) ?? []);
    },
  };
}
