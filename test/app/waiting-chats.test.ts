import { beforeEach, describe, expect, it } from 'vitest';
import { WAITING_CHATS } from '../../src/domain/inbox-limits';
import { PlatformFault } from '../../src/ports';
import { waitingChats } from '../../src/usecases/waiting-chats';
import { MINUTE, NOON } from '../support/desk-builders';
import { OPS, SUP, aSite, anOperation, type SiteDriver } from '../support/a-site';
import { aStoredChat, spoke, storeChats } from '../support/stored-chats';

let app: SiteDriver;

beforeEach(async () => {
  app = await aSite();
});

const at = (ms: number): string => new Date(ms).toISOString();
const opened = async (account = 'ann') =>
  (await app.value(account, 'getPanel', { projectId: SUP, opened: true })).me.waitingChats;

/** A chat of Ann's in which somebody spoke last so many minutes before noon. */
const aChatOfAnn = (name: string, minutes: number, from: 'visitor' | 'agent' = 'visitor', projectId = SUP) =>
  aStoredChat(name, {
    projectId,
    assignee: app.accountId('ann'),
    last: spoke(from, NOON - minutes * MINUTE),
    issue: { id: `1${minutes}`, key: `SUP-${minutes}` },
  });

const keysOf = (told: Awaited<ReturnType<typeof opened>>): (string | null)[] =>
  (told ?? []).flatMap(({ chats }) => chats.map(({ issueKey }) => issueKey));

describe('S11: which of my chats wait for a reply', () => {
  it('is told when the dialog is opened, while online: the longest wait first, nobody else’s, none that was replied to', async () => {
    storeChats(app, [
      aChatOfAnn('Mia', 1),
      aChatOfAnn('Max', 4),
      aChatOfAnn('Replied', 9, 'agent'),
      { ...aChatOfAnn('Of Bo', 7), assignee: app.accountId('bo') },
      { ...aChatOfAnn('Of nobody', 8), assignee: null },
      { ...aChatOfAnn('Ended', 6), ended: true },
    ]);
    expect(await opened()).toBeUndefined();
    await app.goOnline('ann');
    expect(await opened()).toEqual([
      {
        projectId: SUP,
        count: 2,
        anonymousName: '',
        chats: [
          {
            conversationId: expect.stringContaining('Max'),
            projectId: SUP,
            issueKey: 'SUP-4',
            customer: 'Max',
            waitingSince: at(NOON - 4 * MINUTE),
          },
          expect.objectContaining({ issueKey: 'SUP-1', customer: 'Mia' }),
        ],
      },
    ]);
    expect((await app.value('ann', 'getPanel', { projectId: SUP })).me.waitingChats).toBeUndefined();
  });

  it('is told to whoever goes offline, last agent or not, of what they leave and nothing else', async () => {
    storeChats(app, [aChatOfAnn('Here', 2), aChatOfAnn('There', 3, 'visitor', OPS)]);
    await app.value('ann', 'goOnline', { scope: 'all', operationId: anOperation() });
    await app.goOnline('bo');
    expect(new Set(keysOf(await opened()))).toEqual(new Set(['SUP-2', 'SUP-3']));
    expect(keysOf((await app.goOffline('ann')).me.waitingChats)).toEqual(['SUP-2']);
    expect(keysOf((await app.goOffline('ann', OPS)).me.waitingChats)).toEqual(['SUP-3']);
  });

  it('is told again to whoever repeats it because the answer got lost (R10)', async () => {
    storeChats(app, [aChatOfAnn('Mia', 2)]);
    await app.goOnline('ann');
    const payload = { scope: 'project', projectId: SUP, operationId: anOperation() } as const;
    await app.value('ann', 'goOffline', payload);
    expect(keysOf((await app.value('ann', 'goOffline', payload)).me.waitingChats)).toEqual(['SUP-2']);
  });

  it('names five of them and counts the rest, whatever lies between', async () => {
    const waiting = Array.from({ length: 8 }, (_each, n) => aChatOfAnn(`W${n}`, 30 + n));
    const replied = Array.from({ length: 30 }, (_each, n) => aChatOfAnn(`R${n}`, n / 60, 'agent'));
    storeChats(app, [...replied, ...waiting]);
    await app.goOnline('ann');
    const [told] = (await opened()) ?? [];
    expect(told).toMatchObject({ count: 8 });
    expect(told?.chats).toHaveLength(WAITING_CHATS);
    expect(told?.chats[0]).toMatchObject({ issueKey: 'SUP-37' });
    expect(told).not.toHaveProperty('isMore');
  });

  it('says “at least” where there are more chats than are looked through', async () => {
    storeChats(app, [
      ...Array.from({ length: 100 }, (_each, n) => aChatOfAnn(`R${n}`, n / 60, 'agent')),
      ...Array.from({ length: 2 }, (_each, n) => aChatOfAnn(`W${n}`, n / 600)),
      aChatOfAnn('Late', 50),
    ]);
    await app.goOnline('ann');
    expect((await opened())?.[0]).toMatchObject({ count: 2, isMore: true });
  });

  it('stays untold where storage cannot say: nobody is kept online by it', async () => {
    const told: string[] = [];
    const fail = async (): Promise<never> => {
      throw new PlatformFault('storage is down');
    };
    const ports = {
      conversationIndex: { page: fail },
      conversations: { readMany: fail },
      desks: { readMany: fail },
      jira: { people: fail },
      report: {
        warn: () => undefined,
        error: () => undefined,
        failure: (message: string) => {
          told.push(message);
          return 'trace';
        },
      },
    };
    expect(await waitingChats(ports, 'ann', [SUP])).toEqual([]);
    expect(told).toEqual(['Nobody could say which chats of an agent wait']);
  });
});

describe('the panel says', () => {
  it('that somebody was never online, until they were (I4)', async () => {
    const isNew = async () => (await app.value('ann', 'getPanel', { projectId: SUP })).me.isNew;
    expect(await isNew()).toBe(true);
    const remember = { minutes: null, scope: 'project' } as const;
    await app.value('ann', 'goOnline', {
      scope: 'project',
      projectId: SUP,
      operationId: anOperation(),
      remember,
    });
    expect(await isNew()).toBeUndefined();
    await app.goOffline('ann');
    expect(await isNew()).toBeUndefined();
  });

  it('that customers see nothing while nobody is online, where it is so (S13)', async () => {
    const { settings, rev } = await app.value('pia', 'getProjectSettings', { projectId: SUP });
    const hiding = { ...settings, hideWhenOffline: true };
    await app.value('pia', 'saveProjectSettings', { projectId: SUP, settings: hiding, rev });
    expect((await app.value('ann', 'getPanel', { projectId: SUP })).project).toMatchObject({
      state: 'hidden',
      hideWhenOffline: true,
    });
    const online = await app.goOnline('ann');
    expect(online.project).toMatchObject({ state: 'online', hideWhenOffline: true });
    const hides = Object.fromEntries(online.projects.map((mine) => [mine.id, mine.hideWhenOffline]));
    expect(hides).toEqual({ [SUP]: true, [OPS]: undefined });
  });
});
