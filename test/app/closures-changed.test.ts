import { beforeEach, describe, expect, it } from 'vitest';
import type { Closures } from '../../src/contract/clock';
import { HOUR, MINUTE } from '../support/desk-builders';
import { SUP, aSite, anOperation, type SiteDriver } from '../support/a-site';

let app: SiteDriver;

beforeEach(async () => {
  app = await aSite();
});

const iso = (inMs: number): string => new Date(app.clock.now() + inMs).toISOString();
const page = (account = 'pia') => app.value(account, 'getProjectSettings', { projectId: SUP });
const plan = async (message = 'Team day'): Promise<Closures['closures'][number]> => {
  const from = iso(HOUR);
  const until = iso(2 * HOUR);
  const payload = { projectId: SUP, from, until, message, operationId: anOperation() };
  const { closures } = await app.value('pia', 'saveClosure', payload);
  const [row] = closures;
  if (!row) throw new Error('nothing was planned');
  return row;
};
const change = (row: Closures['closures'][number], message: string, operationId = anOperation()) => ({
  projectId: SUP,
  closureId: row.closureId,
  from: row.from,
  until: row.until,
  message,
  seen: { from: row.from, until: row.until, message: row.message },
  operationId,
});
const messages = async (): Promise<string[]> => (await page()).closures.map(({ message }) => message);

describe('H4: a closure that is changed', () => {
  it('is refused to whoever did not see how it is by now: nothing is lost unseen', async () => {
    const row = await plan();
    expect(await app.code('pia', 'saveClosure', change(row, 'From Pia'))).toBe('ok');
    expect(await app.code('joe', 'saveClosure', change(row, 'From Joe'))).toBe('conflict');
    expect(await messages()).toEqual(['From Pia']);
  });

  it('does not come back where somebody took it back meanwhile', async () => {
    const row = await plan();
    const gone = { projectId: SUP, closureId: row.closureId, operationId: anOperation() };
    await app.value('joe', 'endClosure', gone);
    expect(await app.code('pia', 'saveClosure', change(row, 'Later'))).toBe('conflict');
    const { seen: _, ...unseen } = change(row, 'Later');
    expect(await app.code('pia', 'saveClosure', unseen)).toBe('conflict');
    expect(await messages()).toEqual([]);
  });

  it('is changed once by a click that comes twice', async () => {
    const payload = change(await plan(), 'From Pia');
    expect(await app.code('pia', 'saveClosure', payload)).toBe('ok');
    expect(await app.code('pia', 'saveClosure', payload)).toBe('ok');
    expect(await messages()).toEqual(['From Pia']);
  });
});

describe('H4, H5: the settings page', () => {
  it('is told what customers are told, and when that changes by itself', async () => {
    const row = await plan('Team day');
    expect(await page()).toMatchObject({ state: 'offline', told: { nextOnlineAt: null } });
    expect((await page()).changesAt).toBe(row.from);
    await app.clock.advance(HOUR + MINUTE);
    expect(await page()).toMatchObject({ told: { closed: { message: 'Team day' } }, changesAt: row.until });
  });
});
