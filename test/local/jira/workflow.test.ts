import { beforeEach, describe, expect, it } from 'vitest';
import { APP_ACCOUNT } from '../../../local/jira/records/people';
import { APP, createJiraDriver } from './jira-driver';

const ISSUE = '/rest/api/3/issue';
let site: ReturnType<typeof createJiraDriver>;

beforeEach(() => {
  site = createJiraDriver();
});

describe('The workflow', () => {
  const move = async (issue: string, id: string) =>
    (await site.post(`${ISSUE}/${issue}/transitions`, APP, { transition: { id } })).status;
  const offered = async (issue: string) =>
    (await site.get(`${ISSUE}/${issue}/transitions`, APP)).json.transitions.map(
      ({ name }: { name: string }) => name,
    );

  it('leads from waiting over progress to resolved, and back where a project allows it', async () => {
    expect(await offered('SUP-1')).toEqual(['Start progress', 'Resolve']);
    expect([await move('SUP-1', '11'), await move('SUP-1', '21'), await move('SUP-1', '21')]).toEqual([
      204, 204, 400,
    ]);
    expect(await offered('SUP-1')).toEqual(['Reopen']);
    expect(await move('SUP-1', '31')).toBe(204);
    const { json } = await site.get(`${ISSUE}/SUP-1?fields=status,resolution`, APP);
    expect(json.fields).toMatchObject({
      status: { name: 'Waiting for support', statusCategory: { key: 'new' } },
      resolution: null,
    });
  });

  it('does not reopen what was closed in People', async () => {
    expect(await move('HR-1', '21')).toBe(204);
    expect(await offered('HR-1')).toEqual([]);
  });

  describe('with many ends', () => {
    const KEY = 'OPS-1';
    const path = `${ISSUE}/${KEY}/transitions`;
    const take = (id: string, rest: object = {}) =>
      site.post(path, site.as('ann'), { transition: { id }, ...rest });
    const resolution = async () =>
      (await site.get(`${ISSUE}/${KEY}?fields=resolution`, APP)).json.fields.resolution?.name ?? null;
    const fieldsOf = async (id: string, query = '?expand=transitions.fields') =>
      (await site.get(`${path}${query}`, site.as('ann'))).json.transitions.find(
        (transition: { id: string }) => transition.id === id,
      )?.fields;

    it('offers them as an admin put them, and by condition: handing over is for the assignee', async () => {
      expect(await offered(KEY)).toEqual(['Cancel request', 'Start progress', 'Close', 'Resolve']);
      await site.put(`${ISSUE}/${KEY}/assignee`, APP, { accountId: site.idOf('ann') });
      expect(await fieldsOf('61')).toMatchObject({ customfield_10050: { name: 'Supplier’s reference' } });
      expect(await offered(KEY)).not.toContain('Hand over to supplier');
    });

    it('tells what a screen asks for, to those who ask', async () => {
      expect(await fieldsOf('51', '')).toBeUndefined();
      expect(await fieldsOf('41')).toEqual({});
      expect(await fieldsOf('51')).toMatchObject({
        resolution: {
          required: true,
          hasDefaultValue: false,
          schema: { type: 'resolution', system: 'resolution' },
          allowedValues: [{ name: 'Done' }, { name: 'Won’t do' }, { name: 'Duplicate' }],
        },
      });
    });

    it.each([
      ['a field that is missing', '51', {}, { resolution: 'Resolution is required.' }],
      [
        'a value that is not offered',
        '21',
        { fields: { resolution: { name: 'Duplicate' } } },
        { resolution: /not valid/ },
      ],
      [
        'a field that is not on the screen',
        '41',
        { fields: { resolution: { id: '10000' } } },
        { resolution: /cannot be set/ },
      ],
      [
        'a field given twice',
        '51',
        { fields: { resolution: { id: '10000' } }, update: { resolution: [{ set: { id: '10001' } }] } },
        { resolution: /both/ },
      ],
    ])('refuses %s by its name, and changes nothing', async (_what, id, input, errors) => {
      const { status, json } = await take(id, input);
      expect(status).toBe(400);
      expect(json).toMatchObject({ errorMessages: [] });
      for (const [field, problem] of Object.entries(errors)) expect(json.errors[field]).toMatch(problem);
      expect(await resolution()).toBeNull();
    });

    it('resolves as its screen or the end itself says, and back to nothing', async () => {
      expect((await take('51', { fields: { resolution: { name: 'Duplicate' } } })).status).toBe(204);
      expect(await resolution()).toBe('Duplicate');
      expect((await take('31')).status).toBe(204);
      expect(await resolution()).toBeNull();
      expect((await take('41')).status).toBe(204);
      expect(await resolution()).toBe('Won’t do');
    });

    it('takes a text for a text field', async () => {
      await site.put(`${ISSUE}/${KEY}/assignee`, APP, { accountId: site.idOf('ann') });
      expect((await take('61', { fields: { customfield_10050: 7 } })).status).toBe(400);
      expect((await take('61', { update: { customfield_10050: [{ set: 'A-7' }] } })).status).toBe(204);
      const { json } = await site.get(`${ISSUE}/${KEY}?fields=customfield_10050,status`, APP);
      expect(json.fields).toMatchObject({ customfield_10050: 'A-7', status: { name: 'Handed over' } });
    });
  });

  it('tells apps of every step', async () => {
    await move('SUP-1', '21');
    expect(site.events).toMatchObject([
      {
        name: 'avi:jira:updated:issue',
        payload: {
          issue: { key: 'SUP-1', fields: { status: { name: 'Resolved' } } },
          selfGenerated: true,
          atlassianId: APP_ACCOUNT.accountId,
          changelog: {
            items: [
              { field: 'status', fromString: 'Waiting for support', toString: 'Resolved' },
              { field: 'resolution', fromString: null, toString: 'Done' },
            ],
          },
          associatedStatuses: [{ name: 'Waiting for support' }, { name: 'Resolved' }],
        },
      },
    ]);
  });

  it('is closed to people who do not work on the project', async () => {
    const path = `${ISSUE}/SUP-1/transitions`;
    expect((await site.get(path, site.as('lee'))).json.transitions).toEqual([]);
    expect((await site.post(path, site.as('lee'), { transition: { id: '21' } })).status).toBe(400);
    expect((await site.post(path, site.as('cara'), { transition: { id: '21' } })).status).toBe(404);
    expect((await site.post(path, APP, {})).status).toBe(400);
    const stray = { transition: { id: '21' }, fields: { summary: 'x' } };
    expect((await site.post(path, APP, stray)).json.errors).toHaveProperty('summary');
  });
});
