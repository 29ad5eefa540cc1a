/** What customers are shown: outside hours nothing, then a closure, then people (docs/decisions/020). */
export const SHOWN = ['online', 'offline', 'hidden', 'closed'] as const;
export type Shown = (typeof SHOWN)[number];

export interface Edge {
  at: number;
  shown: Shown;
}

/** As long as it is before `until`, and nobody certain is there sooner, customers are promised `at`. */
export interface Promised {
  at: number;
  until: number;
}
