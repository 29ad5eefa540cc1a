import { parseArgs } from 'node:util';
import type { StormSize } from '../support/message-storm';
import { agentHour } from './agent-hour';
import { benchTable, type BenchLine } from './bench-line';
import { buildWhatIsMissing } from './build-what-is-missing';
import { cacheInFront } from './cache-in-front';
import { calendarYears, type Part } from './calendar-years';
import { crowds } from './crowds';
import { deskStorms } from './desk-storms';
import { everydayCost } from './everyday-cost';
import { firstScreen } from './first-screen';
import { hostPageCost } from './host-page-cost';
import { longChats } from './long-chats';
import { floods } from './floods';
import { messageStorms } from './message-storms';
import { monthOfADesk } from './month-of-a-desk';
import { onlineEnds } from './online-ends';
import { pollCost } from './poll-cost';
import { pollHandler } from './poll-handler';
import { pollHttp } from './poll-http';
import { refusalStorms } from './refusal-storms';
import { sweeps } from './sweeps';
import { twoInstallations } from './two-installations';
import { visitorTraffic } from './visitor-traffic';

const HELP = `Measures what docs/benchmarks.md explains; ends with 1 when a figure is over its bound.

Usage: npm run bench -- [options] [figure…]

  --full              F7, R1, R2, R10, R13 and R15 in their full size, which takes minutes to hours
  --conversations N   R10 and R13: in so many conversations
  --messages N        R10 and R13: so many in each
  --part N/M          R15: in so much of its zones
  --help              shows this text

Figures: F3, F4, F5 (with F6), F7, F13, F15, F16, F17, F18, F19, R1 (with R2), R3, R9, R10, R13, R14, R15,
hour, sweep; without any, all of them.
`;

const TOGGLES = 10_000;
const TOGGLES_FULL = 200_000;

interface Options {
  full: boolean;
  /** Of storms of messages; what is absent is as usual. */
  size: Partial<StormSize>;
  part: Part;
}

interface Bench {
  figures: string[];
  what: string;
  run(options: Options): BenchLine[] | Promise<BenchLine[]>;
}

const FULL_STORM: StormSize = { conversations: 200, messages: 50 };

const BENCHES: Bench[] = [
  { figures: ['F3'], what: 'what a poll costs', run: pollCost },
  { figures: ['F4'], what: "the web trigger's handler", run: pollHandler },
  { figures: ['F5', 'F6'], what: 'polls over HTTP', run: pollHttp },
  { figures: ['F16'], what: 'what a day asks of Jira', run: everydayCost },
  { figures: ['SWEEP'], what: 'the sweep of a large site', run: sweeps },
  { figures: ['F19'], what: 'a month at Forge’s prices', run: monthOfADesk },
  { figures: ['F17'], what: 'lists and long chats', run: longChats },
  { figures: ['F18'], what: 'the first useful screen', run: firstScreen },
  { figures: ['F7'], what: "visitors' and chats' calls", run: visitorTraffic },
  { figures: ['F7'], what: 'a crowd', run: crowds },
  { figures: ['F15'], what: 'what a page pays before a click', run: hostPageCost },
  { figures: ['HOUR'], what: 'an agent’s two windows', run: agentHour },
  { figures: ['F13'], what: 'a cache in front', run: cacheInFront },
  {
    figures: ['R1', 'R2'],
    what: 'storms on one desk',
    run: ({ full }) => deskStorms(full ? TOGGLES_FULL : TOGGLES),
  },
  { figures: ['R3'], what: 'ends of online times', run: onlineEnds },
  { figures: ['R9'], what: 'two installations', run: twoInstallations },
  {
    figures: ['R10'],
    what: 'storms of messages',
    run: ({ full, size }) =>
      messageStorms({ ...(full ? FULL_STORM : { conversations: 20, messages: 50 }), ...size }),
  },
  {
    figures: ['R13'],
    what: 'storms on sites that refuse',
    run: ({ full, size }) =>
      refusalStorms({ ...(full ? FULL_STORM : { conversations: 20, messages: 10 }), ...size }),
  },
  { figures: ['R14'], what: 'one program that floods a desk', run: floods },
  {
    figures: ['R15'],
    what: 'years of calendars in forty zones',
    run: ({ full, part }) => calendarYears(full ? 1_000 : 25, part),
  },
];

function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error(`${option} must be a whole number above 0, not "${text}".`);
}

function partOf(text: string): Part {
  const [part = 0, of = 0] = text.split('/').map(Number);
  if (Number.isInteger(part) && Number.isInteger(of) && part >= 1 && part <= of) return { part, of };
  throw new Error(`--part must be one of so many, such as 1/4, not "${text}".`);
}

async function main(): Promise<boolean> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      full: { type: 'boolean', default: false },
      conversations: { type: 'string' },
      messages: { type: 'string' },
      part: { type: 'string', default: '1/1' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return true;
  }
  const asked = positionals.map((figure) => figure.toUpperCase());
  const unknown = asked.find((figure) => !BENCHES.some(({ figures }) => figures.includes(figure)));
  if (unknown !== undefined) throw new Error(`There is no figure ${unknown}; --help names them.`);
  const { full, conversations, messages } = values;
  const size = {
    ...(conversations !== undefined && { conversations: wholeNumber('--conversations', conversations) }),
    ...(messages !== undefined && { messages: wholeNumber('--messages', messages) }),
  };
  const part = partOf(values.part);
  await buildWhatIsMissing();
  const lines: BenchLine[] = [];
  for (const { figures, what, run } of BENCHES) {
    if (asked.length > 0 && !asked.some((figure) => figures.includes(figure))) continue;
    process.stderr.write(`${figures.join(', ')}: ${what} …\n`);
    lines.push(...(await run({ full, size, part })));
  }
  process.stdout.write(`${benchTable(lines)}\n`);
  return lines.every(({ ok }) => ok);
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
