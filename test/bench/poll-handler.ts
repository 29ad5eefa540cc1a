import { createRequire } from 'node:module';
import path from 'node:path';
import { readManifest } from '../../local/manifest';
import { installForgeGlobals, runInvocation } from '../../local/platform/forge-globals';
import { bundleFunction } from '../../local/platform/function-bundle';
import { PlatformResponse } from '../../local/platform/platform-response';
import type { WebTriggerRequest, WebTriggerResponse } from '../../src/contract/public-request';
import { summarize } from '../../src/domain/summarize';
import { encodeSummary } from '../../src/domain/summary-record';
import { aDesk, online } from '../support/desk-builders';
import type { BenchLine } from './bench-line';
import { referenceLoop } from './reference-loop';
import { median, sideBySide } from './side-by-side';

const MICROS_BOUND = 10;
const RATIO_BOUND = 4;

const WIDGET_ID = 'W'.repeat(22);
const HOUR = 3_600_000;

const request: WebTriggerRequest = {
  method: 'GET',
  userPath: `/v1/availability/${WIDGET_ID}`,
  headers: { Host: ['localhost'], Accept: ['*/*'], Origin: ['https://shop.example'] },
  queryParameters: {},
};

type Handler = (request: WebTriggerRequest) => Promise<WebTriggerResponse>;

/** The web trigger's function, bundled and evaluated as the local site does it, on the computer's own clock. */
async function loadHandler(): Promise<Handler> {
  const manifest = readManifest(path.resolve(import.meta.dirname, '../../manifest.yml'));
  const key = manifest.webTriggers[0]?.function;
  const module = manifest.functions.find((each) => each.key === key);
  if (!module) throw new Error('The manifest has no web trigger.');
  const bundle = await bundleFunction(module);
  const globals = {
    Date,
    setTimeout,
    // The bundle hands back what it got from the one above.
    clearTimeout: (timer: unknown) => clearTimeout(timer as NodeJS.Timeout),
    console: { log: console.log, info: console.info, warn: console.warn, error: console.error },
  };
  return bundle.evaluate(createRequire(module.file), globals)[module.exportName] as Handler;
}

/** A storage that has one record in memory: what is left of a read is the @forge/kvs package. */
function storageInMemory(): () => PlatformResponse {
  const now = Date.now();
  const desk = aDesk({ widgetId: WIDGET_ID, roster: { ann: online({ since: now, until: now + HOUR }) } });
  const value = encodeSummary(summarize(desk, now));
  const body = JSON.stringify({ key: `s:${WIDGET_ID}`, value, createdAt: now, updatedAt: now });
  return () => new PlatformResponse(200, body);
}

/** F4: routing, one read through @forge/kvs, the state at this moment, headers and body: everything but the wire. */
export async function pollHandler(): Promise<BenchLine[]> {
  installForgeGlobals();
  const handler = await loadHandler();
  const invocation = { runtime: {}, fetch: storageInMemory(), print: () => undefined };
  let bytes = 0;
  const reference = (times: number): void => {
    for (let count = 0; count < times; count++) bytes += referenceLoop(count).length;
  };
  // One invocation around all calls: telling invocations apart is the platform's work.
  const poll = (times: number): Promise<void> =>
    runInvocation(invocation, async () => {
      for (let count = 0; count < times; count++) {
        const { statusCode, body = '' } = await handler(request);
        if (statusCode !== 200) throw new Error(`A poll was answered ${statusCode} ${body}`);
        bytes += body.length;
      }
    });
  const [loop, polls] = await sideBySide([reference, poll], { rounds: 101, times: 1_000 });
  const micros = median(polls?.micros ?? []);
  const ratio = median(polls?.ratios ?? []);
  const loopMicros = median(loop?.micros ?? []);
  return [
    {
      id: 'F4',
      what: `the handler in process, per answer; the reference loop takes ${loopMicros.toFixed(1)} µs`,
      measured: `${micros.toFixed(1)} µs, ${ratio.toFixed(1)} × the loop`,
      bound: `≤ ${MICROS_BOUND} µs or ≤ ${RATIO_BOUND} ×`,
      ok: bytes > 0 && (micros <= MICROS_BOUND || ratio <= RATIO_BOUND),
    },
  ];
}
