import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { FirstSteps as Steps } from '../../../src/contract/first-steps';
import { FirstSteps } from '../../../static/settings/first-day/first-steps';
import { useFirstSteps } from '../../../static/settings/first-day/use-first-steps';
import { fakeResolver, ok, refused } from '../fake-resolver';
import { expectNoWords, expectWords, press, renderPage, settle } from '../render-page';

const StepsOfSupport = () => <FirstSteps first={useFirstSteps('10001')} projectId="10001" />;

const NOW = '2026-11-22T12:00:00.000Z';
const SUPPORT = { id: '10001', key: 'SUP', name: 'Support' };

const steps = (overrides: Partial<Steps> = {}): Steps => ({
  now: NOW,
  project: SUPPORT,
  isAgent: true,
  chat: { done: true },
  requests: { done: true, problem: null, name: 'Ask a question', missing: [] },
  online: { done: false, count: 0 },
  seen: {
    done: false,
    portalAt: null,
    websites: [],
    portalUrl: 'https://jira.example/portal/1',
    snippet: '<script>',
  },
  done: false,
  ...overrides,
});

async function open(first: Steps, ...later: Steps[]) {
  const resolver = fakeResolver({
    getFirstSteps: [first, ...later].map(ok),
    getLiveToken: [ok({ channel: 'c', token: 't', expiresAt: '2026-11-22T13:00:00.000Z' })],
  });
  renderPage(<StepsOfSupport />);
  await settle();
  return resolver;
}

const stepNamed = (name: string): HTMLElement => {
  const step = screen.getByRole('heading', { name: new RegExp(name) }).closest('li');
  if (!step) throw new Error(`there is no step ${name}`);
  return step;
};

afterEach(cleanup);

describe('the first steps', () => {
  it('say what is done, and lead to what is next', async () => {
    await open(steps());
    expectWords('Set up chat in Support', '2 of 4 done', 'They’re raised as “Ask a question”.');
    expect(stepNamed('Have an agent go online').getAttribute('aria-current')).toBe('step');
    expect(
      within(stepNamed('Have an agent go online')).getByRole('button', { name: 'Go online' }),
    ).toBeTruthy();
    expect(within(stepNamed('Chat is on')).getAllByText('Done').length).toBeGreaterThan(0);
  });

  it('are checked again on demand, tick themselves off, and say once that all are done', async () => {
    const seen = { ...steps().seen, done: true, portalAt: NOW };
    const done = steps({ online: { done: true, count: 1 }, seen, done: true });
    await open(steps({ online: { done: true, count: 1 } }), done);
    expectWords('3 of 4 done', /^Not seen on any page yet/);
    await press('Check now');
    expectWords('Chat is set up in Support');
    expectNoWords('Set up chat in Support');
  });

  it('are not there where nothing is missing, or where it is not known', async () => {
    await open(steps({ done: true }));
    expectNoWords(/Set up chat/, 'Chat is set up in Support');
    cleanup();
    fakeResolver({ getFirstSteps: [refused('unavailable')] });
    renderPage(<StepsOfSupport />);
    await settle();
    expectNoWords(/Set up chat/);
  });

  it('say why no chat can become a request, and which website is refused', async () => {
    const websites = [{ origin: 'https://shop.example', at: NOW, isAllowed: false }];
    await open(
      steps({
        requests: { done: false, problem: 'chosen-unusable', name: 'Report a fault', missing: ['Device'] },
        seen: { ...steps().seen, websites },
      }),
    );
    expectWords(/“Report a fault” requires Device, which a chat can’t fill in/);
    expectWords(/https:\/\/shop.example loads the chat but isn’t an allowed website/);
  });

  it('are put away by whoever does not want them, in their browser', async () => {
    await open(steps());
    await press('Hide list');
    expectNoWords(/Set up chat/);
    cleanup();
    const resolver = await open(steps());
    expectNoWords(/Set up chat/);
    expect(resolver.payloads('getFirstSteps')).toEqual([]);
  });
});
