import path from 'node:path';
import { kvs } from '@forge/kvs';
import { manualClock } from '../../local/clock';
import { createFaults } from '../../local/faults';
import { readManifest } from '../../local/manifest';
import { installForgeGlobals, runInvocation, type ForgeInvocation } from '../../local/platform/forge-globals';
import { createKvs } from '../../local/platform/kvs';
import { PlatformResponse } from '../../local/platform/platform-response';
import { goOffline, goOnline } from '../../src/domain/agent-transitions';
import type { Summary } from '../../src/domain/availability';
import { summarize } from '../../src/domain/summarize';
import type { Desk } from '../../src/domain/desk';
import { REMEMBERED_OPERATIONS } from '../../src/domain/limits';
import { DEFAULT_GLOBAL_SETTINGS } from '../../src/domain/settings';
import { decodeSummary, encodeSummary } from '../../src/domain/summary-record';
import { encodeDesk, type DeskRecord } from '../../src/platform/desk-record';
import { kvsDeskStore } from '../../src/platform/kvs-desk-store';
import { publicRecordsOf } from '../../src/platform/public-records';
import { PlatformFault, type Clock } from '../../src/ports';
import type { DeskStore } from '../../src/storage-ports';
import { changeDesk } from '../../src/usecases/change-desk';
import { NOON, aDesk } from './desk-builders';

export interface StormOptions {
  agents: number;
  /** Browser windows per agent, each switching on its own. */
  tabs: number;
  /** Changes asked for, over all windows. */
  toggles: number;
  store: 'compare-and-set' | 'naive';
  seed: number;
}

export interface StormReport {
  acknowledged: number;
  /** Told to the agent as not done. */
  refused: number;
  /** Acknowledged changes that a later write did not contain. */
  lost: number;
  /** Operations that were applied more than once. */
  doubled: number;
  /** Acknowledged changes that were never stored. */
  missing: number;
  /** A change acknowledged before another one was asked for, stored after it; or a revision that skipped. */
  outOfOrder: number;
  /** Writes after which the public summary did not say what the roster says. */
  summaryWrong: number;
}

const PROJECT = '10001';

const { entities } = readManifest(path.resolve(import.meta.dirname, '../../manifest.yml'));

/** Every window toggles its agent against one desk while storage refuses, loses and delays calls (figures R1, R2). */
export async function deskStorm(options: StormOptions): Promise<StormReport> {
  const time = manualClock(NOON);
  const faults = createFaults();
  const storage = createKvs({ entities, now: () => time.now(), queryLagMs: 0 });
  const report = {
    acknowledged: 0,
    refused: 0,
    lost: 0,
    doubled: 0,
    missing: 0,
    outOfOrder: 0,
    summaryWrong: 0,
  };
  const appliedAt = new Map<string, number>();
  let writes = 0;
  let last: Desk | null = null;
  let lastBody = '';

  /** Looks at the stored desk after every write that changed it. */
  function observe(): void {
    const stored = storage.handle('/api/v1/entity/get', JSON.stringify({ entityName: 'desk', key: PROJECT }));
    if (stored.status !== 200 || stored.body === lastBody) return;
    lastBody = stored.body;
    const record = (JSON.parse(stored.body) as { value: { rev: number; body: Omit<Desk, 'rev'> } }).value;
    const desk: Desk = { ...record.body, rev: record.rev };
    writes++;
    if (last && desk.rev !== last.rev + 1) report.outOfOrder++;
    for (const [accountId, before] of Object.entries(last?.roster ?? {})) {
      const kept = desk.roster[accountId]?.operations.map(({ id }) => id) ?? [];
      const shouldKeep = before.operations.map(({ id }) => id).slice(-(REMEMBERED_OPERATIONS - 1));
      report.lost += shouldKeep.filter((id) => !kept.includes(id)).length;
    }
    for (const { operations } of Object.values(desk.roster)) {
      const newest = operations.at(-1);
      if (newest && !appliedAt.has(newest.id)) appliedAt.set(newest.id, writes);
      else if (newest && appliedAt.get(newest.id) === writes) report.doubled++;
    }
    const ids = Object.values(desk.roster).flatMap(({ operations }) => operations.map(({ id }) => id));
    report.doubled += ids.length - new Set(ids).size;
    const summary = storage.handle('/api/v1/get', JSON.stringify({ key: `s:${String(desk.widgetId)}` }));
    const said = summary.status === 200 ? (JSON.parse(summary.body) as { value: unknown }).value : null;
    const meant = decodeSummary(encodeSummary(summarize(desk, time.now())));
    if (timesOf(decodeSummary(said)) !== timesOf(meant)) report.summaryWrong++;
    last = desk;
  }

  const fetch: ForgeInvocation['fetch'] = async (_meta, path, init) => {
    const { outcome, latencyMs } = faults.draw('storage');
    await new Promise<void>((resolve) => time.setTimeout(resolve, latencyMs));
    if (outcome === 'throttled')
      return json(429, '{"code":"RATE_LIMIT_EXCEEDED","message":"Too many requests"}');
    if (outcome === 'lost-before') return new PlatformResponse(504, 'Gateway Timeout');
    const answer = storage.handle(path, String(init?.body));
    if (answer.status < 300 && /transaction|set/.test(path)) observe();
    if (outcome === 'lost-after') return new PlatformResponse(504, 'Gateway Timeout');
    return json(answer.status, answer.body);
  };
  const json = (status: number, body: string): PlatformResponse =>
    new PlatformResponse(status, body, { 'content-type': 'application/json' });

  const clock: Clock = {
    now: () => Math.floor(time.now()),
    sleep: (ms) => new Promise((resolve) => void time.setTimeout(() => resolve(), ms)),
    within: (_ms, promise) => promise,
  };
  const random = seeded(options.seed);
  const desks = options.store === 'naive' ? naiveStore(clock) : kvsDeskStore(clock, { error() {} });
  const ports = {
    desks,
    clock,
    random: { fraction: random, id: () => String(random()), secret: () => String(random()) },
    live: {
      ping: () => Promise.resolve(),
      look: () => Promise.resolve(),
      token: () => Promise.reject(new Error('no realtime here')),
    },
    site: {
      globalSettings: () => Promise.resolve(DEFAULT_GLOBAL_SETTINGS),
      savedGlobalSettings: () => Promise.resolve({ ...DEFAULT_GLOBAL_SETTINGS, rev: 0 }),
      commitGlobalSettings: () => Promise.resolve('committed' as const),
      reportedAt: () => Promise.resolve(null),
      saveReportedAt: () => Promise.resolve(),
    },
  };

  installForgeGlobals();
  const windows = options.agents * options.tabs;
  await runInvocation({ runtime: {}, fetch, print: () => undefined }, async () => {
    const opened = await time.run(
      kvsDeskStore(clock, { error() {} }).commit(null, aDesk({ rev: 1 }), [], 90),
    );
    if (opened !== 'committed') throw new Error(`the desk could not be opened: ${opened}`);
    faults.set({
      storage: { throttled: 0.05, lostBefore: 0.03, lostAfter: 0.03, latencyMs: [1, 12] },
      seed: options.seed,
    });
    const work = Array.from({ length: windows }, (_, index) => toggleMany(index));
    await time.run(Promise.all(work));
  });
  return report;

  async function toggleMany(window: number): Promise<void> {
    const accountId = `agent-${window % options.agents}`;
    const count = Math.floor(options.toggles / windows);
    for (let index = 0; index < count; index++) {
      await clock.sleep(Math.floor(random() * 30 * windows));
      await toggle(accountId, `${window}-${index}`, index % 2 === 0);
    }
  }

  async function toggle(accountId: string, operationId: string, on: boolean): Promise<void> {
    const asked = writes;
    const attempt = (): ReturnType<typeof changeDesk> =>
      changeDesk(ports, PROJECT, (desk, now) =>
        on
          ? goOnline(desk, { accountId, operationId, now }, { until: null, session: operationId })
          : goOffline(desk, { accountId, operationId, now }),
      );
    // As a page does: told "not done", the agent tries again with the same operation.
    for (let tries = 0; tries < 3; tries++) {
      try {
        const change = await attempt();
        if (!change.ok) break;
        report.acknowledged++;
        const stored = appliedAt.get(operationId);
        if (stored === undefined) report.missing++;
        else if (stored <= asked) report.outOfOrder++;
        return;
      } catch (fault) {
        if (!(fault instanceof PlatformFault)) throw fault;
      }
    }
    report.refused++;
  }
}

/** The control: read, modify, write. It must lose changes, or the test proves nothing. */
function naiveStore(clock: Clock): DeskStore {
  const real = kvsDeskStore(clock, { error() {} });
  return {
    ...real,
    async commit(_before, after) {
      try {
        await kvs.entity<DeskRecord>('desk').set(after.projectId, encodeDesk(after));
        for (const [key, value] of publicRecordsOf(after, clock.now())) await kvs.set(key, value);
        return 'committed';
      } catch {
        return 'unknown';
      }
    },
  };
}

function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What is shown, and when that changes. */
const timesOf = (summary: Summary | null): string => JSON.stringify([summary?.shown, summary?.edges]);
