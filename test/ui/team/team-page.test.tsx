import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { axeViolations } from '../axe-violations';
import { ok, refused, type Answers } from '../fake-resolver';
import { expectNoWords, expectWords, press, settle } from '../render-page';
import { ANN, aTeam, BO, openTeam, row } from './open-team';

const fact = (name: string): string =>
  screen.getByText(name, { selector: 'dt' }).parentElement?.textContent?.slice(name.length) ?? '';

beforeEach(async () => {
  // The log comes when it is wanted: here it is there from the start.
  await import('../../../static/team/team-log');
});
afterEach(() => vi.restoreAllMocks());

describe('D11: the team page', () => {
  it('says in four figures what is true now', async () => {
    await openTeam(aTeam());
    expect(fact('Customers see')).toMatch(/Online.*Promised until .*, then no one/);
    expect(fact('Waiting for a reply')).toBe('3Longest 12 min');
    expect(fact('First replies today')).toBe('7Customers who got their first reply');
    expect(fact('First reply, half within')).toBe('1 min 10 secMedian of 7 first replies');
    expect(await axeViolations()).toEqual([]);
  });

  it('shows no median below five first replies', async () => {
    await openTeam(aTeam({ answered: { n: 4, isMore: false, medianMs: null } }));
    expect(fact('First reply, half within')).toBe('–Shown from 5 replies');
  });

  it('says that there is more than was counted', async () => {
    const waiting = { count: 100, isMore: true, longestSince: '2026-11-22T11:48:00.000Z' };
    await openTeam(aTeam({ waiting, answered: { n: 300, isMore: true, medianMs: 5_000 } }));
    expect(fact('Waiting for a reply')).toBe('100+Longest 12 min');
    expect(fact('First replies today')).toMatch(/^300\+/);
  });

  it('says how long each was online today, in words beside the bar, by name and without a rank', async () => {
    await openTeam(aTeam());
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
    expect(rows.map((each) => within(each).getByRole('rowheader').textContent)).toEqual([
      'Ann Agent',
      'Bo Becker',
    ]);
    expect(rows.map((each) => each.lastElementChild?.textContent)).toEqual(['2 hr', '30 min']);
    expect(rows[1]?.textContent).toMatch(/ to /);
  });

  it('has the door for admins, and the log', async () => {
    await openTeam(aTeam());
    expect(screen.getByRole('button', { name: /Ann Agent.*offline|Set Ann Agent to offline/i })).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Activity log' })).toBeTruthy();
    expectWords('Only agents of this space can see which chats these are.');
  });

  it('has neither for agents, who see which chats wait and open them', async () => {
    const chats = [
      {
        conversationId: 'c1',
        customer: 'Mia Miller',
        issueKey: 'SUP-9',
        since: '2026-11-22T11:48:00.000Z',
        assignee: BO,
      },
      {
        conversationId: 'c2',
        customer: null,
        issueKey: null,
        since: '2026-11-22T11:50:00.000Z',
        assignee: null,
      },
    ];
    const team = aTeam({
      mayPutOffline: false,
      isAgent: true,
      waiting: { count: 5, isMore: false, longestSince: '2026-11-22T11:48:00.000Z', chats },
    });
    const { bridge } = await openTeam(team);
    expect(screen.queryByRole('heading', { name: 'Activity log' })).toBeNull();
    expectWords('SUP-9 · Bo Becker', 'Visitor', 'Not assigned', 'and 3 more');
    await press(/Mia Miller.*12 min/);
    expect(bridge.dialogs.map(({ context }) => context)).toEqual([
      { projectId: '10001', conversationId: 'c1' },
    ]);
    bridge.refusesDialogs = true;
    await press(/Mia Miller.*12 min/);
    expect(bridge.flags.map(({ title }) => title)).toEqual(['Couldn’t open chat availability']);
  });

  it('is empty in words', async () => {
    await openTeam(
      aTeam({
        state: 'offline',
        agents: [],
        onlineCount: 0,
        today: { from: '2026-11-22T00:00:00.000Z', people: [] },
        waiting: { count: 0, isMore: false, longestSince: null },
      }),
      { getProjectLog: [ok({ rows: [], cursor: null })] },
    );
    expectWords(
      'No one is online in Support. Only agents themselves can go online.',
      'No one has been online today.',
      /^No one is waiting\./,
      /^No activity yet/,
    );
  });

  it('says who can see it to those who can’t', async () => {
    await openTeam(null, { getTeam: [refused('not-allowed')] });
    expect(screen.getByRole('group', { name: 'You can’t see this team' })).toBeTruthy();
    expectNoWords('Activity log');
  });

  it('is asked for again where it failed', async () => {
    const resolver = await openTeam(null);
    resolver.answers.getTeam = [ok(aTeam())];
    await press('Try again');
    expectWords('Online now · 1');
  });

  it('says since when it is not up to date, keeps what it shows, and says when it is again', async () => {
    const resolver = await openTeam(aTeam());
    resolver.answers.getTeam = [refused('unavailable')];
    act(() => resolver.bridge.ping({ projects: ['10001'] }));
    // Pings that come at once are one question, which is asked when the last of them has been heard.
    await screen.findByText(/^Not up to date since/);
    expectWords('Online now · 1');
  });
});

describe('D11: the activity log', () => {
  const log = {
    newest: [
      row({
        at: '2026-11-22T11:00:00.000Z',
        event: 'put-offline',
        actor: BO,
        subject: ANN,
        reason: '=1+1, "shift"',
      }),
      row(),
    ],
    older: [row({ at: '2026-11-21T09:00:00.000Z', actor: BO })],
  };
  const pages: Answers = {
    getProjectLog: ({ cursor }) =>
      ok(cursor === undefined ? { rows: log.newest, cursor: 'next' } : { rows: log.older, cursor: null }),
  };
  const lines = (): (string | null)[] =>
    within(screen.getByRole('region', { name: 'Activity log' }))
      .queryAllByRole('listitem')
      .map((each) => each.lastElementChild?.textContent ?? null);
  const search = async (text: string): Promise<void> => {
    fireEvent.change(screen.getByRole('searchbox', { name: 'Search the activity log' }), {
      target: { value: text },
    });
    await settle();
  };

  it('is searched by words, and further back on demand', async () => {
    await openTeam(aTeam(), pages);
    expect(lines()).toHaveLength(2);
    await search('bo went');
    expect(lines()).toEqual([]);
    expectWords(/^Searched back to/);
    await press('Search older');
    expect(lines()).toEqual(['Bo Becker went online.']);
    await search('nobody of that name');
    expectWords('No entries found.');
  });

  it('is taken along whole as a file that no spreadsheet runs', async () => {
    const resolver = await openTeam(aTeam(), pages);
    const made: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      made.push(blob as Blob);
      return 'blob:file';
    });
    const names: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
      this: HTMLAnchorElement,
    ) {
      names.push(this.download);
    });
    await press('Download CSV');
    await settle();
    const [head, first, ...rest] = ((await made[0]?.text()) ?? '').split('\r\n');
    expect(names).toEqual(['sup-activity-log.csv']);
    expect(head).toMatch(/^\uFEFF?Time,Event,Done by,Agent,Online until,Reason,What happened$/);
    expect(first).toContain('"\'=1+1, ""shift"""');
    expect(rest.filter((line) => line !== '')).toHaveLength(2);
    expect(resolver.payloads('getProjectLog')).toContainEqual({
      projectId: '10001',
      large: true,
      cursor: 'next',
    });
  });

  it('says when the file could not be made whole, and makes none', async () => {
    await openTeam(aTeam(), {
      getProjectLog: ({ cursor }) =>
        cursor === undefined ? ok({ rows: log.newest, cursor: 'next' }) : refused('unavailable'),
    });
    const made = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:file');
    await press('Download CSV');
    await settle();
    expect(screen.getByRole('alert')).toBeTruthy();
    expect(made).not.toHaveBeenCalled();
    expect(lines()).toHaveLength(2);
  });
});
