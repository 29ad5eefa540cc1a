import { beforeEach, describe, expect, it } from 'vitest';
import { adfOfText } from '../../../local/jira/records/adf';
import { manualClock } from '../../../local/clock';
import type { JiraActor } from '../../../local/jira/records/jira-actor';
import { createSite, type Site } from '../../../local/site';
import { FIXTURE_MANIFEST } from '../fixture-app';

const APP: JiraActor = { kind: 'app' };
const COMMENTS = '/rest/api/3/issue/SUP-1/comment';
let site: Site;
let ann: JiraActor;

beforeEach(async () => {
  const clock = manualClock(Date.UTC(2026, 10, 22, 9));
  site = await createSite({ clock, manifestPath: FIXTURE_MANIFEST, queryLagMs: 0 });
  ann = { kind: 'user', accountId: site.jira.person('ann')?.accountId ?? '' };
});

async function comment(actor: JiraActor): Promise<string> {
  const body = JSON.stringify({ body: adfOfText('Hello') });
  const answer = await site.jira.handle({ method: 'POST', path: COMMENTS, actor, body });
  return (JSON.parse(answer.body) as { id: string }).id;
}

async function received(): Promise<unknown[]> {
  await site.idle();
  const events = site.kvs.snapshot().plain.events?.value as { eventType?: string }[];
  return events.filter(({ eventType }) => eventType !== undefined);
}

describe('A trigger', () => {
  it('hears of comments, and whether the app made them itself', async () => {
    const id = await comment(ann);
    await site.idle();
    await comment(APP);
    expect(await received()).toMatchObject([
      {
        eventType: 'avi:jira:commented:issue',
        selfGenerated: false,
        issue: { key: 'SUP-1' },
        comment: { id },
      },
      { eventType: 'avi:jira:commented:issue', selfGenerated: true },
    ]);
  });

  it('that ignores what the app does hears of others only', async () => {
    for (const actor of [APP, ann]) {
      const path = `${COMMENTS}/${await comment(actor)}`;
      await site.idle();
      await site.jira.handle({ method: 'DELETE', path, actor });
    }
    const deleted = (await received()).filter(
      (event) => (event as { eventType: string }).eventType === 'avi:jira:deleted:comment',
    );
    expect(deleted).toMatchObject([{ selfGenerated: false }]);
  });

  it('can hear twice, and late, when the site is made to deliver like that', async () => {
    site.faults.set({ queue: { duplicate: 1, lateMs: 60_000 } });
    await comment(ann);
    expect(await received()).toEqual([]);
    await site.clock.advance(60_000);
    // Both deliveries run at once: the fixture, which reads and writes, keeps at least one of them.
    expect((await received()).length).toBeGreaterThan(0);
    expect(site.stats.snapshot().invocations['on-event']?.calls).toBe(3);
  });
});
