import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation, Visitor } from '../../src/domain/conversation';
import { accountsIn, removeAccount } from '../../src/domain/conversation-erasure';
import type { Step } from '../../src/domain/conversation-transitions';
import {
  beginConfirming,
  byMailOf,
  claimNoted,
  confidenceOf,
  confirmRegistration,
  inWords,
  isConfirmedByReply,
  isRegistrationDue,
  isVouchedFor,
  joinLater,
  mayBeConfirmed,
  refuseRegistration,
  registerVisitor,
} from '../../src/domain/visitor-registration';
import { NOON } from '../support/desk-builders';
import { aStoredChat } from '../support/stored-chats';

type Registration = NonNullable<Conversation['registration']>;

const EMAIL = 'vera@example.org';
const nobody: Visitor = { kind: 'anonymous', name: null, email: null, accountId: null };
const typed: Visitor = { ...nobody, kind: 'registered', name: 'Vera', email: EMAIL };
const signed: Visitor = { ...typed, kind: 'signed' };
const portal: Visitor = { ...nobody, kind: 'portal', accountId: 'cara' };

const chat = (visitor: Visitor, registration?: Registration): Conversation =>
  aStoredChat('Vera', { visitor, ...(registration && { registration }) });

const state = (name: Registration['state'], by?: string): Registration => ({
  state: name,
  triedAt: NOON,
  ...(by !== undefined && { by }),
});

const after = (step: Step): Conversation => {
  if (step.kind === 'refused') throw new Error(step.error.message);
  return step.conversation;
};

describe('T1: who vouches for a visitor, and whether answers reach them by e-mail', () => {
  it.each([
    ['said nothing', chat(nobody), 'anonymous', null, false],
    ['typed a name', chat({ ...nobody, name: 'Vera' }), 'anonymous', null, false],
    ['typed an address alone', chat({ ...nobody, email: EMAIL }), 'unconfirmed', 'not-yet', true],
    ['typed both', chat(typed), 'unconfirmed', 'not-yet', true],
    ['typed both later', chat(typed, state('noted')), 'unconfirmed', 'not-yet', true],
    ['is being confirmed', chat(typed, state('waiting', 'ann')), 'unconfirmed', 'not-yet', true],
    ['is confirmed', chat({ ...typed, accountId: 'v' }, state('done', 'ann')), 'confirmed', 'yes', false],
    ['Jira refused', chat(typed, state('refused')), 'unconfirmed', 'refused', true],
    [
      'has a request in their name, by the version before',
      chat({ ...typed, accountId: 'v' }),
      'unconfirmed',
      'yes',
      true,
    ],
    [
      'takes part, by the version before',
      chat({ ...typed, accountId: 'v' }, state('done')),
      'unconfirmed',
      'yes',
      true,
    ],
    [
      'Jira refused, by the version before',
      chat({ ...nobody, email: EMAIL }, state('refused')),
      'unconfirmed',
      'refused',
      true,
    ],
    ['was signed in', chat({ ...signed, accountId: 'v' }), 'signed', 'yes', false],
    ['was signed in, and Jira refused', chat(signed, state('refused')), 'signed', 'refused', true],
    ['was signed in without an address', chat({ ...signed, email: null }), 'signed', null, false],
    ['was logged in', chat(portal), 'portal', 'yes', false],
    ['was logged in, and Jira refused', chat(portal, state('refused')), 'portal', 'refused', true],
  ] as const)('who %s', (_, conversation, confidence, byMail, may) => {
    expect([confidenceOf(conversation), byMailOf(conversation), mayBeConfirmed(conversation)]).toEqual([
      confidence,
      byMail,
      may,
    ]);
    // A reply asks Jira nothing that it has refused.
    expect(isConfirmedByReply(conversation)).toBe(may && byMail !== 'refused');
    expect(mayBeConfirmed({ ...conversation, issue: null })).toBe(false);
  });

  it('is said in words where the request is not raised for an account', () => {
    expect(inWords(chat(nobody), 'Visitor')).toBe('Visitor');
    expect(inWords(chat(typed), 'Vera')).toBe(`Vera · ${EMAIL} (email not confirmed)`);
    expect(inWords(chat({ ...nobody, email: EMAIL }), EMAIL)).toBe(`${EMAIL} (email not confirmed)`);
    expect(inWords(chat(signed), 'Vera')).toBe(`Vera · ${EMAIL}`);
    expect(inWords(chat(portal), 'Cara')).toBe('Cara');
  });

  it('whatever comes in whichever order: nobody is due to take part for whom nobody vouched', () => {
    const step = fc.constantFrom<(current: Conversation) => Step | Conversation>(
      (current) => registerVisitor(current, { name: 'Vera', email: EMAIL }, NOON),
      (current) => registerVisitor(current, { name: 'Nora', email: 'nora@example.org' }, NOON),
      (current) => beginConfirming(current, 'ann', NOON),
      (current) => claimNoted(current, current.visitor.email ?? '', NOON),
      (current) => refuseRegistration(current, current.visitor.email, NOON),
      (current) => confirmRegistration(current, { email: current.visitor.email, accountId: 'v', now: NOON }),
    );
    fc.assert(
      fc.property(fc.constantFrom(nobody, typed), fc.array(step, { maxLength: 20 }), (visitor, steps) => {
        let current = chat(visitor);
        for (const decide of steps) {
          const before = current;
          const next = decide(current);
          if ('id' in next) current = next;
          else if (next.kind !== 'refused') current = next.conversation;
          const isConfirmed = confidenceOf(current) === 'confirmed';
          // Confirmed is only who an agent was confirming, and who says another address is not any more.
          expect(isConfirmed && confidenceOf(before) !== 'confirmed' && !isVouchedFor(before)).toBe(false);
          const isNew = current.visitor.email !== before.visitor.email;
          expect(isNew && isVouchedFor(current)).toBe(false);
          current = { ...current, sentAt: [] };
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('an agent whose account was closed is not named any more, and what they confirmed stays confirmed (T8)', () => {
    const confirmed = chat({ ...typed, accountId: 'v' }, state('done', 'ann'));
    expect(accountsIn(confirmed)).toContain('ann');
    const erased = after(removeAccount(confirmed, 'ann'));
    expect([JSON.stringify(erased).includes('"ann"'), confidenceOf(erased)]).toEqual([false, 'confirmed']);
  });

  it('somebody whom a request was not raised for is due to take part in it, and an agent’s word is kept', () => {
    expect(isRegistrationDue(joinLater(chat(portal), NOON))).toBe(true);
    const confirmed = after(beginConfirming(chat(typed), 'ann', NOON));
    expect(joinLater(confirmed, NOON).registration).toMatchObject({ state: 'waiting', by: 'ann' });
  });
});
