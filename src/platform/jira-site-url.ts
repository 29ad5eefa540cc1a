import { route } from '@forge/api';
import { kvs } from '@forge/kvs';
import * as z from 'zod';
import { PlatformFault, type Clock, type Log } from '../ports';
import { jiraClient } from './jira-client';
import { perInstallation } from './per-installation';
import { storageCall, storageKey } from './storage';

/** Jira is asked again after this: sites are renamed now and then. */
const FRESH_MS = 24 * 60 * 60 * 1_000;
/** Where Jira did not answer, what was known stands for so long. */
const AGAIN_MS = 10 * 60 * 1_000;

const serverInfo = z.object({
  baseUrl: z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin),
});
/** `at`: when Jira said so, epoch ms. */
const siteRecord = z.object({ url: z.string(), at: z.number() });

/** `until`: epoch ms; nobody need be asked before. */
const remembered = perInstallation<{ url: string | null; until: number }>(() => ({ url: null, until: 0 }));

/**
 * Where this Jira is, as it says itself: what Forge tells pages and functions of it is not documented. Asked once a day, by one
 * process for all of them.
 */
export function jiraSiteUrl(clock: Clock, report: Pick<Log, 'failure'>): () => Promise<string | null> {
  const { ask } = jiraClient(clock);

  return async () => {
    const memory = remembered();
    const now = clock.now();
    if (now < memory.until) return memory.url;
    try {
      const stored = siteRecord.safeParse(await storageCall(clock, () => kvs.get(storageKey.siteUrl)));
      if (stored.success) {
        Object.assign(memory, { url: stored.data.url, until: stored.data.at + FRESH_MS });
        if (now < memory.until) return memory.url;
      }
      const info = await ask('app', route`/rest/api/3/serverInfo`, serverInfo);
      if (!info) throw new PlatformFault('Jira does not say where it is');
      Object.assign(memory, { url: info.baseUrl, until: now + FRESH_MS });
      await storageCall(clock, () => kvs.set(storageKey.siteUrl, { url: info.baseUrl, at: now }));
    } catch (fault) {
      report.failure('the address of this Jira was not told', fault);
      // What was known stands; where nothing was, whoever comes next asks.
      if (memory.url !== null) memory.until = Math.max(memory.until, now + AGAIN_MS);
    }
    return memory.url;
  };
}
