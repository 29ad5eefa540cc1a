import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { test as plainTest } from 'vitest';
import { startJourneySite, type JourneySite } from '../../e2e/support/journey-site';
import { ENGINE_NAMES, type EngineName, type EngineOptions, type EngineTab } from './engine';
import { startOf } from './installed-engines';
import { tabOf, type Tab } from './tab';

/* oxlint-disable no-empty-pattern -- Vitest reads from the pattern which fixtures a fixture needs: these need none. */

const FAILURES = path.resolve(import.meta.dirname, '../failures');

export interface Journey {
  site: JourneySite;
  /** A new window on an address or a path of the local site. */
  open(address: string): Promise<Tab>;
  /** A line on the console that the journey provokes. */
  expectProblem(pattern: RegExp): void;
}

const withServer = plainTest.extend('server', { scope: 'worker' }, async ({}, { onCleanup }) => {
  const server = await startJourneySite();
  onCleanup(() => server.close());
  return server;
});

/**
 * Journeys of people through the local site in one engine. They fail when a page has an error, and leave a picture of
 * every window then. Where the engine is not installed they are skipped, with the sentence that says so.
 */
export const journeyIn = (name: EngineName, options: EngineOptions = {}) =>
  withServer
    .extend('engine', { scope: 'file' }, async ({}, { onCleanup }) => {
      const start = startOf(name);
      if (typeof start === 'string') return start;
      const engine = await start(options);
      onCleanup(() => engine.close());
      return engine;
    })
    .extend('journey', async ({ server, engine, task, skip }, { onCleanup }): Promise<Journey> => {
      if (typeof engine === 'string') return skip(engine);
      await server.reset();
      const profile = await engine.newProfile();
      const tabs: EngineTab[] = [];
      const expected: RegExp[] = [];
      onCleanup(async () => {
        const problems = profile.problems().filter((line) => !expected.some((pattern) => pattern.test(line)));
        if (problems.length > 0 || task.result?.state === 'fail')
          await photograph(tabs, `${name} ${task.name}`);
        await profile.close();
        if (problems.length > 0) throw new Error(`Pages had errors:\n${problems.join('\n')}`);
      });
      return {
        site: server,
        async open(address) {
          const tab = await profile.openTab();
          tabs.push(tab);
          await tab.goTo(new URL(address, server.url).href);
          return tabOf(tab);
        },
        expectProblem: (pattern) => void expected.push(pattern),
      };
    });

/** The same in each; at the top of a file, so that each is started once for it. */
export const inEveryEngine = () => ENGINE_NAMES.map((name) => [name, journeyIn(name)] as const);

async function photograph(tabs: EngineTab[], title: string): Promise<void> {
  mkdirSync(FAILURES, { recursive: true });
  const name = title.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 80);
  for (const [index, tab] of tabs.entries()) {
    // A window that cannot be photographed must not hide why the journey failed.
    await tab.photograph(path.join(FAILURES, `${name}-${index + 1}.png`)).catch(() => undefined);
  }
}
