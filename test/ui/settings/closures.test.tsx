import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { SettingsPage } from '../../../static/settings/project/settings-page';
import { wallClock } from '../../../static/closures/closure-entry';
import { axeViolations } from '../axe-violations';
import { refused } from '../fake-resolver';
import { button, press, settle } from '../render-page';
import { HOUR, TEN, closure, iso, local, openCard, openWith } from './a-closures-card';
import { aProject } from './a-project';
import { answerLater, asksBeforeLeaving, enter, open, tick, valueOf } from './on-screen';

const card = () => within(screen.getByRole('region', { name: 'Close for a time' }));
const form = (name = 'Close chat') => within(card().getByRole('form', { name }));
const OPEN = 'Close chat until…';
const MESSAGE = 'Message for customers (optional)';

afterEach(cleanup);

describe('H4: closing for a time', () => {
  it('closes now until a full hour, with a sentence that is shown as customers read it', async () => {
    const { rows, asked } = await openWith();
    expect(card().getByText(/^No closure is planned\./)).toBeTruthy();
    await press(OPEN);
    expect(valueOf('Until')).toBe(local(1));
    await enter(MESSAGE, '  Team   day ');
    expect(form().getByText('8 of 120 characters')).toBeTruthy();
    expect(form().getByText('Customers read').parentElement?.textContent).toMatch(
      /Closed until .*Team dayEach customer sees/,
    );
    expect(asksBeforeLeaving()).toBe(true);
    expect(await axeViolations()).toEqual([]);
    await press('Close chat');
    expect(rows()).toMatchObject([{ until: iso(1), message: 'Team day' }]);
    expect(asked()[0]).not.toHaveProperty('from');
    expect(card().queryByRole('form')).toBeNull();
    expect(card().getByText(/^Closed until/)).toBeTruthy();
    expect(asksBeforeLeaving()).toBe(false);
  });

  it('shows the words that customers read once it has begun, with the day where that is another then', async () => {
    await openWith();
    await press(OPEN);
    const read = () => form().getByText('Customers read').parentElement?.textContent;
    expect(read()).toMatch(/^Customers readClosed until 11:00 AM/);
    await enter('Until', local(25));
    expect(read()).toMatch(/^Customers readClosed until tomorrow at 11:00 AM/);
    await tick('Later');
    await enter('From', local(24));
    expect(read()).toMatch(/^Customers readClosed until 11:00 AM/);
  });

  it('plans one from a later time on', async () => {
    const { rows } = await openWith();
    await press(OPEN);
    await tick('Later');
    expect([valueOf('From'), valueOf('Until')]).toEqual([local(1), local(2)]);
    await enter('From', local(4));
    expect(form().getByText('This is before the start. Choose a later time.')).toBeTruthy();
    await enter('Until', local(5));
    await press('Plan closure');
    expect(rows()).toMatchObject([{ from: iso(4), until: iso(5) }]);
  });

  it.each([
    ['Enter a date and a time.', 'Until', ''],
    ['This time has passed. Choose a later one.', 'Until', local(-1)],
    ['This is more than a year from now. Choose an earlier time.', 'Until', local(367 * 24)],
    ['2 characters too many.', MESSAGE, 'm'.repeat(122)],
  ])('says “%s” at the field, and sends nothing', async (problem, field, text) => {
    const { asked } = await openWith();
    await press(OPEN);
    await enter(field, text);
    await press('Close chat');
    expect(form().getByText(problem)).toBeTruthy();
    const input = screen.getByLabelText(field);
    expect([input.getAttribute('aria-invalid'), document.activeElement]).toEqual(['true', input]);
    expect(asked()).toEqual([]);
  });

  it('is sent once by a double click', async () => {
    const { asked } = await openWith();
    await press(OPEN);
    const submit = button('Close chat');
    await act(async () => {
      fireEvent.click(submit);
      fireEvent.click(submit);
    });
    expect(asked()).toHaveLength(1);
  });

  it.each(['unavailable', 'not-allowed', 'limit', 'chat-disabled'] as const)(
    'keeps what was typed when it is refused: %s, and repeats the same wish under the same name',
    async (code) => {
      const { answers, asked, rows } = await openWith();
      const allowed = answers.saveClosure;
      answers.saveClosure = () => refused(code);
      await press(OPEN);
      await enter(MESSAGE, 'Team day');
      await press('Close chat');
      expect(card().getByText('The closure wasn’t saved. What you entered is still here.')).toBeTruthy();
      expect([valueOf(MESSAGE), rows()]).toEqual(['Team day', []]);
      if (allowed) answers.saveClosure = allowed;
      await press('Close chat');
      expect(rows()).toHaveLength(1);
      expect(asked()[0]?.['operationId']).toBe(asked()[1]?.['operationId']);
    },
  );

  it('takes times that another part of the page proposes, and tells it what is typed (H6)', async () => {
    const typed: unknown[] = [];
    const proposal = { from: iso(3), until: iso(5) };
    openCard([], { proposal, onTyped: (each) => typed.push(each) });
    await press('Propose');
    expect([valueOf('From'), valueOf('Until')]).toEqual([local(3), local(5)]);
    await enter('Until', local(2));
    await enter('Until', local(6));
    await press('Discard');
    expect(typed).toEqual([proposal, null, { ...proposal, until: iso(6) }, null]);
  });

  it('takes proposed times beside a message that is typed already, with the focus on them (H6)', async () => {
    openCard([], { proposal: { from: iso(3), until: new Date(TEN + 5 * HOUR - 30_000).toISOString() } });
    await press(OPEN);
    await enter(MESSAGE, 'Lunch');
    await press('Propose');
    expect([valueOf('From'), valueOf('Until'), valueOf(MESSAGE)]).toEqual([local(3), local(5), 'Lunch']);
    expect(document.activeElement).toBe(screen.getByLabelText('Until'));
    await press('Discard');
    await press(OPEN);
    expect([screen.queryByLabelText('From'), valueOf('Until')]).toEqual([null, local(1)]);
  });

  it('closes from now on where proposed times have begun (H6)', async () => {
    const { asked } = openCard([], { proposal: { from: iso(-0.01), until: iso(2) } });
    await press('Propose');
    await press('Close chat');
    expect(asked()).toMatchObject([{ until: iso(2) }]);
    expect(asked()[0]).not.toHaveProperty('from');
  });

  it('keeps a stored one that is edited, and says what to do first (H6)', async () => {
    openCard([closure('a', 2, 3, 'Team day')], { proposal: { from: iso(5), until: iso(6) } });
    await press(/^Edit/);
    await enter(MESSAGE, 'Mine');
    await press('Propose');
    expect([valueOf('Until'), valueOf(MESSAGE)]).toEqual([local(3), 'Mine']);
    expect(card().getByRole('alert', { name: 'Save or discard this closure first' })).toBeTruthy();
    await press('Discard');
    expect(card().queryByRole('alert')).toBeNull();
  });

  it('cannot be asked for while chat is off', async () => {
    aProject({ chatEnabled: false });
    await open(<SettingsPage projectId="10001" viewerId="pia" />);
    expect(button(OPEN).disabled).toBe(true);
    expect(card().getByText('Turn on chat and save first.')).toBeTruthy();
  });
});

describe('H4: closures that are planned or run', () => {
  it('are listed, those together that are one for customers', async () => {
    await openWith(closure('a', 2, 3, 'First'), closure('b', 3, 4, 'Second'), closure('c', 8, 9));
    expect(card().getByText(/^These run into each other\./)).toBeTruthy();
    expect(card().getAllByRole('button', { name: /^Edit “From/ })).toHaveLength(3);
    expect(card().getAllByText('By Pia Park')).toHaveLength(3);
  });

  it('say while one is typed that it runs into another', async () => {
    await openWith(closure('a', 1, 3));
    await press(OPEN);
    expect(form().getByText(/^It runs into another closure/)).toBeTruthy();
    await enter('Until', wallClock(TEN + HOUR / 2));
    expect(form().queryByText(/^It runs into another closure/)).toBeNull();
  });

  it('can be changed; one that runs keeps its beginning', async () => {
    const { rows, asked } = await openWith(closure('a', -1, 1, 'Team day'));
    await press(/^Edit “Closed until/);
    expect(form('Edit closure').getByText(/^Closed since/)).toBeTruthy();
    expect(screen.queryByLabelText('From')).toBeNull();
    await enter('Until', local(2));
    await press('Save closure');
    expect(rows()).toMatchObject([{ closureId: 'a', from: iso(-1), until: iso(2), message: 'Team day' }]);
    expect(asked()[0]).toMatchObject({ seen: { from: iso(-1), until: iso(1), message: 'Team day' } });
  });

  it('can be ended or taken back, and brought back for ten seconds', async () => {
    const { rows } = await openWith(closure('a', -1, 1, 'Team day'), closure('b', 5, 6));
    await press(/^End now/);
    expect(rows().map(({ closureId }) => closureId)).toEqual(['b']);
    expect(card().getByText('The closure ended. Customers see the chat as usual.')).toBeTruthy();
    await press(/^Undo/);
    expect(rows()).toMatchObject([{ closureId: 'b' }, { until: iso(1), message: 'Team day' }]);
    await press(/^Take back/);
    expect(card().getByText('The closure won’t take place.')).toBeTruthy();
    expect(rows()).toHaveLength(1);
  });

  it('say so when they could not be ended, and stay', async () => {
    const { answers, rows } = await openWith(closure('a', -1, 1));
    answers.endClosure = () => refused('unavailable');
    await press(/^End now/);
    expect(card().getByText('The closure wasn’t ended.')).toBeTruthy();
    expect(rows()).toHaveLength(1);
  });

  it('that somebody else planned appear by themselves, with what customers see now', async () => {
    const project = aProject();
    await open(<SettingsPage projectId="10001" viewerId="pia" />);
    await settle();
    const told = { until: iso(1), nextOnlineAt: null, closed: { until: iso(1), message: 'From Joe' } };
    project.change({}, { closures: [closure('a', -1, 1, 'From Joe')], told });
    await act(async () => project.jira.ping({ projects: ['10001'] }));
    expect(await card().findByText('From Joe')).toBeTruthy();
    const seen = screen.getByText('Customers see').parentElement;
    expect(seen?.textContent).toMatch(/^Customers seeClosed until/);
  });
});

describe('H4: two who change the same closure', () => {
  it('the second is shown what the first made of it, and lets choose', async () => {
    const { set, rows } = await openWith(closure('a', 2, 3, 'Team day'));
    await press(/^Edit/);
    await enter(MESSAGE, 'Mine');
    set([closure('a', 2, 4, 'Theirs')]);
    await press('Save closure');
    expect(await card().findByText('Someone else changed this closure meanwhile')).toBeTruthy();
    expect([valueOf(MESSAGE), rows()[0]?.message]).toEqual(['Mine', 'Theirs']);
    await press('Keep yours');
    await press('Save closure');
    expect(rows()).toMatchObject([{ message: 'Mine', until: iso(3) }]);
  });

  it('or takes over what the first made of it', async () => {
    const { set, rows } = await openWith(closure('a', 2, 3, 'Team day'));
    await press(/^Edit/);
    await enter(MESSAGE, 'Mine');
    set([closure('a', 2, 4, 'Theirs')]);
    await press('Save closure');
    await card().findByText('Someone else changed this closure meanwhile');
    await press('Use theirs');
    expect([valueOf(MESSAGE), valueOf('Until')]).toEqual(['Theirs', local(4)]);
    expect(rows()).toMatchObject([{ message: 'Theirs' }]);
  });

  it('one that was ended meanwhile comes back only by saving once more', async () => {
    const { set, rows } = await openWith(closure('a', 2, 3, 'Team day'));
    await press(/^Edit/);
    await enter(MESSAGE, 'Mine');
    set([]);
    await press('Save closure');
    expect(await card().findByText(/^This closure has ended meanwhile\./)).toBeTruthy();
    expect([valueOf(MESSAGE), rows()]).toEqual(['Mine', []]);
    await press('Plan closure');
    expect(rows()).toMatchObject([{ message: 'Mine', from: iso(2) }]);
  });

  it('a slow answer leaves the form until it comes', async () => {
    const { answers } = await openWith();
    const later = answerLater(() => refused('unavailable'));
    answers.saveClosure = () => later.promise;
    await press(OPEN);
    await press('Close chat');
    expect(form().getByLabelText(MESSAGE)).toBeTruthy();
    await later.come();
    expect(card().getByText('The closure wasn’t saved. What you entered is still here.')).toBeTruthy();
  });
});
