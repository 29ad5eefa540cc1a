/** Who asks: the app itself, somebody through the app or a browser, or nobody. */
export type JiraActor = { kind: 'app' } | { kind: 'user'; accountId: string } | { kind: 'none' };
