import { describe, expect, test } from 'vitest';
import { failureLine } from '../../../static/chats/failure-text';
import { identityKey } from '../../../static/chats/customer/identity-key';
import { languageName } from '../../../static/chats/language-name';
import { messageDays } from '../../../static/chats/conversation/message-days';
import { relativeTime } from '../../../static/chats/relative-time';
import { createTexts } from '../../../static/app/texts';
import { createTypingNotice } from '../../../static/chats/conversation/typing-notice';
import { webPage } from '../../../static/chats/web-page';
import { NOW, at } from '../availability/panel-builder';
import { inboxRow, message } from './inbox-builder';

const style = { locale: 'en-GB', timeZone: 'Europe/Berlin' };

describe('why a chat does not reach Jira', () => {
  const texts = createTexts('en-US', (key) => key);
  test('says of a deleted request no more than that: what was said before may have been delivered', () => {
    expect(failureLine(texts, 'request-gone')).toBe('inbox.requestGoneLine');
    expect(failureLine(texts, 'refused')).toBe('inbox.notDelivered');
  });
});

describe('how long somebody has been waiting', () => {
  test.each([
    [-0.5, 'now'],
    [-5.9, '5 min ago'],
    [-90, '1 hr ago'],
    [-60 * 24, '22 Nov'],
    [3, 'now'],
  ])('%d minutes: %s', (minutes, text) => {
    expect(relativeTime(Date.parse(at(minutes)), NOW, style)).toBe(text);
  });
});

describe('the days of a chat', () => {
  test('are those of the reader’s calendar', () => {
    // 13:00 UTC is 14:00 in Berlin; 15 hours before it is the evening of the day before.
    const messages = [-60 * 48, -60 * 15, -60 * 13.5, 0].map((minutes, index) =>
      message(index, { at: at(minutes) }),
    );
    expect(messageDays(messages, NOW, style).map((day) => [day.label, day.messages.length])).toEqual([
      [expect.stringMatching(/^Saturday,? 21 November 2026$/), 1],
      ['Yesterday', 1],
      ['Today', 2],
    ]);
  });
});

describe('where a visitor wrote from', () => {
  test('is a link to the web', () => {
    expect(webPage('https://shop.example.com/a?b=1#c')).toEqual({
      href: 'https://shop.example.com/a?b=1#c',
      text: 'shop.example.com/a',
    });
  });
  test('names the site it really leads to', () => {
    expect(webPage('https://bank.example@evil.example/')?.text).toBe('evil.example');
  });
  test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc', 'not an address', '', null])(
    'is no link when it is %s',
    (page) => expect(webPage(page)).toBeNull(),
  );
});

describe('a visitor’s language', () => {
  test.each([
    ['de-DE', 'German (Germany)'],
    ['x', 'x'],
    ['not a tag', 'not a tag'],
  ])('%s is %s', (tag, name) => expect(languageName(tag, 'en-GB')).toBe(name));
});

describe('"an agent is answering"', () => {
  test('is sent at the first key, then every eighteen seconds at most, and anew with the next message', () => {
    let time = 1_000;
    let sent = 0;
    const typing = createTypingNotice(
      () => (sent += 1),
      () => time,
    );
    for (let key = 0; key < 200; key += 1) {
      typing.typed();
      time += 100;
    }
    expect(sent).toBe(2);
    typing.sent();
    typing.typed();
    expect(sent).toBe(3);
  });
});

describe('who vouches for the customer', () => {
  test.each([
    ['the portal’s login', 'portal', 'Cara', 'inbox.identityPortal'],
    ['the web site’s back end', 'signed', 'Cara', 'inbox.identitySigned'],
    ['an agent', 'confirmed', 'Cara', 'inbox.identityConfirmed'],
    ['nobody: name and address are typed', 'unconfirmed', 'Cara', 'inbox.emailNotConfirmed'],
    ['nobody: a name alone is typed', 'anonymous', 'Cara', 'inbox.identityTyped'],
    ['nobody, and nothing was said', 'anonymous', null, 'customer.anonymous'],
  ] as const)('%s', (_, confidence, customer, key) =>
    expect(identityKey({ row: inboxRow({ confidence, customer }) })).toBe(key),
  );
});
