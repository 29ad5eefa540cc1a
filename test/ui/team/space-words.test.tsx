import { describe, expect, it } from 'vitest';
import type { WallSpace } from '../../../src/contract/wall';
import { spaceWords, type SpaceWords } from '../../../static/team/wall/space-words';
import { englishTexts } from '../english-texts';
import { aTeamOnTheWall, clock, NOW } from './a-wall';

const words = (space: WallSpace, showNames = true): SpaceWords => {
  const card = spaceWords(englishTexts, space, { now: Date.parse(NOW), heardAt: Date.parse(NOW), showNames });
  if (!('online' in card)) throw new Error(card.sentence);
  return card;
};

describe('D12: what a wall says of a space', () => {
  it('is two numbers with what they mean, and the next change', () => {
    expect(words(aTeamOnTheWall())).toEqual({
      title: 'Support',
      waiting: { count: '5', lines: ['Longest 12 min'], isLate: true },
      online: {
        count: '2',
        mark: 'online',
        names: ['Ann until 5:00 PM', 'Bo until 6:00 PM'],
        lines: [],
      },
      foot: { mark: 'expected', text: 'Next: Cy expected from 2:00 PM' },
    });
  });

  it('is late, and red with a clock, from five minutes on', () => {
    const waiting = (since: string) =>
      words(aTeamOnTheWall({}, { waiting: { count: 1, isMore: false, longestSince: clock(since) } })).waiting;
    expect(waiting('11:55:01')).toMatchObject({ lines: ['4 min'], isLate: false });
    expect(waiting('11:55')).toMatchObject({ lines: ['5 min'], isLate: true });
    const none = { count: 0, isMore: false, longestSince: null };
    expect(words(aTeamOnTheWall({}, { waiting: none })).waiting).toEqual({
      count: '0',
      lines: ['No one'],
      isLate: false,
    });
    const many = { count: 100, isMore: true, longestSince: clock('11:00') };
    expect(words(aTeamOnTheWall({}, { waiting: many })).waiting.count).toBe('100+');
  });

  it('says from when on no one is there, and when someone is again', () => {
    const foot = (after: object) =>
      words(
        aTeamOnTheWall({
          next: {
            kind: 'no-one',
            at: clock('12:30'),
            after: { state: 'offline', closedUntil: null, back: null, ...after },
          },
        }),
      ).foot;
    expect(foot({})).toEqual({ mark: 'warning', text: 'No one from 12:30 PM.' });
    expect(foot({ back: { at: clock('13:00'), expected: false } }).text).toBe(
      'No one from 12:30 PM. Someone’s back from 1:00 PM.',
    );
    expect(foot({ back: { at: clock('13:00'), expected: true } }).text).toBe(
      'No one from 12:30 PM. Someone’s expected from 1:00 PM.',
    );
    expect(foot({ state: 'closed', closedUntil: clock('14:00') }).text).toBe(
      'Closed from 12:30 PM until 2:00 PM.',
    );
    expect(foot({ state: 'outside-hours' }).text).toBe('Outside business hours from 12:30 PM.');
  });

  it('says when it opens, or when someone is back, where nobody comes or leaves before', () => {
    const foot = (told: object) =>
      words(
        aTeamOnTheWall({ next: null, told: { state: 'offline', closedUntil: null, back: null, ...told } }),
      ).foot;
    expect(foot({})).toEqual({ mark: 'offline', text: 'No change known' });
    const closed = { state: 'closed', closedUntil: clock('13:00') };
    expect(foot(closed)).toEqual({ mark: 'offline', text: 'Open again from 1:00 PM.' });
    const back = { at: clock('13:30'), expected: false };
    expect(foot({ ...closed, back })).toEqual({ mark: 'online', text: 'Someone’s back from 1:30 PM.' });
    expect(foot({ back: { ...back, expected: true } })).toEqual({
      mark: 'expected',
      text: 'Someone’s expected from 1:30 PM.',
    });
  });

  it('says what customers see where they do not see “online”, in the words of the dialog (H4, H5)', () => {
    const online = (told: object, overrides: object = {}) =>
      words(
        aTeamOnTheWall({
          told: { state: 'offline', closedUntil: null, back: null, ...told },
          onlineCount: 0,
          online: [],
          ...overrides,
        }),
      ).online;
    expect(online({ back: { at: clock('14:00'), expected: false } })).toEqual({
      count: '0',
      mark: 'offline',
      names: [],
      lines: ['Customers see “Back at 2:00 PM”.'],
    });
    expect(online({}, { expected: { names: ['Cy'], count: 1 } })).toMatchObject({
      mark: 'expected',
      lines: ['Expected: Cy', 'Customers see “We’re offline” and can leave a message.'],
    });
    const there = { onlineCount: 1, online: [{ name: 'Ann', until: null }] };
    expect(online({ state: 'closed', closedUntil: clock('13:00') }, there)).toEqual({
      count: '1',
      mark: 'closed',
      names: ['Ann, no end set'],
      lines: ['Customers see “Closed until 1:00 PM”.'],
    });
  });

  it('names four people and counts the others, and nobody where names are off', () => {
    const people = ['Ann', 'Bo', 'Cy', null].map((name) => ({ name, until: clock('17:00') }));
    const many = aTeamOnTheWall({
      onlineCount: 6,
      online: people,
      next: { kind: 'online', at: clock('14:00'), names: ['Di', 'Ed', 'Flo', 'Gus'], count: 5 },
    });
    expect(words(many).online.names).toEqual([
      'Ann until 5:00 PM',
      'Bo until 5:00 PM',
      'Cy until 5:00 PM',
      'Someone until 5:00 PM',
      'and 2 more',
    ]);
    expect(words(many).foot.text).toBe('Next: Di, Ed, Flo, Gus, and 1 more online from 2:00 PM');
    expect(words(many, false).online.names[0]).toBe('until 5:00 PM');
    expect(words(many, false).foot.text).toBe('Next: 5 agents online from 2:00 PM');
    expect(JSON.stringify(words(many, false))).not.toMatch(/Ann|Bo|Di/);
  });

  it('is a sentence where there is nothing for the viewer to see', () => {
    const gap = (space: WallSpace) =>
      spaceWords(englishTexts, space, { now: Date.parse(NOW), heardAt: Date.parse(NOW), showNames: true });
    expect(gap({ id: '1', why: 'unseen' })).toEqual({
      title: 'A space you can’t see',
      sentence: 'It no longer exists, or you don’t have permission to see it.',
    });
    expect(gap({ id: '1', name: 'HR', why: 'not-theirs' })).toEqual({
      title: 'HR',
      sentence:
        'You can’t see its team. Agents and admins of this space can. Ask one of its admins for access.',
    });
    expect(gap({ id: '1', name: 'HR', why: 'chat-off' })).toMatchObject({
      sentence: expect.stringMatching(/^Chat isn’t turned on/),
    });
  });
});
