import { describe, expect, it } from 'vitest';
import english from '../../../../locales/en-US.json';
import { panelNow, type PanelNow } from '../../../../static/widget/panel/panel-now';
import { aHost, aSaved, aState, type FakeHost } from './a-host';

const labels = english.widget;

interface Situation {
  host?: FakeHost;
  state?: Parameters<typeof aState>[0];
  text?: string;
  email?: string;
  checking?: boolean;
  isConnected?: boolean;
}

function shown(situation: Situation): PanelNow {
  const { host = aHost(), state = {}, text = '', email = '' } = situation;
  const { checking = false, isConnected = true } = situation;
  const composer = { ask: () => 'nothing' as const, checking: () => checking };
  return panelNow(host, 'en-GB', aState(state), { text, name: '', email }, composer, isConnected);
}

describe('The head of the panel', () => {
  it.each([
    ['online', 'online', labels.stateOnline],
    ['offline', 'offline', labels.stateOffline],
    ['hidden', 'offline', labels.stateOffline],
    ['disabled', 'offline', labels.stateOffline],
    ['unknown', 'unknown', labels.stateUnknown],
  ] as const)('says of %s that it is %s', (state, look, words) => {
    expect(shown({ host: aHost({ state }) })).toMatchObject({ look, state: words });
  });

  it('C5: says when somebody is back, while nobody is there', () => {
    const clock = { head: (state: string | undefined) => `${state ?? ''} · Back at 14:00` };
    expect(shown({ host: { ...aHost(), clock } }).state).toBe('We’re offline · Back at 14:00');
    expect(shown({ host: { ...aHost({ state: 'online' }), clock } }).state).toBe(labels.stateOnline);
    expect(shown({ host: { ...aHost({ state: 'unknown' }), clock } }).state).toBe(labels.stateUnknown);
  });

  it('H4: says what a closed desk tells its customers', () => {
    const closed = { until: '2026-11-22T14:00:00Z', message: 'Stocktaking' };
    expect(shown({ host: aHost({ closed }) }).closed).toBe('Stocktaking');
    expect(shown({ host: aHost() }).closed).toBeUndefined();
  });

  it('C4: promises nobody while the server is being asked', () => {
    const host = aHost({ state: 'online' });
    expect(shown({ host, checking: true })).toMatchObject({ look: 'unknown', state: labels.checking });
  });
});

describe('Below the messages', () => {
  const unavailable = { error: 'unavailable', retryAfter: 0 } as const;
  const gone = { error: 'not-found', retryAfter: 0 } as const;

  it('nothing is said where nothing is the matter', () => {
    expect(shown({ host: aHost({ state: 'online' }) })).toMatchObject({
      notice: undefined,
      details: '',
      failure: '',
    });
  });

  it('stands whether answers come by e-mail to somebody whom page or portal knows', () => {
    const state = { saved: null };
    expect(shown({ state }).notice).toBe(labels.awayHere);
    expect(shown({ host: aHost({}, { identified: true }), state }).notice).toBe(labels.awayByMail);
    const host = { ...aHost(), visitor: { token: 'a.b.c' } };
    expect(shown({ host, state }).notice).toBe(labels.awayByMail);
  });

  it.each([
    ['a start', { saved: null }, '', labels.failUnavailable],
    ['a message that is sent by itself', { saved: aSaved }, '', labels.waitUnavailable],
  ] as const)('stands why %s failed', (_what, state, email, words) => {
    expect(shown({ state: { ...state, failure: unavailable }, email }).failure).toBe(words);
  });

  it('stands that name or address may be wrong, where they were given', () => {
    const failure = { error: 'bad-request', retryAfter: 0 } as const;
    const state = { saved: null, failure };
    expect(shown({ state, email: 'cara@' }).failure).toBe(labels.failDetails);
    expect(shown({ state }).failure).toBe(labels.failRefused);
  });

  it('stands that the text is too long, before anything else that failed', () => {
    expect(shown({ state: { failure: unavailable }, text: 'x'.repeat(4_001) }).failure).toBe(
      labels.failTooLong,
    );
  });

  it('is not said twice that chat is switched off', () => {
    const state = { saved: null, failure: gone };
    expect(shown({ host: aHost({ state: 'disabled' }), state })).toMatchObject({
      notice: labels.failGone,
      failure: '',
    });
    expect(shown({ host: aHost({ state: 'online' }), state }).failure).toBe(labels.failGone);
  });

  it.each([
    ['are with Jira', { n: 1, byMail: false }, undefined, labels.detailsWaiting],
    ['were used', { n: 2, byMail: true }, undefined, 'cara@example.com'],
    ['were not used', { n: 2, byMail: false }, undefined, labels.detailsNotUsed],
    ['could not be left', { n: 2, byMail: false }, unavailable, labels.detailsFailed],
  ] as const)('stands that the visitor’s details %s', (_what, registered, registerFailure, words) => {
    const saved = { ...aSaved, anonymous: true, email: 'cara@example.com', detailsAt: 1 } as const;
    const state = { saved, transcript: { n: 2, lines: [], ended: false, registered }, registerFailure };
    expect(shown({ state }).details).toContain(words);
  });
});

describe('What is true of the chat now', () => {
  it('once it has ended is not that another address can be left', () => {
    const saved = { ...aSaved, anonymous: true, email: 'cara@example.com', detailsAt: 1 } as const;
    const transcript = { n: 2, lines: [], ended: true, registered: { n: 2, byMail: false } };
    expect(shown({ state: { saved, transcript } }).details).toBe('');
  });

  it('says that a held message has arrived and may take longer, before all else but an end (T6)', () => {
    for (const state of ['online', 'offline', 'unknown'] as const)
      expect(shown({ host: aHost({ state }), state: { held: true } }).notice).toBe(labels.held);
    const transcript = { n: 1, lines: [], ended: true };
    expect(shown({ state: { held: true, transcript } }).notice).toBe(labels.ends);
  });

  it('says that the browser works, while it does (T6)', () => {
    expect(shown({ state: { saved: null, working: true, starting: true } }).notice).toBe(labels.working);
  });

  it('says that a closed chat has not taken the message (T7)', () => {
    const failure = { error: 'closed', retryAfter: 0 } as const;
    expect(shown({ state: { failure } }).failure).toBe(labels.failClosed);
    expect(shown({ state: { saved: null, failure } }).failure).toBe(labels.failClosed);
  });
});

describe('What the browser knows of why the server was not reached (C13)', () => {
  const failure = { error: 'unavailable', retryAfter: 0 } as const;
  const refusing = { ...aHost(), refused: 'refused' } as const;

  it.each([
    ['a start', { saved: null, failure }, 'failure'],
    ['a message', { failure }, 'failure'],
    ['an address that was left', { registerFailure: failure }, 'details'],
  ] as const)('is said of %s', (_what, state, where) => {
    expect(shown({ state, isConnected: false })[where]).toBe(labels.noLine);
    expect(shown({ state, host: refusing })[where]).toBe(labels.refused);
    expect(shown({ state })[where]).not.toMatch(/connect|website/);
  });

  it('that there is no network is said as long as it is so, whatever was sent', () => {
    expect(shown({ isConnected: false }).failure).toBe(labels.noLine);
    expect(shown({ isConnected: true }).failure).toBe('');
  });

  it('of a message on its way, and of one that was refused, nothing is said before it is known', () => {
    for (const state of ['sending', 'sent', 'refused'] as const)
      expect(shown({ state: { unsent: [{ id: 'a', text: 'Hello', state }] } }).failure).toBe('');
  });

  it('is not said of what the server itself refused', () => {
    const state = { failure: { error: 'origin-refused', retryAfter: 0 } as const };
    expect(shown({ state, isConnected: false }).failure).toBe(labels.failOrigin);
  });
});
