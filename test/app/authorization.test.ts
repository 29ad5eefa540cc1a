import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { payloadSchemas, type FunctionKey } from '../../src/contract/functions';
import type { Schedule } from '../../src/domain/clock/schedule';
import { STARTS_PER_DAY_MAX } from '../../src/domain/limits';
import { DEFAULT_GLOBAL_SETTINGS } from '../../src/domain/settings';
import { OPS, SUP, anOperation, type SiteDriver } from '../support/a-site';
import { aSiteOfRoles, ROLES, row, type Role, type Row } from '../support/roles';
import { aVisitor } from '../support/a-visitor';
import { besideRequest } from '../support/beside-request';
import { onRequestPage } from '../support/a-request-page';
import { aTalkOf, CARAS } from '../support/a-talk';

let app: SiteDriver;

const besideCaras = () => onRequestPage(CARAS);

const scoped = { scope: 'project', projectId: SUP } as const;
const ann = async (): Promise<{ projectId: string; accountId: string; operationId: string }> => ({
  projectId: SUP,
  accountId: app.accountId('ann'),
  operationId: anOperation(),
});

/** Puts Ann online, as the state that the door needs. */
const annOnline = async (): Promise<string> => {
  await app.goOnline('ann');
  const { agents } = await app.value('joe', 'getPanel', { projectId: SUP });
  return agents.find(({ accountId }) => accountId === app.accountId('ann'))?.session ?? '';
};

/** A chat in Support that is in Jira already. */
const aConversation = async (): Promise<string> => {
  await app.goOnline('ann');
  const visitor = aVisitor(app, await app.widgetId('SUP'));
  await visitor.start('Hello');
  await app.clock.run(app.site.idle());
  await app.clock.advance(61_000);
  return visitor.conversationId();
};

const aDecision = {
  projectId: SUP,
  which: { from: '2026-11-22T00:00:00Z', to: '2026-11-22T01:00:00Z' },
  decision: 'release',
} as const;

const A_SCHEDULE = {
  zone: 'UTC',
  slots: [],
  daysOff: [],
  rollCall: 'confirm',
  leftOut: [],
} satisfies Schedule;

const settingsOf = async () => app.value('joe', 'getProjectSettings', { projectId: SUP });

/**
 * One row per function; columns in the order of ROLES. `+` allowed, `-` not-allowed, `0` not-found: a project
 * that the account cannot see does not exist for it.
 */
const TABLE: Record<FunctionKey, Row> = {
  getPanel: row('+ + + + + + - - 0', async () => ({ projectId: SUP })),
  goOnline: row('+ - - - - - - - 0', async () => ({ ...scoped, operationId: anOperation() })),
  goOffline: row('+ - - - - - - - 0', async () => ({ ...scoped, operationId: anOperation() })),
  putOffline: row('- - + - + - - - 0', async () => ({ ...(await ann()), session: await annOnline() })),
  undoPutOffline: row('- - + - + - - - 0', ann),
  savePreferences: row('+ + - - - - - - -', async () => ({ minutes: 60, scope: 'all' })),
  takeBreak: row('+ + - - - - - - -', async () => {
    await app.goOnline('bo');
    await app.goOnline('oda', { projectId: OPS });
    return { minutes: 15, operationId: anOperation() };
  }),
  previewBreak: row('+ + - - - - - - -', async () => {
    await app.goOnline('bo');
    await app.goOnline('oda', { projectId: OPS });
    return { minutes: 15 };
  }),
  getMySchedule: row('+ + - - - - - - -', async () => ({})),
  // Saved twice, it is saved once.
  saveMySchedule: row('+ + - - - - - - -', async () => ({ schedule: A_SCHEDULE, rev: 0 })),
  confirmPresence: row('+ - - - - - - - 0', async () => {
    await app.goOffline('bo');
    const soon = new Date(app.clock.now() + 120_000).toISOString().slice(11, 16);
    const saved = await app.value('bo', 'getMySchedule');
    const slots = ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({ day, from: soon, to: '23:00' }));
    await app.value('bo', 'saveMySchedule', { schedule: { ...A_SCHEDULE, slots }, rev: saved.rev });
    return { answer: 'here', projectId: SUP, operationId: anOperation() };
  }),
  saveClosure: row('- - + - + - - - 0', async () => ({
    projectId: SUP,
    from: new Date(app.clock.now() + 86_400_000).toISOString(),
    until: new Date(app.clock.now() + 90_000_000).toISOString(),
    operationId: anOperation(),
  })),
  endClosure: row('- - + - + - - - 0', async () => ({
    projectId: SUP,
    closureId: 'c',
    operationId: anOperation(),
  })),
  getCoverage: row('+ - + - + - - - 0', async () => ({ projectId: SUP })),
  getWhy: row('+ - + - + - - - 0', async () => ({ projectId: SUP })),
  getProjectSettings: row('- - + - + - - - 0', async () => ({ projectId: SUP })),
  saveProjectSettings: row('- - + - + - - - 0', async () => {
    const { settings, rev } = await settingsOf();
    return { projectId: SUP, settings, rev };
  }),
  renewWidgetId: row('- - + - + - - - 0', async () => ({ projectId: SUP })),
  getProjectLog: row('- - + - + - - - 0', async () => ({ projectId: SUP })),
  getTeam: row('+ - + - + - - - 0', async () => ({ projectId: SUP, zone: 'Europe/Berlin' })),
  // Of each space it tells what that viewer may see, which is nothing for some (wall.test.ts).
  getWall: row('+ + + + + + - - +', async () => ({ projectIds: [SUP] })),
  getWallChoices: row('+ + + + + + - - +', async () => ({ chosen: [] })),
  getFirstSteps: row('- - + - + - - - 0', async () => ({ projectId: SUP })),
  getGlobalSettings: row('- - - - + - - - -', async () => ({})),
  saveGlobalSettings: row('- - - - + - - - -', async () => ({ settings: DEFAULT_GLOBAL_SETTINGS })),
  // Public: the same answer that the web trigger gives to everybody.
  getPortalAvailability: row('+ + + + + + + + +', async () => ({ portalId: '1' })),
  getDefaultChat: row('+ + + + + + + + +', async () => ({})),
  getChatSpaces: row('- - - - + - - - -', async () => ({})),
  getLiveToken: row('+ + + + + - - - -', async () => ({})),
  // Visitors, whoever they are: what they may do follows from the project's policy, and from the token or, for the
  // customer whose conversation it is, the account (portal-chat.test.ts).
  startConversation: row('+ + + + + + + + +', async () => ({
    portalId: '1',
    message: 'Hello',
    clientMessageId: randomUUID(),
  })),
  sendMessage: row('0 0 0 0 0 0 0 0 0', async () => ({
    conversationId: await aConversation(),
    token: 'x'.repeat(43),
    message: 'Hello',
    clientMessageId: randomUUID(),
  })),
  pollConversation: row('0 0 0 0 0 0 0 0 0', async () => ({
    conversationId: await aConversation(),
    token: 'x'.repeat(43),
    after: 0,
  })),
  registerVisitor: row('0 0 0 0 0 0 0 0 0', async () => ({
    conversationId: await aConversation(),
    token: 'x'.repeat(43),
    name: 'Nora New',
    email: 'nora@example.com',
  })),
  // Only beside one's own request: Cara's, as the platform says which, whatever the payload is.
  getRequestTalk: { ...row('0 0 0 0 0 0 + 0 0', async () => ({})), place: besideCaras },
  talkAboutRequest: {
    ...row('0 0 0 0 0 0 + 0 0', async () => {
      await app.clock.run(app.site.idle());
      return { message: 'Hello', clientMessageId: randomUUID() };
    }),
    place: besideCaras,
  },
  pollRequestTalk: {
    ...row('0 0 0 0 0 0 + 0 0', async () => ({
      conversationId: await aTalkOf(app, 'cara', CARAS),
      after: 0,
    })),
    place: besideCaras,
  },
  leaveConversation: row('0 0 0 0 0 0 0 0 0', async () => ({ conversationId: await aConversation() })),
  // Agents of the project, online or not (rule S7); admins who are no agents do not see chats.
  listConversations: row('+ - - - - - - - 0', async () => ({ projectId: SUP, filter: 'all' })),
  getConversation: row('+ - - - - - - - 0', async () => ({ conversationId: await aConversation() })),
  getRequestChat: row(
    '+ - - - - - - - 0',
    async () => {
      await aConversation();
      return {};
    },
    // As a browser pretends in whichever frame it has: the section's own is not open to customers at all.
    () => ({ extension: { ...besideRequest(app).extension, project: { id: SUP } } }),
  ),
  reply: row('+ - - - - - - - 0', async () => ({
    conversationId: await aConversation(),
    message: 'Hello',
    operationId: randomUUID(),
  })),
  addNote: row('+ - - - - - - - 0', async () => ({
    conversationId: await aConversation(),
    message: 'Between us',
    operationId: randomUUID(),
  })),
  confirmEmail: row('+ - - - - - - - 0', async () => ({ conversationId: await aConversation() })),
  assignToMe: row('+ - - - - - - - 0', async () => ({ conversationId: await aConversation() })),
  handOver: row('+ - - - - - - - 0', async () => ({
    conversationId: await aConversation(),
    to: app.accountId('ann'),
    note: 'She leaves on Friday.',
    seen: null,
    operationId: randomUUID(),
  })),
  giveBack: row('+ - - - - - - - 0', async () => ({ conversationId: await aConversation(), seen: null })),
  getColleagues: row('+ - - - - - - - 0', async () => ({ conversationId: await aConversation() })),
  getCustomer: row('+ - - - - - - - 0', async () => ({ conversationId: await aConversation() })),
  reopen: row('+ - - - - - - - 0', async () => {
    const conversationId = await aConversation();
    await app.value('ann', 'resolve', { conversationId });
    return { conversationId };
  }),
  look: row('+ - - - - - - - 0', async () => ({
    conversationId: await aConversation(),
    doing: 'looking' as const,
  })),
  resolve: row('+ - - - - - - - 0', async () => ({ conversationId: await aConversation() })),
  typing: row('+ - - - - - - - 0', async () => ({ conversationId: await aConversation() })),
  searchChats: row('+ - - - - - - - 0', async () => ({ projectId: SUP, query: 'zip' })),
  countChats: row('+ - - - - - - - 0', async () => ({ projectId: SUP })),
  getWaiting: row('+ + + + + + - - +', async () => ({})),
  // Agents reply with them; admins edit them.
  getSavedReplies: row('+ - + - + - - - 0', async () => ({ projectId: SUP })),
  saveSavedReplies: row('- - + - + - - - 0', async () => {
    const { rev } = await app.value('joe', 'getSavedReplies', { projectId: SUP });
    return { projectId: SUP, replies: [{ id: anOperation(), name: 'Hello', text: 'Hi {customer}' }], rev };
  }),
  getNewMessages: row('+ + + + + + - - +', async () => ({ since: '2026-11-22T00:00:00Z' })),
  getRequestTypes: row('- - + - + - - - 0', async () => ({ projectId: SUP })),
  renewIdentitySecret: row('- - + - + - - - 0', async () => ({ projectId: SUP })),
  getProtection: row('- - + - + - - - 0', async () => ({ projectId: SUP })),
  decideHeld: row('+ - - - - - - - 0', async () => ({ ...aDecision, operationId: randomUUID() })),
  undoDecideHeld: row('+ - - - - - - - 0', async () => {
    const operationId = randomUUID();
    await app.value('ann', 'decideHeld', { ...aDecision, operationId });
    return { projectId: SUP, operationId };
  }),
  blockVisitor: row('+ - - - - - - - 0', async () => ({
    conversationId: await aConversation(),
    operationId: randomUUID(),
  })),
  unblockVisitor: row('+ - - - - - - - 0', async () => {
    const asked = { conversationId: await aConversation(), operationId: randomUUID() };
    const { blockId } = await app.value('ann', 'blockVisitor', asked);
    return { projectId: SUP, blockId, operationId: randomUUID() };
  }),
  findPerson: row('- - + - + - - - 0', async () => ({ projectId: SUP, whom: { email: 'x@example.com' } })),
  exportPerson: row('- - + - + - - - 0', async () => ({
    projectId: SUP,
    whom: { email: 'x@example.com' },
    conversationId: await aConversation(),
    operationId: randomUUID(),
  })),
  erasePerson: row('- - + - + - - - 0', async () => ({
    projectId: SUP,
    whom: { email: 'x@example.com' },
    operationId: randomUUID(),
  })),
};

beforeAll(async () => {
  app = await aSiteOfRoles();
  // Many chats are started here.
  const { settings, rev } = await settingsOf();
  await app.value('joe', 'saveProjectSettings', {
    projectId: SUP,
    settings: { ...settings, startsPerDay: STARTS_PER_DAY_MAX },
    rev,
  });
});

describe('R8: who may call what', () => {
  it('has a row for every function of the contract, and for no other', () => {
    expect(Object.keys(TABLE).sort()).toEqual(Object.keys(payloadSchemas).sort());
  });

  const cells = Object.entries(TABLE).flatMap(([key, { payload, expected, place }]) =>
    Object.entries(expected).map(
      ([role, verdict]) => [key as FunctionKey, role as Role, verdict, payload, place] as const,
    ),
  );

  it.each(cells)('%s by %s: %s', async (functionKey, role, verdict, payload, place) => {
    const account = ROLES[role];
    const asked = (await payload()) as never;
    if (functionKey === 'undoPutOffline' && verdict === 'ok') {
      const session = await annOnline();
      await app.value(account, 'putOffline', { ...(await ann()), session });
    }
    const before = app.site.kvs.text();
    const answer = await app.call(account, functionKey, asked, place?.());
    expect(answer.ok ? 'ok' : answer.error.code).toBe(verdict);
    const after = app.site.kvs.text();
    expect(verdict === 'ok' || after === before, 'a refusal changes nothing').toBe(true);
  });

  it.each(['lee', 'otto', 'cara', 'anonymous', 'dee'])(
    'shows no roster to %s, who has no part in the project',
    async (account) => {
      await annOnline();
      const answer = await app.call(account, 'getPanel', { projectId: SUP });
      expect(JSON.stringify(answer)).not.toContain(app.accountId('ann'));
    },
  );

  it('takes the acting account from the platform, whatever the payload says', async () => {
    const payload = { ...scoped, operationId: anOperation(), accountId: app.accountId('ann') } as never;
    expect(await app.code('lee', 'goOnline', payload)).toBe('invalid-request');
  });
});
