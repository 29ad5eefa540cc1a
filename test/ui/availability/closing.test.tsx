import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PlannedClosure } from '../../../src/contract/clock';
import type { Panel } from '../../../src/contract/panel';
// Loaded when it is opened: here beforehand, so that no test waits for it.
import '../../../static/closures/closures-section';
import { wallClock } from '../../../static/closures/closure-entry';
import { at, NOW, panel } from '../../static/availability/panel-builder';
import { axeViolations } from '../axe-violations';
import { ok, refused } from '../fake-resolver';
import { button, expectNoWords, expectWords, fill, press, settle } from '../render-page';
import { openDesk } from './open-desk';

const OPEN = 'Close chat until…';
const support = { id: '1', key: 'SUP', name: 'Support', chatEnabled: true, state: 'offline' as const };

/** Support as whoever may close it finds it. */
function withClosures(closures: PlannedClosure[]): Panel {
  const [first] = closures;
  const closed = first && { until: first.until, message: first.message };
  const told = { until: null, nextOnlineAt: null, ...(closed && { closed }) };
  return panel({
    project: { ...support, mayClose: true, told, ...(closures.length > 0 && { closures }) },
  });
}

async function open(first: PlannedClosure[] = [], agentsMayClose = true) {
  let stored = first;
  const now = panel().now;
  const answer = () => ({ now, closures: stored.map((each) => ({ ...each, by: panel().me })) });
  const resolver = await openDesk({
    getPanel: () => ok(agentsMayClose ? withClosures(stored) : panel()),
    saveClosure: ({ operationId, from = at(0), until, message = '' }) => {
      stored = [...stored, { closureId: operationId, from, until, message }];
      return ok(answer());
    },
    endClosure: ({ closureId }) => {
      stored = stored.filter((each) => each.closureId !== closureId);
      return ok(answer());
    },
  });
  return { ...resolver, stored: () => stored };
}

/** Its code is there, and drawn. */
const shown = async (): Promise<void> => {
  await vi.waitFor(async () => {
    await settle();
    expect(screen.getByRole('region', { name: 'Close for a time' })).toBeTruthy();
  });
};

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

describe('closing the chat in the dialog', () => {
  it('says before the click what customers will read, and afterwards until when it is closed (H4)', async () => {
    const { stored } = await open();
    await press(OPEN);
    await shown();
    const form = within(screen.getByRole('form', { name: 'Close chat' }));
    const until = form.getByLabelText('Until');
    expect(document.activeElement).toBe(until);
    fireEvent.change(until, { target: { value: wallClock(NOW + 2 * 60 * 60_000) } });
    await fill('Message for customers (optional)', 'Team day');
    expect(form.getByText('Customers read').parentElement?.textContent).toMatch(
      /Closed until 3:00 PMTeam day/,
    );
    expect(await axeViolations()).toEqual([]);
    await press('Close chat');
    expect(stored()).toMatchObject([{ until: at(120), message: 'Team day' }]);
    expectWords('Closed for customers until 3:00 PM', 'Your own status stays, and you can still reply.');
    expect(screen.queryByRole('form')).toBeNull();
  });

  it('is ended from the notice that it is closed, and brought back for ten seconds (H4)', async () => {
    const running = { closureId: 'a', from: at(-60), until: at(120), message: 'Team day' };
    const { stored } = await open([running]);
    await press('Change or end');
    await shown();
    expectNoWords(/^By /);
    await press(/^End now/);
    expect(stored()).toEqual([]);
    expectWords('The closure ended. Customers see the chat as usual.');
    expectNoWords(/^Closed for customers/);
    await press(/^Undo/);
    expect(stored()).toMatchObject([{ until: at(120), message: 'Team day' }]);
    expectWords('Closed for customers until 3:00 PM');
  });

  it('is where Why leads from a closure (H7)', async () => {
    const { answers } = await open();
    answers.getWhy = [
      ok({
        at: at(0),
        state: 'offline',
        expected: false,
        nextExpected: false,
        until: null,
        nextOnlineAt: null,
        rules: [{ id: 'H4', kind: 'not-closed', facts: {}, text: '', decides: false }],
        agents: [],
      }),
    ];
    await press('Why?');
    await vi.waitFor(async () => {
      await settle();
      expect(button('Closures')).toBeTruthy();
    });
    await press('Closures');
    await shown();
    expect(button('Close chat until…')).toBeTruthy();
    button('Closures').focus();
    await press('Closures');
    const region = screen.getByRole('region', { name: 'Close for a time' });
    expect(document.activeElement?.contains(region)).toBe(true);
  });

  it('is offered to nobody who may not (H4)', async () => {
    await open([], false);
    expect(screen.queryByRole('button', { name: OPEN })).toBeNull();
    expect(button('Why?')).toBeTruthy();
  });

  it('that was forbidden meanwhile says so, and keeps what was typed (H4)', async () => {
    const { answers } = await open();
    await press(OPEN);
    await shown();
    await fill('Message for customers (optional)', 'Team day');
    answers.saveClosure = [refused('not-allowed')];
    answers.getPanel = [ok(panel())];
    await press('Close chat');
    expectWords('The closure wasn’t saved. What you entered is still here.');
    expect(screen.getByLabelText<HTMLInputElement>('Message for customers (optional)').value).toBe(
      'Team day',
    );
    expect(screen.queryByRole('button', { name: OPEN })).toBeNull();
  });

  it('goes by Escape, back to where it was asked for, before the dialog does (H4)', async () => {
    await open();
    button(OPEN).focus();
    await press(OPEN);
    await shown();
    fireEvent.keyDown(screen.getByLabelText('Message for customers (optional)'), { key: 'Escape' });
    await settle();
    expect(screen.queryByRole('region', { name: 'Close for a time' })).toBeNull();
    expect(document.activeElement).toBe(button(OPEN));
  });
});

const UNSAVED = 'Close chat until… (unsaved changes)';
const KEPT = 'You have changes that aren’t saved';
const sentence = (): string =>
  screen.getByLabelText<HTMLInputElement>('Message for customers (optional)').value;
const kept = (): string[] => Object.keys(sessionStorage);
/** A click beside the dialog closes it, and asks nobody. */
const closeUnasked = (): void => cleanup();

async function type(words: string): Promise<void> {
  await press(OPEN);
  await shown();
  await fill('Message for customers (optional)', words);
}

describe('a closure that was typed when the dialog was closed', () => {
  it('is there again, is told at the way to it, and is saved as if nothing had been (H4)', async () => {
    await open();
    await type('Team day');
    closeUnasked();
    const { stored } = await open();
    await press(UNSAVED);
    await shown();
    expectWords(KEPT);
    expect(sentence()).toBe('Team day');
    expect(await axeViolations()).toEqual([]);
    await press('Close chat');
    expect(stored()).toMatchObject([{ message: 'Team day' }]);
    expectNoWords(KEPT);
    expect(kept()).toEqual([]);
  });

  it('goes when it is discarded, and stays when it is only hidden (H4)', async () => {
    await open();
    await type('Team day');
    await press('Hide closures');
    await press(UNSAVED);
    await shown();
    expect(sentence()).toBe('Team day');
    await press('Discard');
    expect(kept()).toEqual([]);
    await press('Hide closures');
    expect(button(OPEN)).toBeTruthy();
  });

  it('is nothing where nothing was typed (H4)', async () => {
    await open();
    await press(OPEN);
    await shown();
    closeUnasked();
    expect(kept()).toEqual([]);
    await open();
    expect(button(OPEN)).toBeTruthy();
  });

  it('is nothing where it was stored after all, and its answer was lost (H4)', async () => {
    const { answers } = await open();
    await type('Team day');
    answers.saveClosure = [refused('unavailable')];
    await press('Close chat');
    expect(kept()).toHaveLength(1);
    closeUnasked();
    await open([{ closureId: 'a', from: at(0), until: at(60), message: 'Team day' }]);
    await press(OPEN);
    await shown();
    expect([sentence(), kept()]).toEqual(['', []]);
  });

  it('of a stored one is set against what somebody else made of it meanwhile (H4)', async () => {
    const running = { closureId: 'a', from: at(-60), until: at(120), message: 'Team day' };
    await open([running]);
    await press('Change or end');
    await shown();
    await press(/^Edit/);
    await fill('Message for customers (optional)', 'Team week');
    closeUnasked();
    await open([{ ...running, message: 'Stocktaking' }]);
    await press('Change or end');
    await shown();
    expectWords('Someone else changed this closure meanwhile', 'Stocktaking');
    expect(sentence()).toBe('Team week');
  });

  it('is nobody else’s who logs in here, and of no other space (T3)', async () => {
    const entry = {
      starts: 'now',
      from: '2026-11-22T14:00',
      until: '2026-11-22T14:00',
      message: 'Bo was here',
    };
    const typed = JSON.stringify({ row: null, first: { ...entry, message: '' }, entry });
    const own = panel().me.accountId;
    sessionStorage.setItem('frontdesk.closure.bo/1', typed);
    sessionStorage.setItem(`frontdesk.closure.${own}/2`, typed);
    await open();
    await press(OPEN);
    await shown();
    expect([sentence(), kept()]).toEqual(['', [`frontdesk.closure.${own}/2`]]);
  });

  it.each(['no json', '{"row":null,"first":{},"entry":{}}', '{}', '7'])(
    'is nothing where it can’t be read: %s',
    async (stored) => {
      sessionStorage.setItem(`frontdesk.closure.${panel().me.accountId}/1`, stored);
      await open();
      await press(OPEN);
      await shown();
      expect(sentence()).toBe('');
    },
  );
});
