import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { Schedule } from '../../src/domain/clock/schedule';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { hurried as test } from './support/journey';
import type { JourneySite } from './support/journey-site';
import { addresses, portalChat, widgetState } from './support/places';
import { advanceTo, turnsByItself } from './support/turns-by-itself';

type Slot = Schedule['slots'][number];

/** Ann works at these times alone, in UTC. */
async function annWorks(
  site: JourneySite,
  rollCall: Schedule['rollCall'],
  day: Slot['day'],
  from: string,
  to: string,
): Promise<void> {
  const { rev } = await site.ask('ann', 'getMySchedule', {});
  const schedule: Schedule = { zone: 'UTC', slots: [{ day, from, to }], daysOff: [], rollCall, leftOut: [] };
  await site.ask('ann', 'saveMySchedule', { schedule, rev });
  await site.passPoll();
}

describe('customers in New York and Tokyo, whose desk is in Europe', () => {
  test('read on the portal and on a web page when somebody is back by their own clocks and days (C5, H5)', async ({
    site,
    visitors,
  }) => {
    // Monday, 10:00 in UTC: five in the morning in New York, seven in the evening in Tokyo.
    await annWorks(site, 'automatic', 1, '15:30', '17:00');
    const newYork = portalChat(
      await visitors.open('cara', addresses.portal('cara'), {
        timezoneId: 'America/New_York',
        locale: 'en-US',
      }),
    );
    // In the language of his account, and by the clock of where he is.
    const tokyo = portalChat(
      await visitors.open('bo', addresses.portal('bo'), { timezoneId: 'Asia/Tokyo', locale: 'de-DE' }),
    );
    const shop = await visitors.open('shopper', site.example, { timezoneId: 'Asia/Tokyo', locale: 'ja-JP' });
    const read = (inNewYork: string, inTokyo: string, there: string): Promise<void> =>
      expectShown(
        newYork.getByRole('button', { name: `${inNewYork}. Leave a message`, exact: true }),
        tokyo.getByRole('button', { name: `${inTokyo}. Nachricht hinterlassen`, exact: true }),
        shop.getByRole('button', { name: `${there}。メッセージを残す`, exact: true }),
      );
    // For one it is still today, for the other already tomorrow.
    await read('Back at 10:30 AM', 'Wieder da: morgen um 00:30', '明日 0:30 に戻ります');

    await annWorks(site, 'confirm', 2, '03:30', '05:00');
    await read(
      'Expected at 10:30 PM',
      'Voraussichtlich wieder da: morgen um 12:30',
      '明日 12:30 に戻る予定です',
    );

    await annWorks(site, 'automatic', 4, '20:00', '21:00');
    await read('Back on Thursday at 3:00 PM', 'Wieder da: Freitag um 05:00', '金曜日 5:00 に戻ります');

    // A week ahead the day alone would mean today. New York's clocks are put forward the day before.
    await annWorks(site, 'automatic', 1, '09:00', '10:00');
    await read(
      'Back on Monday, March 9 at 5:00 AM',
      'Wieder da: Montag, 9. März um 18:00',
      '3月9日月曜日 18:00 に戻ります',
    );

    await site.ask('pia', 'saveClosure', {
      projectId: site.projectId('SUP'),
      until: '2026-03-03T15:00:00Z',
      message: '',
      operationId: randomUUID(),
    });
    await site.passPoll();
    await read(
      'Closed until tomorrow at 10:00 AM',
      'Geschlossen bis Mittwoch um 00:00',
      '水曜日 0:00 まで休止しています',
    );

    // The day turns in New York, and nothing else does.
    await advanceTo(site, Date.parse('2026-03-03T05:00:00Z'));
    await read('Closed until 10:00 AM', 'Geschlossen bis morgen um 00:00', '明日 0:00 まで休止しています');
  });
});

describe('business hours in the customer’s own time', () => {
  test('begin and end for each by their own clock, at their own second; nothing of it is sent (H3, H5)', async ({
    site,
    visitors,
  }) => {
    const slots: Slot[] = [{ day: 1, from: '08:00', to: '20:00' }];
    await site.changeSettings({ hours: { mode: 'customer', zone: 'UTC', slots, holidays: [] } });
    await site.goOnline('ann');
    const trigger = site.site.webTriggerUrl('public');
    const sent: Record<string, Set<string>> = {};
    const shopIn = async (timezoneId: string): Promise<Page> => {
      const browser = await visitors.browserOf(timezoneId, { timezoneId });
      const asked = (sent[timezoneId] = new Set());
      browser.on('request', (request) => {
        const [url, body] = [request.url(), request.postData()];
        // The minute by the server's clock, past caches.
        if (url.startsWith(trigger))
          asked.add(`${request.method()} ${url.replace(/&t=\d+/, '')} ${body ?? ''}`);
      });
      return visitors.open(timezoneId, site.example);
    };
    const tokyo = await shopIn('Asia/Tokyo');
    const newYork = await shopIn('America/New_York');
    const icon = (page: Page) => page.getByRole('button', { name: 'We’re online' });
    await expectShown(icon(tokyo));
    await expectSoon(() => widgetState(newYork)).toBe('hidden');
    await expectGone(icon(newYork));

    await turnsByItself(site, tokyo, Date.parse('2026-03-02T11:00:00Z'), {
      before: () => expectShown(icon(tokyo)),
      after: () => expectGone(icon(tokyo)),
    });
    await turnsByItself(site, newYork, Date.parse('2026-03-02T13:00:00Z'), {
      before: () => expectGone(icon(newYork)),
      after: () => expectShown(icon(newYork)),
    });
    expect(sent['America/New_York']?.size).toBeGreaterThan(3);
    expect(sent['America/New_York']).toEqual(sent['Asia/Tokyo']);
  });
});
