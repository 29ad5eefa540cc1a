import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Answer, FunctionKey, Payload, Values } from '../../../src/contract/functions';
import { systemClock } from '../../../local/clock';
import { noteSnippets, widgetIdOf } from '../../../local/seed-chat';
import { startServer } from '../../../local/server';
import type { Site } from '../../../local/site';
import { stateOf } from '../../../local/site-state';
import type { ProjectSettings } from '../../../src/domain/settings';
import { buildStatic } from '../../../static/build/main';

/** A Monday morning, far from midnight and from clock changes: texts such as "until 10:30" come out the same. */
const START = Date.parse('2026-03-02T10:00:00Z');

const MINUTE = 60_000;

/** An event is three minutes late at most; whether one was lost is looked at two minutes after the last word. */
const EVENTS_MINUTES = 5;

/** As somebody does whom a page asks to try again. */
const TRIES = 20;
const TRY_AGAIN_MS = 10_000;

/** 60 s and the jitter of a fifth. */
const LONGEST_POLL_MINUTES = 1.25;

type ProjectKey = 'SUP' | 'OPS' | 'HR' | 'DEV';

interface OnlineOptions {
  /** Neither minutes nor seconds: until the agent goes offline. */
  minutes?: number;
  seconds?: number;
  project?: ProjectKey;
}

/** The local site of one worker's journeys, with shortcuts to what other people do meanwhile. */
export interface JourneySite {
  readonly site: Site;
  /** Host pages and web trigger. */
  readonly url: string;
  /** The external web page. */
  readonly example: string;
  /** Everything as in the beginning, at the beginning of a Monday. */
  reset(): Promise<void>;
  close(): Promise<void>;
  projectId(key: ProjectKey): string;
  widgetId(key: ProjectKey): Promise<string>;
  /** Calls a function of the app as somebody; throws when it is refused. On a strict site they try again first. */
  ask<F extends FunctionKey>(account: string, functionKey: F, payload: Payload<F>): Promise<Values[F]>;
  /** Returns when the online time ends, if it does. */
  goOnline(account: string, options?: OnlineOptions): Promise<number>;
  goOffline(account: string, project?: ProjectKey): Promise<void>;
  /** What a project admin changes in Support's settings. */
  changeSettings(changes: Partial<ProjectSettings>): Promise<void>;
  /** Puts everybody's clock on. */
  advance(minutes: number): Promise<void>;
  /** From now on, time passes so many times as fast, for the site and for all its pages, until the next reset. */
  setSpeed(times: number): void;
  /** As much time as passes between two polls at most, and less than makes an answer too old. */
  passPoll(): Promise<void>;
  /** What happened in Jira has come to the app; on a strict site as late as it may, or it was lost and is looked for. */
  passEvents(): Promise<void>;
}

async function buildMissingPages(): Promise<void> {
  const root = path.resolve(import.meta.dirname, '../../..');
  const made = ['static/dist/portal/app.js', 'src/generated/widget-assets.ts'];
  if (!made.every((file) => existsSync(path.join(root, file)))) await buildStatic();
}

export async function startJourneySite({ strict = false } = {}): Promise<JourneySite> {
  await buildMissingPages();
  const clock = systemClock(START);
  const { site, url, port, close } = await startServer({ port: 0, clock, strict });
  /** As the server left it: each journey begins there, without the cold starts of another installation. */
  const seeded = stateOf(site);

  function projectId(key: ProjectKey): string {
    const project = site.jira.project(key);
    if (!project) throw new Error(`There is no project ${key}.`);
    return project.id;
  }

  async function ask<F extends FunctionKey>(
    account: string,
    functionKey: F,
    payload: Payload<F>,
  ): Promise<Values[F]> {
    for (let tries = 1; ; tries++) {
      const answer = (await site.invoke({ account, functionKey, payload })) as Answer<F>;
      if (answer.ok) return answer.value;
      const mayTryAgain = strict && answer.error.code === 'unavailable' && tries < TRIES;
      if (!mayTryAgain) throw new Error(`${account} ${functionKey}: ${answer.error.message}`);
      await site.clock.advance(TRY_AGAIN_MS);
    }
  }

  async function advance(minutes: number): Promise<void> {
    await site.clock.advance(minutes * MINUTE);
    await site.idle();
  }

  return {
    site,
    url,
    example: `http://127.0.0.1:${port}/example`,
    close,
    projectId,
    ask,
    async reset() {
      await site.reset(seeded);
      await noteSnippets(site);
    },
    async widgetId(key) {
      const id = await widgetIdOf(site, key);
      if (id === null) throw new Error(`${key} has no widget id.`);
      return id;
    },
    async goOnline(account, { minutes = 0, seconds = 0, project = 'SUP' } = {}) {
      const ms = minutes * MINUTE + seconds * 1_000;
      const end = ms === 0 ? Infinity : site.clock.now() + ms;
      const until = ms === 0 ? null : new Date(end).toISOString();
      const operationId = randomUUID();
      await ask(account, 'goOnline', { scope: 'project', projectId: projectId(project), until, operationId });
      return end;
    },
    async goOffline(account, project = 'SUP') {
      const operationId = randomUUID();
      await ask(account, 'goOffline', { scope: 'project', projectId: projectId(project), operationId });
    },
    async changeSettings(changes) {
      const { settings, rev } = await ask('pia', 'getProjectSettings', { projectId: projectId('SUP') });
      const changed = { ...settings, ...changes };
      await ask('pia', 'saveProjectSettings', { projectId: projectId('SUP'), settings: changed, rev });
    },
    advance,
    setSpeed: clock.setSpeed,
    passPoll: () => advance(LONGEST_POLL_MINUTES),
    passEvents: () => (strict ? advance(EVENTS_MINUTES) : site.idle()),
  };
}
