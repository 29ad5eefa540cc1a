import { describe, expect, it } from 'vitest';
import german from '../../../../locales/de-DE.json';
import english from '../../../../locales/en-US.json';
import french from '../../../../locales/fr-FR.json';
import japanese from '../../../../locales/ja-JP.json';
import { failureWords, lengthWords, noticeKey, unsentKey } from '../../../../static/widget/panel/panel-words';
import type { ConversationState } from '../../../../static/widget/conversation/conversation';
import { aSaved, aState } from './a-host';
import { EMPTY_TRANSCRIPT } from '../../../../static/widget/conversation/transcript';

const labels = english.widget;

const now = (state: 'online' | 'offline' | 'hidden' | 'disabled' | 'unknown') => ({
  state,
  anonymous: false,
  until: null,
  nextOnlineAt: null,
});

const notice = (state: ConversationState, availability: ReturnType<typeof now>): string =>
  noticeKey(state, availability, false, 'nothing');

describe('What the panel says about a conversation', () => {
  it('nothing, while somebody is there or that is not known', () => {
    expect(notice(aState(), now('online'))).toBe('');
    expect(notice(aState(), now('unknown'))).toBe('');
  });

  it('before the first message the same, unless the visitor is asked who they are: that says why', () => {
    const before = aState({ saved: null });
    expect(noticeKey(before, now('offline'), true, 'nothing')).toBe('awayByMail');
    expect(noticeKey(before, now('offline'), false, 'askOffer')).toBe('awayHere');
    expect(noticeKey(before, now('offline'), false, 'askOffline')).toBe('');
    expect(noticeKey(before, now('online'), true, 'nothing')).toBe('');
  });

  it('once chat is switched off: that it is, and that nothing more can be started', () => {
    expect(noticeKey(aState({ saved: null }), now('disabled'), true, 'nothing')).toBe('failGone');
    // What was begun goes on.
    expect(notice(aState(), now('disabled'))).toBe('awayHere');
  });

  it('when the last agent has left: that answers come by e-mail, only where there is an address', () => {
    expect(notice(aState(), now('offline'))).toBe('awayHere');
    expect(notice(aState({ saved: { ...aSaved, byMail: true } }), now('hidden'))).toBe('awayByMail');
  });

  it('not that nobody is there while an agent who is offline answers this very chat (C12)', () => {
    expect(notice(aState({ agentTyping: true }), now('offline'))).toBe('');
  });

  it('when it has ended, or cannot be gone on with: what the next message does', () => {
    expect(notice(aState({ transcript: { ...EMPTY_TRANSCRIPT, ended: true } }), now('offline'))).toBe('ends');
    const gone = { ...EMPTY_TRANSCRIPT, ended: true, reason: 'request-gone' as const };
    expect(notice(aState({ transcript: gone }), now('online'))).toBe('endsGone');
    // Of a server that knows more reasons.
    const other = { ...EMPTY_TRANSCRIPT, ended: true, reason: 'other' as 'request-gone' };
    expect(notice(aState({ transcript: other }), now('online'))).toBe('endsGone');
    expect(notice(aState({ saved: null, lost: 'not-found' }), now('online'))).toBe('lostGone');
    expect(notice(aState({ saved: null, lost: 'conversation-full' }), now('online'))).toBe('lostFull');
  });
});

describe('Why a message was not taken', () => {
  it.each([
    [40, 'en-US', 'Too many messages at once. Wait 40 seconds, then try again.'],
    [0, 'en-US', 'Too many messages at once. Wait 60 seconds, then try again.'],
    [300, 'en-US', 'Too many messages at once. Wait 5 minutes, then try again.'],
    [1, 'de-DE', 'Zu viele Nachrichten auf einmal. Versuchen Sie es in 1 Sekunde noch einmal.'],
  ])('too many of them: after %s seconds it may be tried again (%s)', (retryAfter, locale, words) => {
    const texts = locale === 'de-DE' ? german.widget : labels;
    expect(failureWords({ error: 'rate-limited', retryAfter }, texts, locale, 'start')).toBe(words);
  });

  it.each([
    ['origin-refused', labels.failOrigin],
    ['not-found', labels.failGone],
    ['unavailable', labels.failUnavailable],
    ['too-large', labels.failRefused],
  ] as const)('%s', (error, words) => {
    expect(failureWords({ error, retryAfter: 0 }, labels, 'en-US', 'start')).toBe(words);
  });

  it('points to name and e-mail address where they were given', () => {
    const refused = { error: 'bad-request', retryAfter: 0 } as const;
    expect(failureWords(refused, labels, 'en-US', 'introduced')).toBe(labels.failDetails);
    expect(failureWords(refused, labels, 'en-US', 'start')).toBe(labels.failRefused);
  });
});

describe('Why a message still waits that is sent by itself', () => {
  it.each([
    [
      'unavailable',
      0,
      'Your message hasn’t been sent yet, but it’s not lost. It will be sent automatically as soon as possible.',
    ],
    [
      'rate-limited',
      28,
      'Too many messages at once. The rest will be sent automatically in 28 seconds or a little later.',
    ],
  ] as const)('%s: nobody is asked to try again, which would double it', (error, retryAfter, words) => {
    expect(failureWords({ error, retryAfter }, labels, 'en-US', 'send')).toBe(words);
  });

  it.each([english, german, french, japanese])(
    'in every language other words than of a start',
    ({ widget }) => {
      for (const error of ['unavailable', 'rate-limited'] as const) {
        const failure = { error, retryAfter: 28 };
        const words = failureWords(failure, widget, 'en-US', 'send');
        expect(words).not.toBe('');
        expect(words).not.toBe(failureWords(failure, widget, 'en-US', 'start'));
      }
    },
  );

  it('what is refused for good is said alike', () => {
    const refused = { error: 'too-large', retryAfter: 0 } as const;
    expect(failureWords(refused, labels, 'en-US', 'send')).toBe(labels.failRefused);
  });
});

describe('Where a message is that the chat does not have', () => {
  it('one that was refused was not sent: the chat goes on, and nobody is sent into a new one', () => {
    expect(labels[unsentKey('refused') as keyof typeof labels]).toMatch(/^Not sent\./);
    for (const { widget } of [english, german, french, japanese]) {
      expect(widget.notSent).not.toBe('');
      expect(widget.notSent).not.toBe(widget.notDelivered);
    }
    for (const state of ['sending', 'waiting', 'sent'] as const) expect(unsentKey(state)).toBe(state);
  });
});

describe('How much room is left', () => {
  it.each([
    [0, ''],
    [3_599, ''],
    [3_600, 'Characters left: 400'],
    [4_000, 'Characters left: 0'],
    [4_001, 'Characters over the limit: 1'],
  ])('after %s characters: "%s"', (length, words) => {
    expect(lengthWords('x'.repeat(length), labels)).toBe(words);
    // An emoji is a character like any other, as it is for the server.
    expect(lengthWords('👋'.repeat(length), labels)).toBe(words);
  });
});
