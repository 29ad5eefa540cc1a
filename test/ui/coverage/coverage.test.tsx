import { act, fireEvent, screen, within } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Coverage as Facts } from '../../../src/contract/clock';
import type { Hours } from '../../../src/domain/clock/schedule';
import { Coverage, type CoverageProps } from '../../../static/coverage/coverage';
import { axeViolations } from '../axe-violations';
import { fakeResolver, ok, refused, type Answers } from '../fake-resolver';
import { answerLater } from '../settings/on-screen';
import { button, expectNoWords, expectWords, press, renderPage, settle } from '../render-page';

const ANN = { accountId: 'ann', name: 'Ann Agent', avatarUrl: null };
const BO = { accountId: 'bo', name: 'Bo Becker', avatarUrl: null };

type Span = Facts['spans'][number];

/** Of Monday, 2 March 2026, in London. */
const span = (
  from: string,
  to: string,
  shown: Span['shown'],
  agents: string[] = [],
  toConfirm: string[] = [],
): Span => ({
  from: iso(from),
  to: iso(to),
  shown,
  agents,
  count: agents.length,
  toConfirm,
  toConfirmCount: toConfirm.length,
});
const iso = (time: string): string => `2026-03-0${time.length > 5 ? time : `2T${time}`}:00.000Z`;

const MONDAY: Facts = {
  from: iso('08:00'),
  to: iso('3T08:00'),
  spans: [
    span('08:00', '09:00', 'online', ['bo']),
    span('09:00', '12:00', 'online', ['ann', 'bo'], ['ann']),
    span('12:00', '13:00', 'offline'),
    span('13:00', '14:00', 'expected', ['ann'], ['ann']),
    span('14:00', '15:00', 'closed', ['ann'], ['ann']),
    span('15:00', '3T08:00', 'hidden'),
  ],
  gaps: [{ from: iso('12:00'), to: iso('13:00') }],
  singles: [
    { from: iso('08:00'), to: iso('09:00'), agent: 'bo' },
    { from: iso('13:00'), to: iso('14:00'), agent: 'ann' },
  ],
  people: [ANN, BO],
  zone: 'Europe/London',
};

const HOURS: Hours = {
  mode: 'project',
  zone: 'Europe/London',
  slots: [{ day: 1, from: '08:00', to: '15:00' }],
  holidays: [],
};

type Wanted = Partial<CoverageProps>;

let redraw: (props: Wanted) => void = () => undefined;

function Page({ first }: { first: Wanted }) {
  const [props, setProps] = useState(first);
  useEffect(() => {
    redraw = (next) => setProps((known) => ({ ...known, ...next }));
  }, []);
  return <Coverage project={{ id: '10001', name: 'Support' }} refreshKey={1} {...props} />;
}

async function open(answers: Answers['getCoverage'] = [ok(MONDAY)], props: Wanted = {}) {
  const resolver = fakeResolver({ getCoverage: answers });
  renderPage(<Page first={props} />);
  await settle();
  return resolver;
}

/** The pause in which somebody goes on typing, and what comes of it. */
async function change(props: Wanted, ms = 300): Promise<void> {
  act(() => redraw(props));
  await act(() => vi.advanceTimersByTimeAsync(ms));
  await settle();
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
});

const days = (): string[] =>
  [...document.querySelectorAll('.coverage-day')].map(({ textContent }) => textContent ?? '');
const rows = (): string[][] =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent ?? ''));

describe('the picture of coverage', () => {
  it('says of each day in words what is wrong first, and of each gap and single person when (H6)', async () => {
    const { payloads } = await open();
    expect(payloads('getCoverage')).toEqual([{ projectId: '10001' }]);
    expect(days()).toEqual([
      expect.stringContaining('Gap 12:00 PM–1:00 PM'),
      expect.stringContaining('No chat icon'),
    ]);
    expectWords(
      'Mon, Mar 2 to Tue, Mar 3, London time',
      '1 gap',
      'Mon, Mar 2, 12:00 PM–1:00 PM: visible, no one scheduled',
      'Mon, Mar 2, 8:00 AM–9:00 AM: Bo Becker',
      'Mon, Mar 2, 1:00 PM–2:00 PM: Ann Agent',
    );
  });

  it('tells the same facts as a table, with who has to confirm (H6)', async () => {
    await open();
    fireEvent.click(screen.getByLabelText('Table'));
    expect(rows()).toEqual([
      ['Mon, Mar 2', '8:00 AM–9:00 AM', 'Online', 'Bo Becker'],
      ['9:00 AM–12:00 PM', 'Online', 'Ann Agent (must confirm) and Bo Becker'],
      ['12:00 PM–1:00 PM', 'Offline: gap', 'No one'],
      ['1:00 PM–2:00 PM', 'Offline until someone confirms', 'Ann Agent (must confirm)'],
      ['2:00 PM–3:00 PM', 'Closed', 'Ann Agent (must confirm)'],
      ['3:00 PM–12:00 AM', 'No chat icon', 'No one'],
      ['Tue, Mar 3', '12:00 AM–8:00 AM', 'No chat icon', 'No one'],
    ]);
    expect(await axeViolations()).toEqual([]);
  });

  it('has people as high as they are many, and nothing that a screen reader would have to read (H6)', async () => {
    await open();
    const bars = [...document.querySelectorAll<HTMLElement>('.coverage-line .coverage-people')];
    expect(bars.map(({ style }) => style.height)).toEqual(['33.33%', '33.33%', '33.33%', '33.33%', '33.33%']);
    expect(
      bars.filter((bar) => bar.matches('.coverage-people-asked')).map(({ style }) => style.bottom),
    ).toEqual(['33.33%', '0px', '0px']);
    expect(document.querySelectorAll('.coverage-line:not([aria-hidden="true"])')).toHaveLength(0);
    expect(await axeViolations()).toEqual([]);
  });

  it('tells times in the project’s zone, and in the reader’s where they ask for it (H6)', async () => {
    await open([ok({ ...MONDAY, zone: 'Asia/Tokyo' })]);
    expectWords('Mon, Mar 2, 9:00 PM–10:00 PM: visible, no one scheduled');
    fireEvent.click(screen.getByLabelText('London'));
    expectWords('Mon, Mar 2, 12:00 PM–1:00 PM: visible, no one scheduled');
  });

  it('counts what comes every week as one thing to see to (H6)', async () => {
    const again = { from: '2026-03-09T12:00:00.000Z', to: '2026-03-09T13:00:00.000Z' };
    await open([ok({ ...MONDAY, gaps: [...MONDAY.gaps, again] })]);
    expectWords('2 gaps', 'Also Mon, Mar 9');
    expect(screen.getAllByRole('button', { name: /^Copy question/ })).toHaveLength(1);
  });

  it('says what to do where no one has a schedule, and not every gap that follows (H6)', async () => {
    const spans = [span('08:00', '3T08:00', 'offline')];
    const [{ from, to }] = spans as [Span];
    await open([ok({ ...MONDAY, spans, gaps: [{ from, to }], singles: [] })]);
    expect(screen.getByRole('group', { name: 'No one is scheduled in Support' })).toBeTruthy();
    expectNoWords(/^Mon.*visible, no one scheduled$/);
  });
});

describe('coverage while something is being edited', () => {
  it('is asked for again when somebody pauses, with the last change only, and keeps the old picture (H6)', async () => {
    const { payloads } = await open();
    act(() => redraw({ draft: { hideWhenOffline: true } }));
    await change({ draft: { hours: HOURS } }, 299);
    expect(payloads('getCoverage')).toHaveLength(1);
    expect([days().length, document.querySelector('.coverage-old') !== null]).toEqual([2, true]);
    await change({});
    expect(payloads('getCoverage').slice(1)).toEqual([{ projectId: '10001', draft: { hours: HOURS } }]);
    expectWords(/with your unsaved changes/);
    expect(document.querySelector('.coverage-old')).toBeNull();
  });

  it('never shows an older answer than the last question’s, however slow (H6)', async () => {
    const slow = answerLater(() => ok({ ...MONDAY, gaps: [...MONDAY.gaps, ...MONDAY.gaps] }));
    const { payloads } = await open(({ draft }) =>
      draft?.hideWhenOffline ? slow.promise : ok(draft ? { ...MONDAY, gaps: [] } : MONDAY),
    );
    await change({ draft: { hideWhenOffline: true } });
    await change({ draft: { hours: HOURS } });
    expect(payloads('getCoverage')).toHaveLength(2);
    await slow.come();
    await settle();
    expect(payloads('getCoverage')).toHaveLength(3);
    expectWords('No gaps');
    expectNoWords('2 gaps');
  });

  it('waits with the old picture for changes that can’t be judged yet, and blames nobody (H6)', async () => {
    const { payloads } = await open(({ draft }) => (draft ? refused('invalid-request') : ok(MONDAY)));
    await change({ draft: { hours: HOURS } });
    expect(payloads('getCoverage')).toHaveLength(2);
    expectWords('The picture follows when the changes are complete.', '1 gap');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('asks nothing while something typed is wrong, not even what was under way (H6)', async () => {
    const slow = answerLater(() => ok({ ...MONDAY, gaps: [] }));
    const { payloads } = await open(({ draft }) => (draft ? slow.promise : ok(MONDAY)));
    await change({ draft: { hours: HOURS } });
    await change({ draft: null }, 900);
    await slow.come();
    await settle();
    expect(payloads('getCoverage')).toHaveLength(2);
    expectWords('The picture follows when the changes are complete.', '1 gap');
    // It stays to be read for as long as that takes.
    expect(document.querySelector('.coverage-old')).toBeNull();
    expectNoWords(/with your unsaved changes/);
  });

  it('says a failure beside what it knew, and tries again (H6)', async () => {
    const { answers } = await open();
    answers.getCoverage = [refused('unavailable')];
    await change({ refreshKey: 2 });
    within(screen.getByRole('alert')).getByText(/can’t be reached/);
    expect(days()).toHaveLength(2);
    answers.getCoverage = [ok({ ...MONDAY, gaps: [] })];
    await press('Try again');
    await change({});
    expect(screen.queryByRole('alert')).toBeNull();
    expectWords('No gaps');
  });

  it('tells whom to ask who may not see it (H6)', async () => {
    await open([refused('not-allowed')]);
    expect(screen.getByRole('group', { name: 'You can’t see this coverage' })).toBeTruthy();
  });
});

describe('a gap’s repairs', () => {
  const clipboard = (writeText: (text: string) => Promise<void>): void => {
    const before = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    onTestFinished(() => void (before && Object.defineProperty(navigator, 'clipboard', before)));
  };
  const QUESTION =
    'Can you cover chat in Support on Mon, Mar 2, 12:00 PM–1:00 PM (London time)? Customers see the chat then, and no one is scheduled.';

  it('copy a question for a colleague, and send nothing by themselves (H6)', async () => {
    const copied: string[] = [];
    clipboard(async (text) => void copied.push(text));
    const { asked } = await open();
    await press(/^Copy question: Mon, Mar 2/);
    expect(copied).toEqual([QUESTION]);
    expectWords('Copied. Paste it to a colleague.');
    expect(asked).toHaveLength(1);
  });

  it('show the question for copying by hand where the browser refuses (H6)', async () => {
    clipboard(() => Promise.reject(new Error('denied')));
    await open();
    await press(/^Copy question/);
    const field = screen.getByLabelText<HTMLTextAreaElement>('Copy this question and send it to a colleague');
    expect(field.value).toBe(QUESTION);
  });

  it('hand narrower hours to the form, and the gap’s times to the closure’s (H6)', async () => {
    const handed: unknown[] = [];
    await open(undefined, {
      hours: HOURS,
      onNarrow: (hours) => handed.push(hours.slots),
      onClose: (times) => handed.push(times),
    });
    await press(/^Narrow hours/);
    await press(/^Plan closure/);
    expect(handed).toEqual([
      [
        { day: 1, from: '08:00', to: '12:00' },
        { day: 1, from: '13:00', to: '15:00' },
      ],
      { from: iso('12:00'), until: iso('13:00') },
    ]);
  });

  it('are only those that the page can take up (H6)', async () => {
    await open(undefined, { hours: { ...HOURS, mode: 'customer' }, onNarrow: () => undefined });
    expect(button(/^Copy question/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^(?:Narrow|Plan)/ })).toBeNull();
  });
});
