import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_GLOBAL_SETTINGS } from '../../src/domain/settings';
import { HR, OPS, SUP, aSite, type SiteDriver } from '../support/a-site';
import { costOf } from '../support/cost-of';

let app: SiteDriver;

beforeEach(async () => {
  app = await aSite();
});

const choose = (defaultChat: string | null) =>
  app.call('joe', 'saveGlobalSettings', { settings: { ...DEFAULT_GLOBAL_SETTINGS, defaultChat } });

const shown = async (account = 'anonymous') => (await app.value(account, 'getDefaultChat', {})).portalId;

async function turnOff(projectId: string): Promise<void> {
  const { settings, rev } = await app.value('joe', 'getProjectSettings', { projectId });
  await app.value('joe', 'saveProjectSettings', {
    projectId,
    settings: { ...settings, chatEnabled: false },
    rev,
  });
}

describe('the chat of the help center’s front page', () => {
  it('is none at first: one read of storage, and Jira is not asked', async () => {
    expect(await shown()).toBeNull();
    const { storage, jiraCalls } = await costOf(app, () => shown());
    expect([storage, jiraCalls]).toEqual([1, 0]);
  });

  it('is that of the space which a Jira admin chooses, for everybody', async () => {
    expect(await choose(SUP)).toMatchObject({ ok: true, value: { defaultChat: SUP } });
    for (const account of ['anonymous', 'cara', 'ann']) expect(await shown(account)).toBe('1');
    await choose(null);
    expect(await shown()).toBeNull();
  });

  it('is nobody’s once chat is off there (C7)', async () => {
    await choose(SUP);
    await turnOff(SUP);
    expect(await shown()).toBeNull();
  });

  it('is not taken of a space without chat, or of none; nothing is changed then', async () => {
    await choose(SUP);
    for (const projectId of [HR, '99999']) {
      expect(await choose(projectId)).toMatchObject({
        ok: false,
        error: {
          code: 'invalid-request',
          message: 'Chat is off in that space. Turn it on there first, or choose another space.',
        },
      });
    }
    expect(await shown()).toBe('1');
  });

  it('stays when another setting is saved: where its space has no chat by now, and from a page that knows of none', async () => {
    await choose(SUP);
    await turnOff(SUP);
    const { defaultChat: _unknown, ...older } = { ...DEFAULT_GLOBAL_SETTINGS, logDays: 30 };
    const saved = await app.value('joe', 'saveGlobalSettings', { settings: older });
    expect(saved).toMatchObject({ defaultChat: SUP, logDays: 30 });
  });

  it('is chosen among the spaces with chat, by name', async () => {
    expect(await app.value('joe', 'getChatSpaces', {})).toEqual({
      spaces: [
        { id: OPS, name: 'IT Operations' },
        { id: SUP, name: 'Support' },
      ],
    });
  });
});
