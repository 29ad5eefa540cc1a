import { describe, expect, it } from 'vitest';
import type { RosterEntry } from '../../src/domain/desk';
import { csvOf } from '../../src/domain/csv';
import { calendarDay } from '../../src/domain/clock/slot-spans';
import { isZone } from '../../src/domain/is-zone';
import { firstAnswersSince } from '../../src/domain/first-answers';
import { ERASED_PERSON, type LogEntry } from '../../src/domain/log-entry';
import { medianOf } from '../../src/domain/median';
import { lengthOf, onlineSpans } from '../../src/domain/online-spans';
import { commentAdded } from '../../src/domain/request-transitions';
import { aConversation, stepTo } from '../support/a-conversation';
import { HOUR, MINUTE, NOON, offline, online } from '../support/desk-builders';

const at = (iso: string): number => Date.parse(iso);

describe('D11: the day begins at midnight where the viewer is', () => {
  it.each([
    ['in winter', '2026-11-22T12:00:00Z', 'Europe/Berlin', '2026-11-21T23:00:00Z'],
    ['where it is tomorrow already', '2026-11-22T12:00:00Z', 'Pacific/Auckland', '2026-11-22T11:00:00Z'],
    ['where it is still yesterday', '2026-11-22T04:00:00Z', 'America/New_York', '2026-11-21T05:00:00Z'],
    ['with a zone of odd minutes', '2026-11-22T12:00:00Z', 'Asia/Kathmandu', '2026-11-21T18:15:00Z'],
    ['on a day of 23 hours', '2026-03-29T20:00:00Z', 'Europe/Berlin', '2026-03-28T23:00:00Z'],
    ['on a day of 25 hours', '2026-10-25T20:00:00Z', 'Europe/Berlin', '2026-10-24T22:00:00Z'],
    ['where the clock skips midnight', '2026-03-29T12:00:00Z', 'Asia/Beirut', '2026-03-28T22:00:00Z'],
    ['where midnight comes twice', '2026-11-01T18:00:00Z', 'America/Havana', '2026-11-01T04:00:00Z'],
    ['in the middle of a second', '2026-11-22T12:00:00.999Z', 'Europe/Berlin', '2026-11-21T23:00:00Z'],
    ['at midnight itself', '2026-11-21T23:00:00Z', 'Europe/Berlin', '2026-11-21T23:00:00Z'],
  ])('%s', (_, now, zone, expected) => {
    expect(new Date(calendarDay(zone, at(now)).from).toISOString()).toBe(new Date(expected).toISOString());
  });

  it('and only in zones that there are', () => {
    expect(['Europe/Berlin', 'UTC', 'Mars/Base', '', 'Europe/Berlin\n'].map(isZone)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('D11: how long somebody was online today', () => {
  const from = at('2026-11-22T00:00:00Z');
  const entry = (event: LogEntry['event'], time: number, more: Partial<LogEntry> = {}): LogEntry => ({
    event,
    at: time,
    actor: 'ann',
    subject: null,
    ...more,
  });
  const toAnn = { actor: 'pia', subject: 'ann' };
  const bySweep = { actor: null, subject: 'ann' };

  const hours = (log: LogEntry[], roster: Record<string, RosterEntry> = {}, who = 'ann'): number =>
    lengthOf(onlineSpans(log, { roster }, { from, now: NOON }).get(who) ?? []) / HOUR;

  it.each<[string, LogEntry[], Record<string, RosterEntry>, number]>([
    ['nothing happened', [], {}, 0],
    [
      'two times',
      [
        entry('went-online', from + 8 * HOUR),
        entry('went-offline', from + 9 * HOUR),
        entry('went-online', from + 10 * HOUR),
        entry('went-offline', from + 10.5 * HOUR),
      ],
      {},
      1.5,
    ],
    ['until now', [entry('went-online', NOON - 2 * HOUR)], { ann: online({ since: NOON - 2 * HOUR }) }, 2],
    ['from yesterday over midnight until now', [], { ann: online({ since: from - 5 * HOUR }) }, 12],
    [
      'from yesterday until this morning',
      [entry('went-online', from - 4 * HOUR), entry('went-offline', from + HOUR)],
      {},
      1,
    ],
    ['from before the log begins', [entry('went-offline', from + 3 * HOUR)], {}, 3],
    [
      'with another end, which begins nothing new',
      [
        entry('went-online', from - HOUR, { until: from + 2 * HOUR }),
        entry('went-online', from + HOUR, { until: from + 6 * HOUR }),
        entry('went-offline', from + 4 * HOUR),
      ],
      {},
      4,
    ],
    [
      'until their time ended, which the sweep noticed later',
      [
        entry('went-online', from + HOUR, { until: from + 2 * HOUR }),
        entry('went-online', from + 2 * HOUR + MINUTE),
        entry('time-ended', from + 2 * HOUR, bySweep),
        entry('went-offline', from + 3 * HOUR + MINUTE),
      ],
      {},
      2,
    ],
    [
      'until their time ended, which nothing has noticed yet',
      [entry('went-online', from + HOUR, { until: from + 2 * HOUR })],
      { ann: online({ since: from + HOUR, until: from + 2 * HOUR }) },
      1,
    ],
    [
      'until an admin set them to offline',
      [entry('went-online', from + HOUR), entry('put-offline', from + 3 * HOUR, toAnn)],
      {},
      2,
    ],
    [
      'with a door that was taken back',
      [
        entry('went-online', from + HOUR, { until: from + 5 * HOUR }),
        entry('put-offline', from + 2 * HOUR, toAnn),
        entry('undid-put-offline', from + 2.5 * HOUR, toAnn),
      ],
      { ann: online({ since: from + HOUR, until: from + 5 * HOUR }) },
      3.5,
    ],
    [
      'until chat was turned off',
      [
        entry('went-online', from + HOUR),
        entry('disabled-chat', from + 3 * HOUR, { actor: 'pia' }),
        entry('enabled-chat', from + 4 * HOUR, { actor: 'pia' }),
      ],
      {},
      2,
    ],
    [
      'until they were no agent any more',
      [entry('went-online', from + HOUR), entry('removed', from + 2 * HOUR, bySweep)],
      {},
      1,
    ],
    [
      'offline since the desk says so',
      [entry('went-online', from + HOUR)],
      { ann: offline(from + 2 * HOUR) },
      1,
    ],
    [
      'told in the other order',
      [entry('went-offline', from + 2 * HOUR), entry('went-online', from + HOUR)],
      {},
      1,
    ],
  ])('%s', (_, log, roster, expected) => {
    expect(hours(log, roster)).toBeCloseTo(expected, 6);
  });

  it('is told of nobody whose account was closed, and never of an admin who only used the door', () => {
    const log = [
      entry('went-online', from + HOUR, { actor: ERASED_PERSON }),
      entry('put-offline', from + 2 * HOUR, toAnn),
    ];
    const spans = onlineSpans(log, null, { from, now: NOON });
    expect([...spans.keys()]).toEqual(['ann']);
  });

  it('counts 23 hours on the day on which the clock goes forward', () => {
    const [begin, end] = [at('2026-03-28T23:00:00Z'), at('2026-03-29T22:00:00Z')];
    const roster = { ann: online({ since: begin - HOUR }) };
    const spans = onlineSpans([], { roster }, { from: calendarDay('Europe/Berlin', end - 1).from, now: end });
    expect(lengthOf(spans.get('ann') ?? []) / HOUR).toBe(23);
  });
});

describe('D11: the median first reply', () => {
  it.each([
    [[], null],
    [[7], 7],
    [[9, 1, 5], 5],
    [[4, 1, 10, 2], 3],
  ])('of %j is %j', (values, expected) => expect(medianOf(values)).toBe(expected));

  const chats = (waits: number[]) =>
    waits.map((wait) => ({ createdAt: NOON, firstAnsweredAt: NOON + wait * MINUTE }));

  it('is shown from five replies on: of fewer it would be about single people', () => {
    expect(firstAnswersSince(chats([1, 2, 3, 4]), NOON)).toEqual({ n: 4, medianMs: null });
    expect(firstAnswersSince(chats([1, 2, 3, 4, 60]), NOON)).toEqual({ n: 5, medianMs: 3 * MINUTE });
  });

  it('counts what was replied to today, whenever it began, and takes no negative wait from two clocks', () => {
    const others = [
      { createdAt: NOON, firstAnsweredAt: null },
      { createdAt: NOON },
      { createdAt: NOON - 48 * HOUR, firstAnsweredAt: NOON - 1 },
      { createdAt: NOON - HOUR, firstAnsweredAt: NOON },
    ];
    expect(firstAnswersSince(others, NOON).n).toBe(1);
    expect(firstAnswersSince(chats([-1, -1, -1, -1, -1]), NOON - HOUR).medianMs).toBe(0);
  });
});

describe('K9: when the first reply came', () => {
  const comment = {
    operationId: null,
    commentId: '7',
    author: 'ann',
    from: 'agent' as const,
    text: 'Hi',
    createdAt: NOON + MINUTE,
    updatedAt: NOON + MINUTE,
    now: NOON + HOUR,
  };
  const said = (conversation = aConversation().conversation, change: object = {}) =>
    stepTo(commentAdded(conversation, { ...comment, ...change }));

  it('is the time of the agent’s first public comment, by Jira’s clock, and stays', () => {
    expect(aConversation().conversation.firstAnsweredAt).toBeNull();
    const once = said();
    expect(once.firstAnsweredAt).toBe(NOON + MINUTE);
    expect(said(once, { commentId: '8', createdAt: NOON + HOUR }).firstAnsweredAt).toBe(NOON + MINUTE);
  });

  it('is the earlier one, heard of in whichever order', () => {
    const late = said(undefined, { createdAt: NOON + HOUR });
    expect(said(late, { commentId: '6' }).firstAnsweredAt).toBe(NOON + MINUTE);
  });

  it.each([
    ['another customer', { from: 'customer' }],
    ['an app', { from: 'app' }],
    ['who may be the customer', { answers: false }],
  ])('is nothing that %s wrote', (_, change) => {
    expect(said(undefined, change).firstAnsweredAt).toBeNull();
  });

  it('is not known of a chat of before that an agent has written in, and of others from now on', () => {
    const { firstAnsweredAt: _new, ...before } = aConversation().conversation;
    expect(said({ ...before, authors: ['bo'] }).firstAnsweredAt).toBeUndefined();
    expect(said(before).firstAnsweredAt).toBe(NOON + MINUTE);
  });
});

describe('D11: the log as a file', () => {
  it.each([
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['=cmd|"/c calc"', '"\'=cmd|""/c calc"""'],
    ['', ''],
    ['Zoë 漢字', 'Zoë 漢字'],
  ])('has %j as %j', (cell, expected) => {
    expect(csvOf([[cell]])).toBe(`\uFEFF${expected}\r\n`);
  });

  it('has a line for each row, after the mark by which Excel knows the letters', () => {
    expect(
      csvOf([
        ['a', 'b'],
        ['c', ''],
      ]),
    ).toBe('\uFEFFa,b\r\nc,\r\n');
  });
});
