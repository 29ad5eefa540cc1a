import { describe, expect, it } from 'vitest';
import type { Answer, FunctionKey } from '../../../../src/contract/functions';
import { refuse, refuseVisitor, succeed } from '../../../../src/domain/errors';
import type { AskResolver } from '../../../../static/widget/portal/ask-resolver';
import { createPortalClient } from '../../../../static/widget/portal/portal-client';

/** A resolver that answers all the same, and what it was asked. */
function aResolver(answer: Answer<FunctionKey>): { ask: AskResolver; asked: [FunctionKey, unknown][] } {
  const asked: [FunctionKey, unknown][] = [];
  const ask: AskResolver = (functionKey, payload) => {
    asked.push([functionKey, payload]);
    return Promise.resolve(answer as never);
  };
  return { ask, asked };
}

const started = (kind: 'portal' | 'anonymous'): Answer<'startConversation'> =>
  succeed({
    conversationId: 'C',
    token: 'secret',
    visitor: { kind, name: null, email: null },
    now: '2026-11-22T12:00:00Z',
    next: 3,
  });

const opening = { message: 'Hello', clientMessageId: 'M' };

describe('In the portal', () => {
  it('the token of somebody who is logged in is kept nowhere: the account opens the conversation', async () => {
    const { ask } = aResolver(started('portal'));
    expect(await createPortalClient(ask, '1').start(opening)).toMatchObject({ token: '' });
  });

  it('that of an anonymous visitor is their only key', async () => {
    const { ask } = aResolver(started('anonymous'));
    expect(await createPortalClient(ask, '1').start(opening)).toMatchObject({ token: 'secret' });
  });

  it('a token is shown where there is one, and none is where there is none', async () => {
    const { ask, asked } = aResolver(succeed(null));
    const { send, poll } = createPortalClient(ask, '1');
    for (const token of ['', 'secret']) {
      await send('C', { token, ...opening });
      await poll('C', { token, after: 7 });
    }
    expect(asked).toEqual([
      ['sendMessage', { conversationId: 'C', ...opening }],
      ['pollConversation', { conversationId: 'C', after: 7 }],
      ['sendMessage', { conversationId: 'C', ...opening, token: 'secret' }],
      ['pollConversation', { conversationId: 'C', after: 7, token: 'secret' }],
    ]);
  });

  it.each([
    [refuseVisitor({ error: 'not-found' }), { error: 'not-found', retryAfter: 0 }],
    [refuseVisitor({ error: 'rate-limited', retryAfter: 9 }), { error: 'rate-limited', retryAfter: 9 }],
    [refuse('invalid-request', 'a sentence'), { error: 'bad-request', retryAfter: 0 }],
    [refuse('unavailable', 'a sentence'), { error: 'unavailable', retryAfter: 0 }],
  ])('a refusal %j is the failure %j', async (answer, failure) => {
    const { poll } = createPortalClient(aResolver(answer).ask, '1');
    await expect(poll('C', { token: '', after: 0 })).rejects.toEqual(failure);
  });

  it('the server is told which conversation is left; where it cannot be, nothing else is the matter', async () => {
    const told = aResolver(succeed(null));
    createPortalClient(told.ask, '1').leave?.('C');
    expect(told.asked).toEqual([['leaveConversation', { conversationId: 'C' }]]);
    const { leave } = createPortalClient(() => Promise.reject(new Error('offline')), '1');
    expect(() => leave?.('C')).not.toThrow();
  });
});
