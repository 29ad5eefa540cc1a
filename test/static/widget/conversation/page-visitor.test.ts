import { afterEach, describe, expect, it, vi } from 'vitest';
import { newMessageId } from '../../../../static/widget/conversation/message-id';
import { pageVisitor, sameVisitor, warnOfToken } from '../../../../static/widget/conversation/page-visitor';

const cara = { name: 'Cara', email: 'cara@example.com' };

describe('Who the page says its visitor is', () => {
  afterEach(() => void vi.restoreAllMocks());

  it('by name and e-mail address, or by a token of the site’s own back end', () => {
    expect(pageVisitor(cara)).toEqual(cara);
    expect(pageVisitor({ token: 'a.b.c' })).toEqual({ identity: 'a.b.c' });
    expect(pageVisitor(undefined)).toBeUndefined();
  });

  it('is ignored when it is no use, and the site’s developer told so, once', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const incomplete = { name: '', email: 'cara@example.com' };
    expect(pageVisitor(incomplete)).toBeUndefined();
    expect(pageVisitor(incomplete)).toBeUndefined();
    expect(warn).toHaveBeenCalledOnce();
    expect(pageVisitor({ ...cara, name: '\u200b ' })).toBeUndefined();
  });

  it('by a token that the server did not accept: its developer is told so, once for each', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const [first, second] = [{ token: 'a.b.c' }, { token: 'd.e.f' }];
    for (const visitor of [first, first, second]) warnOfToken(visitor);
    expect(warn).toHaveBeenCalledTimes(2);
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('the token was not accepted'));
  });

  it('another one does not see the conversation of the one before', () => {
    expect(sameVisitor(cara, 'Cara@Example.com')).toBe(true);
    expect(sameVisitor(cara, 'milo@example.com')).toBe(false);
    expect(sameVisitor(cara, null)).toBe(true);
    expect(sameVisitor(undefined, 'milo@example.com')).toBe(true);
  });
});

describe('The id of a message', () => {
  it('is a random UUID, also on pages without https', () => {
    const ids = Array.from({ length: 100 }, newMessageId);
    for (const id of ids)
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(new Set(ids).size).toBe(100);
  });
});
