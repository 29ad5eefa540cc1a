import { parseArgs } from 'node:util';
import { benchTable, type BenchLine } from './bench-line';
import { buildWhatIsMissing } from './build-what-is-missing';
import { deskStorms } from './desk-storms';
import { everydayCost } from './everyday-cost';
import { firstScreen } from './first-screen';
import { messageStorms } from './message-storms';
import { onlineEnds } from './online-ends';
import { pollCost } from './poll-cost';
import { pollHandler } from './poll-handler';
import { pollHttp } from './poll-http';
import { twoInstallations } from './two-installations';
import { visitorTraffic } from './visitor-traffic';

const HELP = `Measures what docs/benchmarks.md explains; ends with 1 when a figure is over its bound.

Usage: npm run bench -- [options] [figure…]

  --full   F7, R1, R2 and R10 in their full size, which takes minutes to hours
  --help   shows this text

Figures: F3, F4, F5 (with F6), F7, F16, F18, R1 (with R2), R3, R9, R10; without any, all of them.
`;

const TOGGLES = 10_000;
const TOGGLES_FULL = 200_000;

interface Bench {
  figures: string[];
  what: string;
  run(options: { full: boolean }): BenchLine[] | Promise<BenchLine[]>;
}

const BENCHES: Bench[] = [
  { figures: ['F3'], what: 'what a poll costs', run: pollCost },
  { figures: ['F4'], what: "the web trigger's handler", run: pollHandler },
  { figures: ['F5', 'F6'], what: 'polls over HTTP', run: pollHttp },
  { figures: ['F16'], what: 'what a day asks of Jira', run: everydayCost },
  { figures: ['F18'], what: 'the first useful screen', run: firstScreen },
  { figures: ['F7'], what: "visitors' and chats' calls", run: visitorTraffic },
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
    run: ({ full }) => messageStorms({ conversations: full ? 200 : 20, messages: 50 }),
  },
];

async function main(): Promise<boolean> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { full: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return true;
  }
  const asked = positionals.map((figure) => figure.toUpperCase());
  const unknown = asked.find((figure) => !BENCHES.some(({ figures }) => figures.includes(figure)));
  if (unknown !== undefined) throw new Error(`There is no figure ${unknown}; --help names them.`);
  await buildWhatIsMissing();
  const lines: BenchLine[] = [];
  for (const { figures, what, run } of BENCHES) {
    if (asked.length > 0 && !asked.some((figure) => figures.includes(figure))) continue;
    process.stderr.write(`${figures.join(', ')}: ${what} …\n`);
    lines.push(...(await run({ full: values.full })));
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
