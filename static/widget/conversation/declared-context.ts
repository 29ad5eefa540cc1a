import { CONTEXT_VALUES } from '../../../src/domain/limits';
import { isDeclarable } from '../../../src/domain/page-context';
import type { Opening } from './conversation-client';
import { warn } from './page-visitor';

/**
 * What the page's script declares, as much of it as the server takes. A page that declares nonsense is told so once, and keeps
 * nobody from starting a chat.
 */
export function declaredContext(declared: unknown): Opening['context'] {
  const kept: [key: string, value: string][] = [];
  let ignored = '';
  try {
    for (const [key, value] of Object.entries(declared ?? {}) as [string, unknown][])
      if (kept.length < CONTEXT_VALUES && isDeclarable(key, value)) kept.push([key, value]);
      else ignored += ` "${key}"`;
  } catch {
    ignored = ' all';
  }
  if (ignored)
    warn(
      declared,
      `frontdesk.context: ignored${ignored}. Pass ten texts of 200 characters at most, keys of 40.`,
    );
  return kept[0] && Object.fromEntries(kept);
}
