import { beforeEach, describe, expect, it } from 'vitest';
import { RAISE_ANEW_MS } from '../../src/domain/delivery-doubt';
import { aChat, type ChatDriver } from '../support/a-chat';
import { aPickyJira, isCall, refusal, type PickyJira } from '../support/a-picky-jira';
import type { SiteDriver } from '../support/a-site';
import { aVisitor, type VisitorDriver } from '../support/a-visitor';
import { HOUR, MINUTE } from '../support/desk-builders';

let picky: PickyJira;
let app: SiteDriver;
let visitor: VisitorDriver;
let chat: ChatDriver;

beforeEach(async () => {
  picky = await aPickyJira();
  ({ app } = picky);
  visitor = aVisitor(app, await app.widgetId('SUP'));
  chat = aChat(app, () => visitor);
  await app.goOnline('ann');
});

const requests = (): string[] =>
  app.site.jira.desk.issues
    .all()
    .filter(({ summary }) => summary === 'Nothing works')
    .map(({ key }) => key);

const searches = (): number => picky.asked.filter((kind) => kind === 'search').length;

const start = async (): Promise<void> => {
  await visitor.start('Nothing works');
  await chat.settle();
};

/** Jira raises the first request, and its answer is lost; its search knows it `ms` later. */
function loseTheAnswer(status: number, ms: number): void {
  let raisedAt: number | null = null;
  picky.rules.after = (request, answer) => {
    if (raisedAt !== null || !isCall('raise', request) || answer.status !== 201) return null;
    raisedAt = app.clock.now();
    return { status, body: 'upstream request timeout' };
  };
  picky.rules.instead = (request) =>
    raisedAt !== null && isCall('search', request) && app.clock.now() < raisedAt + ms
      ? { status: 200, body: JSON.stringify({ issues: [], isLast: true }) }
      : null;
}

describe('T2: a request whose answer was lost is not raised twice', () => {
  it.each([
    [500, 0],
    [502, MINUTE],
    [503, 3 * MINUTE],
    [504, 3 * MINUTE],
    [504, 10 * MINUTE],
    [504, 19 * MINUTE],
  ])('answered %i, and known to the search %i ms later: it is found', async (status, ms) => {
    loseTheAnswer(status, ms);
    await start();
    await visitor.send('Still not');
    await app.clock.advance(30 * MINUTE);
    expect(requests()).toEqual([(await chat.open()).row.issueKey]);
    expect((await chat.open()).messages.map(({ text, delivery }) => [text, delivery])).toEqual([
      ['Nothing works', 'delivered'],
      ['Still not', 'delivered'],
    ]);
    // A few looks, however many messages wait behind it.
    expect(searches()).toBeLessThanOrEqual(6);
  });

  it('an answer in an unknown form is a lost one', async () => {
    loseTheAnswer(201, 3 * MINUTE);
    await start();
    await app.clock.advance(30 * MINUTE);
    expect(requests()).toHaveLength(1);
    expect((await chat.open()).row.issueKey).toBe(requests()[0]);
  });

  it('one that was not raised is raised when no search has found it for as long as is stated', async () => {
    picky.rules.instead = (request) => (isCall('raise', request) ? refusal(504) : null);
    await start();
    picky.rules.instead = () => null;
    await app.clock.advance(RAISE_ANEW_MS - 2 * MINUTE);
    expect(requests()).toEqual([]);
    await app.clock.advance(4 * MINUTE);
    expect(requests()).toHaveLength(1);
    expect((await chat.open()).messages).toMatchObject([{ delivery: 'delivered' }]);
  });

  it('and the time runs anew from the last attempt whose outcome nobody knows', async () => {
    let attempts = 0;
    let last = 0;
    picky.rules.instead = (request) => {
      if (!isCall('raise', request) || ++attempts > 2) return null;
      last = app.clock.now();
      return refusal(504);
    };
    await start();
    await app.clock.advance(RAISE_ANEW_MS + MINUTE);
    expect([attempts, requests()]).toEqual([2, []]);
    await app.clock.advance(last + RAISE_ANEW_MS - app.clock.now() - MINUTE);
    expect(attempts).toBe(2);
    await app.clock.advance(2 * MINUTE);
    expect(requests()).toHaveLength(1);
  });

  it.each([
    [
      'fails before it was asked to raise anything',
      () => (app.site.faults.set({ jira: { down: 1 } }), undefined),
    ],
    [
      'refuses for the load',
      () => (picky.rules.instead = (each) => (isCall('raise', each) ? refusal(429) : null)),
    ],
  ])('where Jira %s, nothing is doubtful: it is raised as soon as Jira takes it', async (_, fail) => {
    fail();
    await start();
    await app.clock.advance(3 * MINUTE);
    expect(requests()).toEqual([]);
    app.site.faults.set({});
    picky.rules.instead = () => null;
    await app.clock.advance(6 * MINUTE);
    expect(requests()).toHaveLength(1);
    expect(searches()).toBe(0);
    await app.clock.advance(HOUR);
    expect(requests()).toHaveLength(1);
  });
});
