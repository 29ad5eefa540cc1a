import type { Crypto } from '../ports';

/** Under which a visitor is blocked in a project, by what they are known by: see `marksOf`. Tells nobody what that is. */
export const blockIdOf = ({ hash }: Pick<Crypto, 'hash'>, projectId: string, mark: string): string =>
  hash(`${projectId} ${mark}`).slice(0, 22);
