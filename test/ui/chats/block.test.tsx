import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { inboxRow } from '../../static/chats/inbox-builder';
import { axeViolations } from '../axe-violations';
import { ok, refused, type Answers } from '../fake-resolver';
import { expectAlert, expectNoWords, expectWords, fill, press, settle } from '../render-page';
import { aChat, openChat, pass } from './open-inbox';

const blocked = aChat({ row: inboxRow({ blockId: 'block-1', ended: true, unanswered: false }) });
const answers: Answers = {
  blockVisitor: [ok({ blockId: 'block-1' })],
  unblockVisitor: [ok(null)],
};

describe('blocking the visitor of a chat (T6, T7)', () => {
  it('says first what it does, by what is known of them', async () => {
    await openChat(aChat({ email: 'spam@bulk.example' }), answers);
    await press('End and block…');
    expectWords(/can’t write here or start another chat with spam@bulk\.example, and isn’t told why/);
    expect(document.activeElement).toBe(screen.getByLabelText('Reason for your team (optional)'));
    expect(await axeViolations()).toEqual([]);
  });

  it.each([
    ['anonymous', null, /Without an email, another chat can’t be prevented/],
    ['signed', 'known@shop.example', /with an identity signed by your website/],
  ] as const)('says so of a visitor who is %s', async (kind, email, words) => {
    await openChat(aChat({ email, row: inboxRow({ kind }) }), answers);
    await press('End and block…');
    expectWords(words);
  });

  it('is not done by Escape, which gives the focus back', async () => {
    const resolver = await openChat(aChat(), answers);
    await press('End and block…');
    fireEvent.keyDown(screen.getByRole('alertdialog'), { key: 'Escape' });
    await settle();
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(resolver.payloads('blockVisitor')).toEqual([]);
    expect(document.activeElement?.textContent).toBe('End and block…');
  });

  it('tells the reason to the team, and can be taken back for ten seconds', async () => {
    const resolver = await openChat(aChat({ email: 'spam@bulk.example' }), answers);
    await press('End and block…');
    await fill('Reason for your team (optional)', ' advertising ');
    resolver.answers.getConversation = [ok(blocked)];
    await press('End and block');
    expect(resolver.payloads('blockVisitor')).toMatchObject([
      { conversationId: 'one', reason: 'advertising' },
    ]);
    expectWords(
      'Blocked. The customer can no longer write here.',
      'This chat is blocked. Unblock it to reply.',
    );
    expect(document.activeElement?.textContent).toContain('Undo');
    resolver.answers.getConversation = [ok(aChat())];
    await press(/^Undo/);
    expect(resolver.payloads('unblockVisitor')).toMatchObject([{ projectId: '1', blockId: 'block-1' }]);
    expectNoWords('Blocked. The customer can no longer write here.');
    expect(document.activeElement).not.toBe(document.body);
  });

  it('is taken back later in the chat itself', async () => {
    const resolver = await openChat(blocked, answers);
    expectWords('Blocked');
    resolver.answers.getConversation = [ok(aChat())];
    await press('Unblock');
    expect(resolver.payloads('unblockVisitor')).toHaveLength(1);
    expect(screen.getByLabelText('Reply to customer')).toBeTruthy();
  });

  it('has no Undo any more after ten seconds, and the focus is kept', async () => {
    const resolver = await openChat(aChat(), answers);
    await press('End and block…');
    resolver.answers.getConversation = [ok(blocked)];
    await press('End and block');
    await pass(10_250);
    expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull();
    expect(document.activeElement).not.toBe(document.body);
  });

  it('says where it was not done, and keeps the reason', async () => {
    await openChat(aChat(), { blockVisitor: [refused('unavailable')] });
    await press('End and block…');
    await fill('Reason for your team (optional)', 'advertising');
    await press('End and block');
    expectAlert('The chat wasn’t blocked.');
    expect(screen.getByLabelText<HTMLInputElement>('Reason for your team (optional)').value).toBe(
      'advertising',
    );
  });
});
