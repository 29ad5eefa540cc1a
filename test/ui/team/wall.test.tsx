import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { WindowChannel } from '../../../static/app/browser/window-channel';
import { createServerClock } from '../../../static/app/server-clock';
import { startWall } from '../../../static/team/wall/wall-session';
import { createWallView } from '../../../static/team/wall/wall-view';
import { axeViolations } from '../axe-violations';
import { englishTexts } from '../english-texts';
import { fakeResolver, ok, refused, type FakeResolver } from '../fake-resolver';
import { expectNoWords, expectWords } from '../render-page';
import { aRoot, aTeamOnTheWall, aWall, clock, NOW } from './a-wall';

const SECOND = 1_000;

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

const startFakeTime = (): unknown =>
  vi.useFakeTimers({
    now: Date.parse(NOW),
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  });

/** A wall on a page, on a clock that the test moves. */
function openWall(
  getWall: NonNullable<FakeResolver['answers']['getWall']>,
  draw = createWallView(aRoot(), englishTexts, { showNames: true }).draw,
): FakeResolver {
  startFakeTime();
  const resolver = fakeResolver({ getWall });
  const stop = startWall({
    call: resolver.call,
    clock: createServerClock(),
    projectIds: ['10001'],
    channel: aScreen()(),
    draw,
  });
  onTestFinished(stop);
  return resolver;
}

/** Joins the walls of one screen. */
function aScreen(): () => WindowChannel {
  const walls: ((message: unknown) => void)[] = [];
  return () => {
    const own: typeof walls = [];
    return {
      post(message) {
        for (const each of walls) if (!own.includes(each)) each(structuredClone(message));
      },
      listen(listener) {
        own.push(listener);
        walls.push(listener);
      },
    };
  };
}

/** Two walls of one screen, each with a space; `shown`: which one each of them drew last. */
function openTwoWalls() {
  startFakeTime();
  const getWall = ({ projectIds }: { projectIds: string[] }) =>
    ok(aWall(...projectIds.map((id) => aTeamOnTheWall({}, { id }))));
  const resolver = fakeResolver({ getWall });
  const join = aScreen();
  const shown: Record<string, string[]> = {};
  const stops = ['1', '2'].map((id) =>
    startWall({
      call: resolver.call,
      clock: createServerClock(),
      projectIds: [id],
      channel: join(),
      draw: ({ spaces }) => void (shown[id] = spaces?.map((space) => space.id) ?? []),
    }),
  );
  onTestFinished(() => stops.forEach((stop) => stop()));
  const asked = () => resolver.payloads('getWall');
  return { asked, shown, stops };
}

const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

function setSeen(state: DocumentVisibilityState): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
}

const figure = (name: string): string =>
  screen.getByText(name, { selector: 'dt' }).nextSibling?.textContent ?? '';

describe('D12: a wall on a screen', () => {
  it('asks once a minute for all its spaces', async () => {
    const resolver = openWall([ok(aWall(aTeamOnTheWall()))]);
    await pass(0);
    expect(figure('Waiting')).toBe('5');
    await pass(10 * 60 * SECOND - 1);
    expect(resolver.payloads('getWall')).toHaveLength(10);
    expect(resolver.payloads('getWall')[0]).toEqual({ projectIds: ['10001'] });
  });

  it('asks 1,440 times on a day that somebody sees it', async () => {
    const resolver = openWall([ok(aWall(aTeamOnTheWall()))], () => undefined);
    await pass(24 * 60 * 60 * SECOND - 1);
    expect(resolver.payloads('getWall')).toHaveLength(1_440);
  });

  it('asks together with others of the screen, for all their spaces, and shows its own', async () => {
    const { asked, shown } = openTwoWalls();
    await pass(0);
    // The first was alone when it opened.
    expect(asked()).toEqual([{ projectIds: ['1'] }, { projectIds: ['2', '1'] }]);
    await pass(10 * 60 * SECOND - 1);
    expect(asked()).toHaveLength(2 + 9);
    expect(asked().at(-1)).toEqual({ projectIds: ['2', '1'] });
    expect(shown).toEqual({ 1: ['1'], 2: ['2'] });
  });

  it('goes on asking where the one that asked for all is gone', async () => {
    const { asked, stops } = openTwoWalls();
    await pass(90 * SECOND);
    stops[1]?.();
    const before = asked().length;
    await pass(60 * SECOND);
    expect(asked().slice(before)).toEqual([{ projectIds: ['1', '2'] }]);
  });

  it('asks nothing while nobody sees it, and at once when it is seen again', async () => {
    const resolver = openWall([ok(aWall(aTeamOnTheWall()))]);
    await pass(0);
    setSeen('hidden');
    await pass(60 * 60 * SECOND);
    expect(resolver.payloads('getWall')).toHaveLength(1);
    setSeen('visible');
    await pass(0);
    expect(resolver.payloads('getWall')).toHaveLength(2);
  });

  it('asks no sooner however often it is hidden and seen', async () => {
    const resolver = openWall([ok(aWall(aTeamOnTheWall()))]);
    for (let times = 0; times < 20; times++) {
      await pass(SECOND);
      setSeen('hidden');
      setSeen('visible');
    }
    expect(resolver.payloads('getWall')).toHaveLength(1);
  });

  it('turns at the second at which something ends, without asking (S8)', async () => {
    const later = { at: clock('12:00:30'), onlineCount: 1, online: [{ name: 'Bo', until: clock('18:00') }] };
    const team = aTeamOnTheWall();
    openWall([ok(aWall({ ...team, moments: [...team.moments, ...aTeamOnTheWall(later).moments] }))]);
    await pass(29 * SECOND);
    expect(figure('Online')).toBe('2');
    await pass(SECOND);
    expect(figure('Online')).toBe('1');
  });

  it('lets waits grow by the minute', async () => {
    openWall([
      ok(
        aWall(aTeamOnTheWall({}, { waiting: { count: 1, isMore: false, longestSince: clock('11:58:30') } })),
      ),
    ]);
    await pass(SECOND);
    expectWords('1 min');
    await pass(29 * SECOND);
    expectWords('2 min');
  });

  it('shows dashes once it is not up to date, says since when, and is itself again (C8)', async () => {
    const resolver = openWall([ok(aWall(aTeamOnTheWall()))]);
    await pass(0);
    resolver.answers.getWall = [refused('unavailable')];
    await pass(149 * SECOND);
    expect(figure('Online')).toBe('2');
    await pass(SECOND);
    expect([figure('Waiting'), figure('Online')]).toEqual(['–', '–']);
    expectWords('was 5 (12:00 PM)', 'was 2 (12:00 PM)');
    expect(screen.getByRole('status').textContent).toBe('Not updated since 12:00 PM. Trying again…');
    const now = clock('12:03');
    resolver.answers.getWall = [
      ok({ ...aWall(aTeamOnTheWall({ at: now }, { knownUntil: clock('12:05:30') })), now }),
    ];
    await pass(60 * SECOND);
    expect(figure('Online')).toBe('2');
    expect(screen.getByRole('status').textContent).toBe('Up to date again.');
  });

  it('says that it cannot know where the first call fails, and where a desk cannot be read', async () => {
    const resolver = openWall([refused('unavailable')]);
    await pass(0);
    expectWords('Frontdesk can’t be reached right now. Trying again…');
    resolver.answers.getWall = [ok(aWall(aTeamOnTheWall({}, { moments: [], knownUntil: NOW })))];
    await pass(60 * SECOND);
    expect(figure('Online')).toBe('–');
    expectWords('Frontdesk can’t tell what customers see right now.');
    expectNoWords(/^was/);
  });

  it('tells those who may not ask, and asks seldom then', async () => {
    const resolver = openWall([refused('not-allowed')]);
    await pass(0);
    expectWords('You can’t see this. Log in with an account that works in Jira.');
    await pass(9 * 60 * SECOND);
    expect(resolver.payloads('getWall')).toHaveLength(1);
  });

  it('can be read by everybody (R11)', async () => {
    const gaps = [{ id: '2', why: 'unseen' as const }];
    openWall([ok(aWall(aTeamOnTheWall(), ...gaps))]);
    await pass(0);
    const support = within(screen.getByRole('region', { name: 'Support' }));
    expect(support.getByText('Next: Cy expected from 2:00 PM')).toBeTruthy();
    expect(await axeViolations()).toEqual([]);
  });
});
