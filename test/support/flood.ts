import { randomUUID } from 'node:crypto';
import type { FaultSettings } from '../../local/fault-settings';
import type { ErrorBody } from '../../src/contract/availability';
import { aSite, type SiteDriver } from './a-site';
import { aVisitor, type VisitorDriver } from './a-visitor';
import { HOUR, MINUTE } from './desk-builders';
import { doneWork } from './done-work';

/** How one program floods a desk: without an origin, under made-up ones, or naming another stranger each time. */
export const FLOODS = ['no origin', 'made-up origins', 'many addresses'] as const;

export interface FloodSize {
  kind: (typeof FLOODS)[number];
  minutes: number;
  /** Of the program. */
  startsPerMinute: number;
  /** Of people with a browser. */
  honestPerMinute: number;
  faults?: FaultSettings;
  /** Waits for a day, and looks at what is left. */
  waits?: true;
}

export interface FloodReport {
  /** Of the program's starts. */
  taken: number;
  /** Honest starts and follow-ups, and how many of them went through: acknowledged, and not held back. */
  starts: number;
  started: number;
  followUps: number;
  followedUp: number;
  /** Messages of honest people that were acknowledged and are not in Jira two minutes after it all. */
  lost: number;
  /** People who were made customers. */
  customers: number;
  /** The longest that an honest message took from its acknowledgement to Jira, seconds. */
  deliveryS: number;
  /** What was stored more than before when it was over, and what budgets left of it a day later; bytes. */
  bytes: number;
  bytesLeft: number;
}

/** Pieces of a minute in which starts come together. */
const PIECES = 12;

/** Chats that were there before. */
const CHATS_BEFORE = 4;

/** One program floods a desk for some minutes while people start chats and go on with theirs. */
export async function flood(size: FloodSize): Promise<FloodReport> {
  const { kind, minutes, startsPerMinute, honestPerMinute, faults, waits } = size;
  const app = await aSite();
  await app.goOnline('ann');
  const widgetId = await app.widgetId('SUP');
  const before = Array.from({ length: CHATS_BEFORE }, () => aVisitor(app, widgetId));
  for (const visitor of before) await visitor.start('I was here before');
  await app.clock.advance(MINUTE);
  const people = app.site.jira.people().length;
  const bytesBefore = bytesStored(app);
  const report: FloodReport = {
    taken: 0,
    starts: 0,
    started: 0,
    followUps: 0,
    followedUp: 0,
    lost: 0,
    customers: 0,
    deliveryS: 0,
    bytes: 0,
    bytesLeft: 0,
  };
  app.site.faults.set({ ...faults, seed: 14 });
  const honest: VisitorDriver[] = [];
  let count = 0;
  for (let piece = 0; piece < minutes * PIECES; piece++) {
    for (let index = 0; index < startsPerMinute / PIECES; index++)
      if ((await attack(app, widgetId, kind, count++)) === 201) report.taken++;
    if (piece % Math.ceil(PIECES / honestPerMinute) === 0) {
      const visitor = aVisitor(app, widgetId);
      report.starts++;
      if (await startHonestly(app, visitor, widgetId, `honest ${String(report.starts)}`)) {
        report.started++;
        honest.push(visitor);
      }
    }
    const follower = before[piece % before.length];
    if (follower) {
      report.followUps++;
      if (await insist(app, async () => (await follower.send(`more ${String(piece)}`)).status))
        report.followedUp++;
    }
    await app.clock.advance(MINUTE / PIECES);
  }
  report.bytes = bytesStored(app) - bytesBefore;
  app.site.faults.set({});
  await app.clock.advance(2 * MINUTE);
  for (const visitor of [...before, ...honest]) await judge(visitor, report);
  report.customers = app.site.jira.people().length - people;
  if (waits) {
    await app.clock.advance(24 * HOUR);
    report.bytesLeft = bytesOfBudgets(app);
  }
  app.site.close();
  return report;
}

async function attack(
  app: SiteDriver,
  widgetId: string,
  kind: FloodSize['kind'],
  count: number,
): Promise<number> {
  const number = String(count);
  const claim = kind === 'many addresses' && { name: 'S', email: `stranger${number}@elsewhere.example` };
  const origin = kind === 'made-up origins' && { Origin: `https://site${number}.example` };
  const { status } = await app.site.webTrigger({
    method: 'POST',
    path: '/v1/conversations',
    headers: { 'Content-Type': 'text/plain', ...origin },
    body: JSON.stringify({ widgetId, message: `buy ${number}`, clientMessageId: randomUUID(), ...claim }),
  });
  return status;
}

/** As a page does: it works when it is asked to, and sends the same start again when storage is not there. */
async function startHonestly(
  app: SiteDriver,
  visitor: VisitorDriver,
  widgetId: string,
  message: string,
): Promise<boolean> {
  const clientMessageId = randomUUID();
  let work: string | undefined;
  let isHeld = false;
  const isTaken = await insist(app, async () => {
    const { status, body } = await visitor.start(message, { clientMessageId, ...(work && { work }) });
    const { challenge } = body as Partial<ErrorBody>;
    if (challenge) work = doneWork({ widgetId, clientMessageId, message }, challenge);
    isHeld = body.held === true;
    return status;
  });
  return isTaken && !isHeld;
}

/** Some seconds at most. */
async function insist(app: SiteDriver, send: () => Promise<number>): Promise<boolean> {
  for (let tries = 0; tries < 5; tries++) {
    if ((await send()) < 300) return true;
    if (tries > 0) await app.clock.advance(1_000);
  }
  return false;
}

async function judge(visitor: VisitorDriver, report: FloodReport): Promise<void> {
  const events = await visitor.events();
  const delivered = new Map(
    events.flatMap((event) => (event.kind === 'delivered' ? [[event.of, event.at]] : [])),
  );
  for (const event of events) {
    if (event.kind !== 'message' || event.from !== 'visitor') continue;
    const at = delivered.get(event.n);
    if (at === undefined) report.lost++;
    else report.deliveryS = Math.max(report.deliveryS, (Date.parse(at) - Date.parse(event.at)) / 1_000);
  }
}

const bytesStored = ({ site }: SiteDriver): number => JSON.stringify(site.kvs.snapshot()).length;

/** Of what is counted and has not expired: storage deletes the rest when it comes to it. Keys of it begin with `r:`. */
function bytesOfBudgets({ site }: SiteDriver): number {
  const now = site.clock.now();
  const { plain } = site.kvs.snapshot();
  return Object.entries(plain)
    .filter(([key, { expireTime }]) => key.startsWith('r:') && Date.parse(expireTime ?? '') > now)
    .reduce((bytes, entry) => bytes + JSON.stringify(entry).length, 0);
}
