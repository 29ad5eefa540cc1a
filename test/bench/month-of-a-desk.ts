import { everydayCosts, type Everyday } from '../support/everyday-costs';
import type { Cost } from '../support/cost-of';
import { USUAL_VISIT } from '../static/widget/launcher/visit';
import { simulateTraffic, type MinuteOfTraffic } from '../static/widget/traffic/traffic';
import { LIVELY_TALK } from '../static/widget/traffic/working-day';
import type { BenchLine } from './bench-line';

/** A middle-sized desk (figure F19), and what people do there. */
const DESK = {
  agents: 10,
  pages: 500,
  chatsADay: 100,
  /** Of 100 chats; the others are of visitors who say who they are. */
  anonymous: 60,
  /** A chat: further messages of the visitor, replies, changes of the request such as assigning and resolving. */
  messages: 4,
  replies: 5,
  changes: 2,
  /** Minutes that a visitor's page keeps asking about a chat. */
  chatMinutes: 15,
  /** Pages of Jira that one agent looks at in a day, each more than ten minutes after the last: the dearest. */
  pageViews: 40,
  hoursADay: 10,
  workingDays: 22,
  days: 30,
};

/** USD, and what is free in a month (developer.atlassian.com/platform/forge/forge-platform-pricing, May 2026). */
const PRICES = {
  gbSeconds: { each: 0.000_025, free: 100_000 },
  gbRead: { each: 0.055, free: 0.1 },
  gbWritten: { each: 1.09, free: 0.1 },
  gbLogged: { each: 1.005, free: 1 },
};

/**
 * What cannot be counted here: how long Forge's functions run. Seconds of an invocation, of a call to Forge's storage and
 * of one to Jira. Assumed, and on the dear side; the counts that they are multiplied with are measured.
 */
const SECONDS = { invocation: 0.03, storageCall: 0.02, jiraCall: 0.25 };

/** As the manifest asks for; and what Atlassian's usage page still says that every function has. */
const MEMORY_GB = [0.25, 0.5];

/** Minutes of the simulation, and from which on it counts: the first pages are opened faster than on any site. */
const SIMULATED_MINUTES = 90;
const WARM_UP = 30;
const OPENING_MINUTES = 10;

type Bill = Pick<Cost, 'invocations' | 'bytesRead' | 'bytesWritten' | 'logBytes'> & { seconds: number };

const secondsOf = ({ invocations, storage, jiraCalls }: Cost): number =>
  invocations * SECONDS.invocation + storage * SECONDS.storageCall + jiraCalls * SECONDS.jiraCall;

/** So many times a day of work, or of every day. */
interface Part {
  what: string;
  kind: Everyday;
  aMonth: number;
}

const mean = (traffic: MinuteOfTraffic[], count: (minute: MinuteOfTraffic) => number): number =>
  traffic.reduce((sum, minute) => sum + count(minute), 0) / traffic.length;

/** The calls of open pages, of chats and of agents' windows, by the widget's real schedulers. */
async function callsAMinute(): Promise<Record<'availability' | 'texts' | 'chat' | 'agents', number>> {
  const { pages, agents, chatsADay, chatMinutes, hoursADay, messages, replies } = DESK;
  const minutesADay = hoursADay * 60;
  const conversations = Math.ceil((chatsADay * chatMinutes) / minutesADay);
  const pauseMinutes = (conversations * minutesADay) / (chatsADay * (1 + messages + replies));
  const day = await simulateTraffic({
    minutes: SIMULATED_MINUTES,
    visit: USUAL_VISIT,
    talk: { conversations, agents, model: { ...LIVELY_TALK, pauseMinutes } },
    pages: (minute) => Math.round(pages * Math.min(1, (minute + 1) / OPENING_MINUTES)),
  });
  const quiet = day.slice(WARM_UP);
  return {
    availability: mean(quiet, ({ availability }) => availability),
    // A script costs no storage; what it costs otherwise is an invocation like that of the texts.
    texts: mean(quiet, ({ script, config }) => script + config),
    chat: mean(quiet, ({ chat }) => chat),
    agents: mean(quiet, (minute) => minute.agents),
  };
}

function partsOf(calls: Awaited<ReturnType<typeof callsAMinute>>): Part[] {
  const {
    workingDays,
    hoursADay,
    chatsADay,
    anonymous,
    messages,
    replies,
    changes,
    agents,
    pageViews,
    days,
  } = DESK;
  const minutes = workingDays * hoursADay * 60;
  const chats = workingDays * chatsADay;
  return [
    { what: 'open pages ask', kind: 'poll of a page', aMonth: minutes * calls.availability },
    { what: 'pages load texts and scripts', kind: 'texts for a page', aMonth: minutes * calls.texts },
    { what: 'chats are polled', kind: 'idle poll of a chat', aMonth: minutes * calls.chat },
    { what: 'agents’ windows follow', kind: 'chat list', aMonth: minutes * calls.agents },
    { what: 'anonymous starts', kind: 'anonymous start', aMonth: (chats * anonymous) / 100 },
    { what: 'other starts', kind: 'registered start', aMonth: (chats * (100 - anonymous)) / 100 },
    { what: 'further messages', kind: 'further message', aMonth: chats * messages },
    { what: 'replies', kind: 'reply from the inbox', aMonth: chats * replies },
    { what: 'first replies, told', kind: 'first reply, told to its request', aMonth: chats },
    { what: 'chats are opened', kind: 'one chat', aMonth: chats * replies },
    { what: 'changes in Jira', kind: 'change in Jira', aMonth: chats * changes },
    {
      what: 'agents’ page views',
      kind: 'first page view of an agent',
      aMonth: workingDays * agents * pageViews,
    },
    { what: 'sweeps, day and night', kind: 'five quiet minutes', aMonth: days * 24 * 12 },
  ];
}

const billOf = (cost: Cost, times: number): Bill => ({
  invocations: cost.invocations * times,
  bytesRead: cost.bytesRead * times,
  bytesWritten: cost.bytesWritten * times,
  logBytes: cost.logBytes * times,
  seconds: secondsOf(cost) * times,
});

const total = (bills: Bill[]): Bill =>
  bills.reduce((sum, bill) => ({
    invocations: sum.invocations + bill.invocations,
    bytesRead: sum.bytesRead + bill.bytesRead,
    bytesWritten: sum.bytesWritten + bill.bytesWritten,
    logBytes: sum.logBytes + bill.logBytes,
    seconds: sum.seconds + bill.seconds,
  }));

/** `free`: with what Forge gives every app for nothing, this desk being its only one. */
function usdOf(
  { seconds, bytesRead, bytesWritten, logBytes }: Bill,
  memoryGb: number,
  free: boolean,
): number {
  const GB = 1e9;
  const used = {
    gbSeconds: seconds * memoryGb,
    gbRead: bytesRead / GB,
    gbWritten: bytesWritten / GB,
    gbLogged: logBytes / GB,
  };
  return (Object.keys(used) as (keyof typeof used)[]).reduce((sum, unit) => {
    const { each, free: given } = PRICES[unit];
    return sum + Math.max(0, used[unit] - (free ? given : 0)) * each;
  }, 0);
}

const whole = (count: number): string => Math.round(count).toLocaleString('en-US');
const kb = (bytes: number): string => whole(bytes / 1_000);
const usd = (amount: number): string => amount.toFixed(2);

const inWords = (bill: Bill): string =>
  [
    `${whole(bill.invocations)} invocations`,
    `${whole(bill.seconds * (MEMORY_GB[0] ?? 0))} GB-s`,
    `${kb(bill.bytesRead)} KB read`,
    `${kb(bill.bytesWritten)} KB written`,
    `${kb(bill.logBytes)} KB logged`,
    `USD ${usd(usdOf(bill, MEMORY_GB[0] ?? 0, false))}`,
  ].join(', ');

/** F19: what Forge would bill for a month. Every count is measured on the local site; durations are assumed. */
export async function monthOfADesk(): Promise<BenchLine[]> {
  const [costs, calls] = [await everydayCosts(), await callsAMinute()];
  const parts = partsOf(calls).map(({ what, kind, aMonth }) => ({
    what,
    aMonth,
    bill: billOf(costs[kind], aMonth),
  }));
  const month = total(parts.map(({ bill }) => bill));
  const line = (what: string, measured: string): BenchLine => ({ id: 'F19', what, measured, ok: true });
  return [
    ...parts.map(({ what, aMonth, bill }) => line(`${what}: ${whole(aMonth)} times`, inWords(bill))),
    line('a month in all, before what is free', inWords(month)),
    ...MEMORY_GB.map((gb) =>
      line(
        `USD at ${String(gb)} GB of memory: before, and after what is free`,
        `${usd(usdOf(month, gb, false))}, ${usd(usdOf(month, gb, true))}`,
      ),
    ),
  ];
}
