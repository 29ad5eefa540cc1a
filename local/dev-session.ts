/** What open pages are told while somebody works on the app. */
export type DevNews = { kind: 'reload' } | { kind: 'problem'; text: string };

/** What the site's pages know of it: where the source maps are, and how to hear of news. */
export interface DevSession {
  /** A folder for each page, and `widget`. */
  maps: string;
  onNews(listener: (news: DevNews) => void): void;
  tell(news: DevNews): void;
}

export function createDevSession(maps: string): DevSession {
  const listeners = new Set<(news: DevNews) => void>();
  return {
    maps,
    onNews: (listener) => void listeners.add(listener),
    tell(news) {
      for (const listener of listeners) listener(news);
    },
  };
}
