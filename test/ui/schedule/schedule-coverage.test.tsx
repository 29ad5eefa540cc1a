import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Coverage, MySchedule } from '../../../src/contract/clock';
import type { Payload } from '../../../src/contract/functions';
import { at } from '../../static/availability/panel-builder';
import { ok, type Answers } from '../fake-resolver';
import { button, expectNoWords, expectWords, press, settle } from '../render-page';
import { answerLater } from '../settings/on-screen';
import { covered, mine, openSchedule, schedule, type, week } from './open-schedule';

const SUPPORT = { id: '1', key: 'SUP', name: 'Support', rollCall: 'confirm' as const };
const OPERATIONS = { id: '2', key: 'OPS', name: 'Operations', rollCall: 'confirm' as const };

/** Nobody on Tuesday and Wednesday from nine to ten. */
const GAPS = [
  { from: at(20 * 60), to: at(21 * 60) },
  { from: at(44 * 60), to: at(45 * 60) },
];

const opens = (gaps: Coverage['gaps']) => ok(covered({ gaps, opened: gaps }));

async function open(getCoverage: Answers['getCoverage'], projects: MySchedule['projects'] = [SUPPORT]) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const resolver = await openSchedule({
    getMySchedule: [ok(mine({ projects }))],
    saveMySchedule: [ok(mine({ projects, rev: 4, schedule: schedule({ slots: week('10:00', '17:00') }) }))],
    ...(getCoverage && { getCoverage }),
  });
  return { ...resolver, questions: () => resolver.payloads('getCoverage') as Payload<'getCoverage'>[] };
}

/** That in which somebody goes on typing. */
async function pause(): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(400));
  await settle();
}

const coverage = (name = 'Coverage of Support') => within(screen.getByRole('region', { name }));

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

describe('coverage beside my schedule', () => {
  it('is that of my space as it is stored, and with what is typed once somebody pauses (H6)', async () => {
    const { questions } = await open(({ draft }) => (draft ? opens(GAPS) : ok(covered())));
    expect(questions()).toEqual([{ projectId: '1' }]);
    expect(coverage().getByText('No gaps')).toBeTruthy();
    type('Tuesday, slot 1, from', '9');
    type('Tuesday, slot 1, from', '10');
    expect(questions()).toHaveLength(1);
    await pause();
    expect(questions().slice(1)).toMatchObject([
      { projectId: '1', draft: { schedule: { slots: [{}, { day: 2, from: '10:00' }, {}, {}, {}] } } },
    ]);
    expect(coverage().getByText('2 gaps')).toBeTruthy();
    expect(coverage().getByText(/with your unsaved changes/)).toBeTruthy();
  });

  it('names at the button what saving opens, shows it, and lets it be saved all the same (H6)', async () => {
    const { questions, payloads } = await open(({ draft }) => (draft ? opens(GAPS) : ok(covered())));
    type('Tuesday, slot 1, from', '10');
    await pause();
    expectWords('This opens a gap in Support: Tue, Nov 24, 9:00 AM–10:00 AM and 1 more.');
    await press('Show');
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Coverage of Support' }));
    await press('Save anyway');
    expect(payloads('saveMySchedule')).toHaveLength(1);
    expectNoWords(/^This opens a gap/);
    await pause();
    expect(questions().at(-1)).toEqual({ projectId: '1' });
  });

  it('says nothing of gaps that there are already (H6)', async () => {
    await open(() => ok(covered({ gaps: GAPS, opened: [] })));
    type('Tuesday, slot 1, from', '10');
    await pause();
    expect(coverage().getByText('2 gaps')).toBeTruthy();
    expect(button('Save')).toBeTruthy();
  });

  it('asks nothing while something typed is wrong, and says what it waits for (H6)', async () => {
    const { questions } = await open([ok(covered())]);
    type('Tuesday, slot 1, from', '25');
    await pause();
    expect(questions()).toHaveLength(1);
    expect(coverage().getByText('The picture follows when the changes are complete.')).toBeTruthy();
  });

  it('never names what an older answer said (H6)', async () => {
    const slow = answerLater(() => opens(GAPS));
    await open(({ draft }) =>
      !draft ? ok(covered()) : draft.schedule?.slots[1]?.from === '10:00' ? slow.promise : opens([]),
    );
    type('Tuesday, slot 1, from', '10');
    await pause();
    type('Tuesday, slot 1, from', '8');
    await pause();
    await slow.come();
    await settle();
    expectNoWords(/^This opens a gap/);
    expect(button('Save')).toBeTruthy();
  });

  it('names all spaces in which saving opens some, the one that is shown first (H6)', async () => {
    await open(({ draft }) => (draft ? opens(GAPS) : ok(covered())), [SUPPORT, OPERATIONS]);
    type('Tuesday, slot 1, from', '10');
    await pause();
    expectWords(/^This opens a gap in Support: /, /Also in Operations\./);
    fireEvent.change(screen.getByLabelText('Space whose coverage is shown'), { target: { value: '2' } });
    expectWords(/^This opens a gap in Operations: /, /Also in Support\./);
  });

  it('names a gap in another of my spaces, too, also in one that is left out, and shows that one (H6)', async () => {
    const { questions } = await open(
      ({ projectId, draft }) => (draft && projectId === '2' ? opens(GAPS) : ok(covered())),
      [SUPPORT, OPERATIONS],
    );
    expect(questions()).toEqual([{ projectId: '1' }]);
    fireEvent.click(screen.getByLabelText('Operations'));
    await pause();
    expectWords(/^This opens a gap in Operations: /);
    await press('Show');
    expect(coverage('Coverage of Operations').getByText('2 gaps')).toBeTruthy();
    await press('Discard');
    await pause();
    expectNoWords(/^This opens a gap/);
    expect(questions().at(-1)).toEqual({ projectId: '2' });
  });
});
