import { fork } from 'node:child_process';
import path from 'node:path';
import type { BenchLine } from './bench-line';
import { loadPolls, type LoadResult, type LoadTarget } from './poll-load';
import { median } from './side-by-side';

const SHARE_BOUND = 0.6;
const ANSWER_BYTES_BOUND = 1_024;
const BODY_BYTES_BOUND = 512;

const CONNECTIONS = 8;
/** Many and short, so that both servers see the same bursts of whatever else the machine does. */
const ROUNDS = 41;
const ROUND = { connections: CONNECTIONS, milliseconds: 250, requests: 10_000 };
const WARM_UP = { connections: CONNECTIONS, milliseconds: 3_000, requests: 30_000 };

const root = path.resolve(import.meta.dirname, '../..');

interface ServerProcess extends LoadTarget {
  stop(): void;
}

/** Starts one of the two servers; it stops when this process lets go of it, also by ending. */
async function startServerProcess(file: string): Promise<ServerProcess> {
  const child = fork(path.join(import.meta.dirname, file), {
    cwd: root,
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const target = await new Promise<LoadTarget>((resolve, reject) => {
    child.once('message', (message) => resolve(message as LoadTarget));
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`${file} ended before it served anything.`)));
  });
  return { ...target, stop: () => child.disconnect() };
}

/** F5 and F6: this process asks, on connections that are kept; each server is in a process of its own. */
export async function pollHttp(): Promise<BenchLine[]> {
  const servers: ServerProcess[] = [];
  try {
    for (const file of ['serve-reference.ts', 'serve-local-site.ts']) {
      servers.push(await startServerProcess(file));
    }
    return await measure(servers);
  } finally {
    for (const server of servers) server.stop();
  }
}

async function measure(servers: ServerProcess[]): Promise<BenchLine[]> {
  const shares: number[] = [];
  const rates: number[][] = servers.map(() => []);
  let answer: LoadResult | undefined;
  for (const server of servers) await loadPolls(server, WARM_UP);
  for (let round = 0; round < ROUNDS; round++) {
    let reference = Number.NaN;
    for (const [index, server] of servers.entries()) {
      answer = await loadPolls(server, ROUND);
      rates[index]?.push(answer.requestsPerSecond);
      if (index === 0) reference = answer.requestsPerSecond;
      else shares.push(answer.requestsPerSecond / reference);
    }
  }
  const share = median(shares);
  const [bare = 0, local = 0] = rates.map((each) => Math.round(median(each)));
  const { answerBytes = 0, bodyBytes = 0 } = answer ?? {};
  const inWords = (rate: number): string => rate.toLocaleString('en-US');
  return [
    {
      id: 'F5',
      what: `polls over HTTP on the local site, ${CONNECTIONS} connections, against bare node:http`,
      measured: `${Math.round(share * 100)} % (${inWords(local)} of ${inWords(bare)} requests/s)`,
      bound: `≥ ${SHARE_BOUND * 100} %`,
      ok: share >= SHARE_BOUND,
    },
    {
      id: 'F6',
      what: 'that answer with its headers, and its body',
      measured: `${answerBytes} and ${bodyBytes} bytes`,
      bound: `≤ ${ANSWER_BYTES_BOUND} and ≤ ${BODY_BYTES_BOUND}`,
      ok: answerBytes <= ANSWER_BYTES_BOUND && bodyBytes <= BODY_BYTES_BOUND && bodyBytes > 0,
    },
  ];
}
