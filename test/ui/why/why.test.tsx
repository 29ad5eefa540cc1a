import { act, fireEvent, screen, within } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Why as Facts, WhyRule } from '../../../src/contract/clock';
import { Why } from '../../../static/why/why';
import type { LinkTo, OwnSchedule } from '../../../static/why/why-places';
import { axeViolations } from '../axe-violations';
import { fakeResolver, ok, refused, type Answers } from '../fake-resolver';
import { expectNoWords, expectWords, press, renderPage, settle } from '../render-page';

const NOW = '2026-03-02T10:00:00.000Z';
const MINE = 'Europe/London';

const rule = (kind: string, facts: Record<string, string> = {}, decides = false): WhyRule => ({
  id: 'H7',
  kind,
  facts,
  text: '',
  decides,
});

const OFFLINE: Facts = {
  at: NOW,
  state: 'offline',
  expected: false,
  nextExpected: false,
  until: '2026-03-02T13:00:00.000Z',
  nextOnlineAt: '2026-03-02T13:00:00.000Z',
  rules: [
    rule('project-open', { zone: MINE, until: '2026-03-02T18:00:00.000Z' }),
    rule('not-closed'),
    rule('nobody', {}, true),
  ],
  agents: [
    {
      accountId: 'ann',
      name: 'Ann Agent',
      avatarUrl: null,
      state: 'offline',
      rules: [rule('no-slot', {}, true), rule('next-online', { at: '2026-03-02T13:00:00.000Z' })],
    },
    {
      accountId: 'bo',
      name: null,
      avatarUrl: null,
      state: 'expected',
      rules: [
        rule('asked', { asked: NOW, until: '2026-03-02T10:10:00.000Z', slotEnd: '2026-03-02T12:00:00.000Z' }),
      ],
    },
  ],
};

const linkTo: LinkTo = (place, label) => (place === 'closures' ? null : <a href={`#${place}`}>{label}</a>);

let refresh: () => void = () => undefined;

function Page({ own }: { own?: OwnSchedule | undefined }) {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    refresh = () => setTurn((count) => count + 1);
  }, []);
  return (
    <Why
      project={{ id: '10001', name: 'Support' }}
      now={Date.parse(NOW)}
      refreshKey={turn}
      linkTo={linkTo}
      own={own}
    />
  );
}

async function open(answers: Answers['getWhy'] = [ok(OFFLINE)], own?: OwnSchedule) {
  const resolver = fakeResolver({ getWhy: answers });
  renderPage(<Page own={own} />);
  await settle();
  return resolver;
}

const pass = async (ms: number): Promise<void> => {
  await act(() => vi.advanceTimersByTimeAsync(ms));
  await settle();
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
});

const chain = (): string[] =>
  [...document.querySelectorAll('.why-rule')].map(({ textContent }) => textContent ?? '');
const agents = (): string[] =>
  [...document.querySelectorAll('.why-agent')].map(({ textContent }) => textContent ?? '');

describe('Why', () => {
  it('says the verdict, then the rules in order with the one that decides, then agent by agent (H7)', async () => {
    const { payloads } = await open();
    expect(payloads('getWhy')).toEqual([{ projectId: '10001', visitorZone: MINE }]);
    const verdict = within(
      screen.getByText('Customers see that no one is online').parentElement as HTMLElement,
    );
    verdict.getByText('They’re told when someone is back: 1:00 PM.');
    expect(chain()).toEqual([
      'Chat is on.Chat setting',
      'It’s within business hours (London time), until 6:00 PM.Business hours',
      'The chat isn’t closed.',
      'No agent is online or expected.decidesTeam',
    ]);
    expect(agents()).toEqual([
      'Ann AgentOfflineOutside working hours. Online from 1:00 PM.',
      'someoneExpectedMust confirm from 10:00 AM, then online until 12:00 PM.',
    ]);
    expect(await axeViolations()).toEqual([]);
  });

  it('links each rule to what decides it, where the page can (H7)', async () => {
    await open();
    const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
    expect(links).toEqual(['#chat', '#hours', '#team']);
  });

  it('leads from what a schedule says to the reader’s own, and to nobody else’s (H7)', async () => {
    const opened: string[] = [];
    await open(undefined, { accountId: 'ann', open: () => opened.push('mine') });
    expect(agents()[0]).toMatch(/Online from 1:00 PM\. My schedule$/);
    await press('My schedule');
    expect(opened).toEqual(['mine']);
  });

  it('leads to no schedule from what was set by hand (H7)', async () => {
    const [ann] = OFFLINE.agents;
    const byHand = {
      ...OFFLINE,
      agents: ann ? [{ ...ann, rules: [rule('offline-by-hand', { since: NOW }, true)] }] : [],
    };
    await open([ok(byHand)], { accountId: 'ann', open: () => undefined });
    expect(screen.queryByRole('button', { name: 'My schedule' })).toBeNull();
  });

  it('is asked of another moment and another visitor, whose time stands beside one’s own (H7)', async () => {
    const { payloads } = await open();
    fireEvent.click(screen.getByLabelText('Later'));
    await pass(300);
    fireEvent.change(screen.getByLabelText('Date and time'), { target: { value: '2026-03-03T12:30' } });
    fireEvent.change(screen.getByLabelText('For a customer in'), { target: { value: 'Asia/Tokyo' } });
    await pass(300);
    expect(payloads('getWhy').at(-1)).toEqual({
      projectId: '10001',
      at: '2026-03-03T12:30:00.000Z',
      visitorZone: 'Asia/Tokyo',
    });
    expectWords(
      'They’re told when someone is back: 1:00 PM (10:00 PM in Tokyo).',
      /^For .*, as planned now$/,
    );
  });

  it.each([
    [
      'a moment that has passed',
      'Date and time',
      '2026-03-02T09:00',
      'Choose a time from now up to 14 days ahead.',
    ],
    ['one too far ahead', 'Date and time', '2026-03-16T10:00', 'Choose a time from now up to 14 days ahead.'],
    ['a moment cleared away', 'Date and time', '', 'Choose a time from now up to 14 days ahead.'],
    ['a zone that is none', 'For a customer in', 'Europe/Lond', 'Choose a time zone from the list.'],
  ])(
    'says at the field what is wrong with %s, and doesn’t ask (H7)',
    async (_what, label, value, problem) => {
      const { payloads } = await open();
      fireEvent.click(screen.getByLabelText('Later'));
      await pass(300);
      const asked = payloads('getWhy').length;
      const field = screen.getByLabelText(label);
      fireEvent.change(field, { target: { value } });
      await pass(300);
      expect(payloads('getWhy')).toHaveLength(asked);
      expect(field.getAttribute('aria-invalid')).toBe('true');
      expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
        problem,
      );
      expectWords('Customers see that no one is online');
    },
  );

  it('of this moment is asked again when what it tells ends, and of a picked one isn’t (H7)', async () => {
    const { payloads, answers } = await open();
    answers.getWhy = [ok({ ...OFFLINE, state: 'online', until: null, at: '2026-03-02T13:00:00.000Z' })];
    await pass(3 * 60 * 60_000);
    await pass(300);
    expect(payloads('getWhy')).toHaveLength(2);
    expectWords('Customers see that you’re online');

    answers.getWhy = [ok(OFFLINE)];
    fireEvent.click(screen.getByLabelText('Later'));
    await pass(300);
    await pass(4 * 60 * 60_000);
    expect(payloads('getWhy')).toHaveLength(3);
  });

  it('says that chat is off, and nothing of agents (H7)', async () => {
    const rules = [rule('disabled', {}, true)];
    await open([ok({ ...OFFLINE, state: 'disabled', rules, agents: [], until: null, nextOnlineAt: null })]);
    expect(chain()).toEqual(['Chat is off.decidesChat setting']);
    expectNoWords('Agent by agent');
  });

  it('says where no agent was ever online, or has a schedule (H7)', async () => {
    await open([ok({ ...OFFLINE, agents: [] })]);
    expectWords('No agent has been online or has a schedule here yet.');
  });

  it('keeps what it said when it can’t be asked, says so, and tries again (H7)', async () => {
    const { answers } = await open();
    answers.getWhy = [refused('unavailable')];
    act(() => refresh());
    await pass(300);
    within(screen.getByRole('alert')).getByText(/can’t be reached/);
    expect([chain().length, document.querySelector('.why-old') !== null]).toEqual([4, true]);
    answers.getWhy = [ok(OFFLINE)];
    await press('Try again');
    await pass(300);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('tells whom to ask who may not see it (H7)', async () => {
    await open([refused('not-allowed')]);
    expect(screen.getByRole('group', { name: 'You can’t see why' })).toBeTruthy();
    expectNoWords('The rules, in order');
  });
});
