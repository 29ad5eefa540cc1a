import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CustomerKnown } from '../../../src/contract/customer';
import { at } from '../../static/availability/panel-builder';
import { inboxPage, inboxRow } from '../../static/chats/inbox-builder';
import { axeViolations } from '../axe-violations';
import { ok, refused, type Answers, type FakeResolver } from '../fake-resolver';
import { expectNoWords, expectWords, press, settle } from '../render-page';
import { aChat, open, openInbox, pass } from './open-inbox';

const row = inboxRow({ confidence: 'portal', kind: 'portal' });

const customer = (overrides: Partial<CustomerKnown> = {}): CustomerKnown => ({
  now: at(0),
  earlier: [],
  isMore: false,
  isPart: false,
  requestsUrl: null,
  ...overrides,
});

const earlier = [
  {
    conversationId: 'before',
    firstLine: 'A zip of my Heron',
    lastAt: at(-3 * 24 * 60),
    issueKey: 'SUP-3',
    status: 'Resolved',
    unanswered: false,
    failure: null,
  },
];

/** Cara's chat is open, on a window of this width. */
async function openBeside(
  answers: Answers = {},
  width = 1_200,
  confidence = row.confidence,
): Promise<FakeResolver> {
  const chat = { ...row, confidence };
  const resolver = await openInbox(
    {
      listConversations: [ok(inboxPage([chat]))],
      getConversation: ({ conversationId }) =>
        ok(
          aChat({
            row: { ...chat, conversationId, customer: conversationId === 'one' ? 'Cara' : 'Cara before' },
          }),
        ),
      getCustomer: [ok(customer({ earlier }))],
      ...answers,
    },
    { width },
  );
  await open('Hello');
  return resolver;
}

const beside = (): HTMLElement => screen.getByRole('complementary', { name: 'Customer' });
const fold = (): HTMLDetailsElement => {
  const found = document.querySelector<HTMLDetailsElement>('details.customer-fold');
  if (!found) throw new Error('There is nothing to unfold.');
  return found;
};
async function unfold(isOpen: boolean): Promise<void> {
  fold().open = isOpen;
  fireEvent(fold(), new Event('toggle'));
  await settle();
}

describe('D9: the customer beside the conversation', () => {
  it('who they are, how sure that is, and what was before, which one press opens', async () => {
    const { payloads } = await openBeside();
    expect(within(beside()).getByText('logged in to the portal')).toBeTruthy();
    await pass(500);
    expect(payloads('getCustomer')).toEqual([{ conversationId: 'one' }]);
    const link = within(beside()).getByRole('button', { name: /A zip of my Heron SUP-3 · Resolved/ });
    expect(await axeViolations()).toEqual([]);
    fireEvent.click(link);
    await settle();
    expect(screen.getByRole('heading', { name: 'Cara before' })).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Reply to customer'));
  });

  it('is asked for once for a chat that is looked at: by no refresh, and not while somebody leafs', async () => {
    const { payloads } = await openBeside();
    await pass(400);
    expect(payloads('getCustomer')).toEqual([]);
    await pass(100);
    await pass(60_000);
    await pass(60_000);
    expect(payloads('getConversation').length).toBeGreaterThan(2);
    expect(payloads('getCustomer')).toHaveLength(1);
  });

  it.each(['confirmed', 'unconfirmed', 'anonymous'] as const)(
    'finds nobody’s chats where nobody vouches for who it is: %s (T1)',
    async (confidence) => {
      const { payloads } = await openBeside({}, 1_200, confidence);
      await pass(1_000);
      expect(payloads('getCustomer')).toEqual([]);
      expectWords(/^Shown only for customers who logged in/);
    },
  );

  it.each([
    [{}, ['No earlier chats.'], [/^Only the newest/, /^There are more/]],
    [{ isPart: true }, ['No earlier chats.', 'Only the newest 500 chats were searched.'], []],
    [{ earlier, isMore: true }, ['There are more. Search chats to find them.'], ['No earlier chats.']],
  ])('of %o says %o', async (known, words, noWords) => {
    await openBeside({ getCustomer: [ok(customer(known))] });
    await pass(500);
    expectWords(...words);
    expectNoWords(...noWords);
  });

  it('leads to the requests of the account in Jira', async () => {
    const requestsUrl = 'https://example.atlassian.net/issues/?jql=x';
    const { bridge } = await openBeside({ getCustomer: [ok(customer({ requestsUrl }))] });
    await pass(500);
    fireEvent.click(screen.getByRole('link', { name: 'Requests in Jira (new tab)' }));
    expect(bridge.opened).toEqual([requestsUrl]);
  });

  it('that can’t be had says so, and “Try again” gets it', async () => {
    await openBeside({ getCustomer: [refused('unavailable'), ok(customer())] });
    await pass(500);
    expectWords('Earlier chats couldn’t be loaded.');
    await press('Try again');
    expectWords('No earlier chats.');
  });
});

describe('D9: where there is no room beside the conversation', () => {
  it.each([1_099, 700])('the customer is folded, how sure it is is not: %s px', async (width) => {
    const { payloads } = await openBeside({}, width);
    expect(screen.queryByRole('complementary', { name: 'Customer' })).toBeNull();
    expect(fold().open).toBe(false);
    expect(fold().querySelector('summary')?.textContent).toBe('Customer logged in to the portal');
    await pass(1_000);
    expect(payloads('getCustomer')).toEqual([]);
    await unfold(true);
    await pass(500);
    expect(payloads('getCustomer')).toHaveLength(1);
    expectWords('A zip of my Heron');
    expect(await axeViolations()).toEqual([]);
  });

  it('what is unfolded stays so from chat to chat until it is folded again', async () => {
    const { payloads } = await openBeside({}, 1_000);
    await unfold(true);
    await pass(500);
    await press(/A zip of my Heron/);
    expect(fold().open).toBe(true);
    await pass(500);
    expect(payloads('getCustomer')).toEqual([{ conversationId: 'one' }, { conversationId: 'before' }]);
    await unfold(false);
    expectNoWords('Earlier chats');
  });
});
