/** What is loaded once it is needed: most visitors see a chat without it. */
export interface LazyParts {
  createVisitorFields: typeof import('./visitor-fields').createVisitorFields;
  linkParts: typeof import('../../../src/domain/link-parts').linkParts;
  backAt: typeof import('./back-at').backAt;
}

export interface LazyCode {
  lazyParts: LazyParts;
}

/** It, if it is there; else it is fetched, and `onLoaded` called. After a failure the next who needs it tries again. */
export type Lazy = () => LazyParts | undefined;

export function createLazy(load: () => Promise<LazyCode>, onLoaded: () => void): Lazy {
  let code: LazyParts | undefined;
  let loading = false;
  return () => {
    if (!loading) {
      loading = true;
      load().then(
        (loaded) => {
          code = loaded.lazyParts;
          onLoaded();
        },
        () => (loading = false),
      );
    }
    return code;
  };
}
