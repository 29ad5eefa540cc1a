import type { AppUnderCheck } from './app-under-check';
import * as locales from './locale-rules';
import * as modules from './module-rules';
import * as scopes from './scope-rules';
import * as storage from './storage-rules';

/** What is wrong, one sentence each; empty when all is well. */
export type ManifestRule = (app: AppUnderCheck) => string[];

/** What Atlassian's validators leave to the server (or to nobody), by name. */
export const MANIFEST_RULES: Record<string, ManifestRule> = { ...modules, ...storage, ...scopes, ...locales };

export function manifestProblems(app: AppUnderCheck): string[] {
  return Object.values(MANIFEST_RULES).flatMap((rule) => rule(app));
}
