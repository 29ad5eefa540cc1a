import { test as plainTest } from 'vitest';
import { startJourneySite } from './journey-site';
import { launchChromium } from './launch-chromium';
import { createVisitors } from './visitors';

/* oxlint-disable no-empty-pattern -- Vitest reads from the pattern which fixtures a fixture needs: these need none. */

/**
 * A journey of people through the local site, in a real browser. It fails when any page has an error; a failed one
 * leaves pictures of all windows in `test/e2e/failures`.
 */
export const test = plainTest
  .extend('browser', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const browser = await launchChromium();
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('server', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const server = await startJourneySite();
    onCleanup(() => server.close());
    return server;
  })
  .extend('speed', 1)
  .extend('site', async ({ server, speed }) => {
    await server.reset();
    if (speed !== 1) server.setSpeed(speed);
    return server;
  })
  .extend('visitors', async ({ browser, site, task }, { onCleanup }) => {
    const visitors = createVisitors(browser, site.url);
    onCleanup(async () => {
      const problems = visitors.problems();
      if (problems.length > 0 || task.result?.state === 'fail') await visitors.photograph(task.name);
      await visitors.leave();
      if (problems.length > 0) throw new Error(`Pages had errors:\n${problems.join('\n')}`);
    });
    return visitors;
  });

/**
 * A journey in which people wait for each other's messages: what takes the pages seconds takes a fraction of them. Not
 * for what is about minutes, or about something that goes by itself.
 */
export const hurried = test.extend('speed', 8);

/** The same on a site that refuses, delays and loses what a real one may, as `npm start -- --strict`. */
export const strict = hurried.extend('server', { scope: 'worker' }, async ({}, { onCleanup }) => {
  const server = await startJourneySite({ strict: true });
  onCleanup(() => server.close());
  return server;
});
