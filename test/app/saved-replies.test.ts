import { beforeEach, describe, expect, it } from 'vitest';
import type { SavedReply } from '../../src/domain/saved-reply';
import { SUP, aSite, type SiteDriver } from '../support/a-site';

let app: SiteDriver;
beforeEach(async () => {
  app = await aSite();
});

const aReply = (id: string, name = `Reply ${id}`, text = 'Hi {customer}'): SavedReply => ({ id, name, text });
const read = (account = 'ann') => app.value(account, 'getSavedReplies', { projectId: SUP });
const save = (replies: SavedReply[], rev: number, account = 'pia') =>
  app.call(account, 'saveSavedReplies', { projectId: SUP, replies, rev });

describe('D7: saved replies', () => {
  it('of a project are none at first; what an admin saves, its agents read, with their own name', async () => {
    expect(await read()).toEqual({ rev: 0, replies: [], canEdit: false, agentName: 'Ann Agent' });
    await save([aReply('a')], 0);
    expect(await read()).toMatchObject({ rev: 1, replies: [aReply('a')], canEdit: false });
    expect(await read('pia')).toMatchObject({ canEdit: true });
  });

  it('are of their project only', async () => {
    await save([aReply('a')], 0);
    const others = await app.value('otto', 'getSavedReplies', { projectId: '10002' });
    expect(others.replies).toEqual([]);
  });

  it('that somebody else saved meanwhile are not overwritten: the second is told, and what is stored stays', async () => {
    await save([aReply('a')], 0);
    expect(await save([aReply('b')], 0, 'joe')).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect((await read()).replies).toEqual([aReply('a')]);
  });

  it('saved by two admins at the same moment: one wins, the other is told', async () => {
    const both = await Promise.all([save([aReply('a')], 0), save([aReply('b')], 0, 'joe')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await read()).rev).toBe(1);
  });

  it('saved twice are saved once, and written down once', async () => {
    await save([aReply('a')], 0);
    expect(await save([aReply('a')], 0)).toMatchObject({ ok: true, value: { rev: 1 } });
    const { rows } = await app.value('pia', 'getProjectLog', { projectId: SUP });
    expect(rows.filter(({ event }) => event === 'changed-saved-replies')).toHaveLength(1);
    expect(rows[0]?.actor?.name).toBe('Pia Park');
  });

  const texts = (length: number, count: number): SavedReply[] =>
    Array.from({ length: count }, (_, index) => aReply(`r${String(index)}`, undefined, '漢'.repeat(length)));
  const REFUSED: [string, SavedReply[], string][] = [
    ['101 of them', texts(1, 101), 'invalid-request'],
    ['two of one name, whatever the case', [aReply('a', 'Hello'), aReply('b', ' hELLO ')], 'invalid-request'],
    ['two of one id', [aReply('a', 'One'), aReply('a', 'Two')], 'invalid-request'],
    ['one without a name', [aReply('a', '  ')], 'invalid-request'],
    ['one without a text', [aReply('a', 'Hello', ' \n ')], 'invalid-request'],
    ['a name of 61 characters', [aReply('a', 'n'.repeat(61))], 'invalid-request'],
    ['a text of 2,001 characters', [aReply('a', 'Hello', 't'.repeat(2_001))], 'invalid-request'],
    ['more together than a record holds', texts(2_000, 50), 'limit'],
  ];
  it.each(REFUSED)('are refused: %s', async (_, replies, code) => {
    expect(await save(replies, 0)).toMatchObject({ ok: false, error: { code } });
    expect((await read()).rev).toBe(0);
  });

  it('may be a hundred, of 2,000 characters as people count them', async () => {
    expect(await save(texts(1, 100), 0)).toMatchObject({ ok: true });
    expect(await save([aReply('a', 'n'.repeat(60), '👍'.repeat(2_000))], 1)).toMatchObject({ ok: true });
  });
});
