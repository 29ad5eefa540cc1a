import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { at } from '../../static/availability/panel-builder';
import { ann, inboxRow, message, myMessage } from '../../static/chats/inbox-builder';
import { axeViolations } from '../axe-violations';
import { ok, refused } from '../fake-resolver';
import { expectAlert, expectNoWords, expectWords, press, settle } from '../render-page';
import { aChat, messages, openChat, openInbox, open, pass, rows, said } from './open-inbox';

const REQUEST = 'https://example.atlassian.net/browse/SUP-1';
const row = inboxRow({ issueUrl: REQUEST });

/** Of a button that has one of two labels, as wide as the wider: which. */
const labels = (): string[] =>
  [...document.querySelectorAll('.inbox-head button')].map(
    (each) => (each.querySelector('[data-shown="true"]') ?? each).textContent ?? '',
  );

const head = (label: string): HTMLButtonElement => {
  const found = [...document.querySelectorAll<HTMLButtonElement>('.inbox-head button')].find(
    (each) => (each.querySelector('[data-shown="true"]') ?? each).textContent === label,
  );
  if (!found) throw new Error(`No button says ${label}.`);
  return found;
};

async function click(label: string): Promise<void> {
  fireEvent.click(head(label));
  await settle();
}

const answers = (): string[] =>
  within(messages())
    .getAllByRole('listitem')
    .map((item) => item.querySelector('.inbox-bubble')?.textContent ?? '');

const sure = (): string | undefined => document.querySelector('.customer-sure')?.textContent ?? undefined;

describe('a chat that is open', () => {
  it.each([
    [{ confidence: 'unconfirmed', customer: 'Mallory' }, 'email not confirmed'],
    [{ confidence: 'confirmed', customer: 'Mallory' }, 'confirmed by an agent'],
    [{ confidence: 'anonymous', customer: 'Mallory' }, 'entered by the visitor, not confirmed'],
    [{ confidence: 'signed', customer: 'Mallory' }, 'signed by your website'],
    [{ confidence: 'portal', customer: 'Mallory' }, 'logged in to the portal'],
  ] as const)('says who vouches for the name and the address: of %o, %s (T1)', async (who, words) => {
    await openChat(aChat({ row: inboxRow(who), email: 'cara@example.com' }));
    expect(screen.getByRole('heading', { name: 'Mallory' })).toBeTruthy();
    expect(sure()).toBe(words);
    expectWords('cara@example.com');
  });

  const CLAIM = { email: 'mia@example.org', byMail: 'not-yet', canConfirm: true } as const;
  const claimed = aChat({ row: inboxRow({ confidence: 'unconfirmed' }), ...CLAIM });
  const confirmed = aChat({
    row: inboxRow({ confidence: 'confirmed' }),
    email: CLAIM.email,
    byMail: 'yes',
    canConfirm: false,
  });

  it('says what a reply does to an address that nobody has confirmed (T1)', async () => {
    await openChat(claimed, { reply: [ok(confirmed)] });
    expectWords('Your reply also goes to mia@example.org. Jira adds the customer to the request.');
    expect(rows()[0]?.textContent).toContain('email not confirmed');
  });

  it('has a button to confirm the address without a reply, once (T1)', async () => {
    const { payloads } = await openChat(claimed, { confirmEmail: [ok(confirmed)] });
    await press('Confirm email');
    expect(payloads('confirmEmail')).toEqual([{ conversationId: 'one' }]);
    expect(said()).toContain('The email is confirmed. Replies reach the customer there, too.');
    expect(sure()).toBe('confirmed by an agent');
    expect(rows()[0]?.textContent).not.toContain('email not confirmed');
    expectNoWords('Confirm email', /^Your reply also goes/);
    expect(document.activeElement).toBe(screen.getByLabelText('Reply to customer'));
  });

  it('says where Jira does not let the person be added, and that no e-mail reaches them (T2)', async () => {
    const refusal = aChat({ ...claimed, byMail: 'refused' });
    const { answers } = await openChat(claimed, { confirmEmail: [refused('conflict')] });
    answers.getConversation = [ok(refusal)];
    await press('Confirm email');
    expectAlert('The email wasn’t confirmed.', /^Jira doesn’t let this person be added/);
    expectWords(/^The customer isn’t active, and replies don’t reach them by email/);
    expectNoWords(/^Your reply also goes/);
  });

  it('says what the visitor’s page told, the page as a link to where it really leads', async () => {
    await openChat(aChat({ page: 'https://www.example.com/tents?id=4', locale: 'de-DE' }));
    const link = screen.getByRole('link', { name: 'www.example.com/tents (new tab)' });
    expect(link.getAttribute('href')).toBe('https://www.example.com/tents?id=4');
    expectWords('German (Germany)');
  });

  it('shows what the page declared as what it is: said by the page, not confirmed, and a text (T1)', async () => {
    await openChat(aChat({ context: { plan: 'Pro', note: '<b>VIP</b> https://evil.example' } }));
    const said = screen.getByRole('group', { name: 'Said by the page, not confirmed' });
    expect(
      within(said)
        .getAllByRole('term')
        .map(({ textContent }) => textContent),
    ).toEqual(['plan', 'note']);
    expect(
      within(said)
        .getAllByRole('definition')
        .map(({ textContent }) => textContent),
    ).toEqual(['Pro', '<b>VIP</b> https://evil.example']);
    expect(within(said).queryByRole('link')).toBeNull();
    expect(await axeViolations()).toEqual([]);
  });

  it('folds what the page declared where it is more than three values, and stays unfolded by news (T1)', async () => {
    const context = { plan: 'Pro', cart: '3 tents', since: '2019', shop: 'Berlin' };
    const { answers } = await openChat(aChat({ context }));
    const summary = screen.getByText('Said by the page, not confirmed (4)');
    const details = summary.closest('details');
    expect(details?.open).toBe(false);
    if (details) details.open = true;
    answers.getConversation = [ok(aChat({ context, rev: 2 }))];
    await pass(60_000);
    expect(details?.open).toBe(true);
    expect(screen.getAllByRole('definition').some(({ textContent }) => textContent === 'Berlin')).toBe(true);
    expect(await axeViolations()).toEqual([]);
  });

  it('says nothing of a page that declared nothing', async () => {
    await openChat(aChat());
    expectNoWords(/^Said by the page/);
  });

  it('has links to the web in its messages and no others; Jira opens them in a new tab', async () => {
    const text = 'It is on https://example.com/?tent=4, not on javascript:alert(1) or <a href="/">here</a>.';
    const { bridge } = await openChat(aChat({ messages: [message(1, { text })] }));
    const link = within(messages()).getByRole('link');
    expect(link.getAttribute('aria-label')).toBe('https://example.com/?tent=4 (new tab)');
    expect(link.getAttribute('rel')).toBe('noopener noreferrer nofollow');
    expect(answers()).toEqual([text]);
    fireEvent.click(link);
    expect(bridge.opened).toEqual(['https://example.com/?tent=4']);
  });

  it('says of each message whose it is, when, and what became of it', async () => {
    await openChat(
      aChat({
        messages: [
          message(1, { at: at(-24 * 60) }),
          message(2, { delivery: 'stored' }),
          message(3, { delivery: 'failed' }),
          { ...myMessage(4, 'The Crane.'), edited: true },
          message(5, { deleted: true, text: '' }),
        ],
      }),
    );
    expect(screen.getAllByRole('region').map((day) => day.getAttribute('aria-label'))).toEqual(
      expect.arrayContaining(['Yesterday', 'Today']),
    );
    const lines = within(messages())
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(lines).toEqual([
      'Cara1:00 PMmessage 1delivered',
      'Cara1:00 PMmessage 2sending to Jira',
      'Cara1:00 PMmessage 3Not delivered.',
      'Ann1:00 PMeditedThe Crane.',
      'Cara1:00 PMThis message was deleted.delivered',
    ]);
  });

  it('says to those who do not see it what others write from then on', async () => {
    const { answers: server, bridge } = await openChat(aChat());
    expect(said()).not.toContainEqual(expect.stringContaining('Which tent'));
    const news = [message(1), myMessage(2, 'The Crane.'), message(3, { text: 'And for five?' })];
    server.getConversation = [ok(aChat({ rev: 2, messages: news }))];
    bridge.ping({ projects: ['1'], conversations: true, conversation: 'one', rev: 2 });
    await pass(200);
    expect(said()).toContain('Cara: And for five?');
  });

  it('that cannot be loaded says so, and “Try again” loads it', async () => {
    await openInbox({ getConversation: [refused('unavailable'), ok(aChat())] });
    await open('Hello');
    expectAlert('Frontdesk can’t be reached right now. Try again in a moment.');
    await press('Try again');
    within(messages()).getByText('Which tent for four?');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('what can be done with a chat', () => {
  it('is done once, however often it is pressed, and no button goes or moves', async () => {
    const mine = { ...row, assignee: ann };
    let finish: (view: ReturnType<typeof aChat>) => void = () => undefined;
    const { payloads } = await openChat(aChat({ row }), {
      assignToMe: [new Promise((resolve) => (finish = (view) => resolve(ok(view))))],
      resolve: [ok(aChat({ row: { ...mine, ended: true, status: 'Done' }, canResolve: false }))],
    });
    expect(labels()).toEqual(['Assign to me', 'Hand over', 'Resolve', 'End and block…']);
    await click('Assign to me');
    await click('Assign to me');
    expect(head('Resolve').disabled).toBe(true);
    finish(aChat({ row: mine }));
    await settle();
    expect(payloads('assignToMe')).toEqual([{ conversationId: 'one', seen: null }]);
    expect(labels()).toEqual(['Assigned to you', 'Hand over', 'Resolve', 'End and block…']);
    expect(head('Assigned to you').disabled).toBe(true);
    expect(said()).toContain('This chat is now assigned to you.');
    expect(document.activeElement).toBe(screen.getByLabelText('Reply to customer'));

    expect(head('Resolve').disabled).toBe(false);
    await click('Resolve');
    expect(labels()).toEqual(['Assigned to you', 'Hand over', 'Resolved', 'End and block…']);
    expect(head('Resolved').disabled).toBe(true);
    expect(said()).toContain('The request is resolved and the chat has ended.');
    expectWords(
      'The request is resolved and the chat has ended. The customer can still see what you write.',
      'Done',
    );
  });

  it('that was not done says so, and “Try again” does it', async () => {
    await openChat(aChat({ row }), {
      assignToMe: [refused('unavailable'), ok(aChat({ row: { ...row, assignee: ann } }))],
    });
    await click('Assign to me');
    expectAlert('The chat wasn’t assigned to you.');
    expect(labels()[0]).toBe('Assign to me');
    await press('Try again');
    expect(labels()[0]).toBe('Assigned to you');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says when Jira’s workflow forbids it, and offers no second try', async () => {
    await openChat(aChat({ row }), { resolve: [refused('conflict')] });
    await click('Resolve');
    expectAlert('The request wasn’t resolved.', /^Jira doesn’t allow this/);
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('cannot be pressed where the workflow does not allow it, which is said on pointing at it', async () => {
    await openChat(aChat({ row, canResolve: false }));
    expect(head('Resolve').disabled).toBe(true);
    expect(head('Resolve').parentElement?.title).toMatch(/^Jira doesn’t allow this/);
  });

  it('is to open the request by its key, in a new tab', async () => {
    const { bridge } = await openChat(aChat({ row }));
    fireEvent.click(screen.getByRole('link', { name: 'SUP-1 Open request' }));
    await settle();
    expect(bridge.opened).toEqual([REQUEST]);
  });

  it('is only to block it while it is no request in Jira', async () => {
    await openChat(aChat({ row: inboxRow({ issueKey: null, status: null }) }));
    expect(labels()).toEqual(['End and block…']);
    expect(document.querySelector('.inbox-head')?.textContent).toContain('Not in Jira yet');
  });

  it('is only to block it when the request was deleted; it cannot be answered either', async () => {
    await openChat(aChat({ row: { ...row, failure: 'request-gone' } }));
    expect(labels()).toEqual(['End and block…']);
    expectWords('The request was deleted in Jira or hidden from Frontdesk, so you can’t reply here.');
    expect(screen.queryByLabelText('Reply to customer')).toBeNull();
  });
});
