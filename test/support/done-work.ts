import { hash, randomUUID } from 'node:crypto';
import type { Challenge, StartBody } from '../../src/contract/conversation';

const zeroBits = (digest: Buffer): number => Math.clz32(digest.readUInt32BE(0));

/** A browser's work for a start (some 130,000 hashes), as docs/web-trigger-chat.md has it. */
export function doneWork(
  { widgetId, clientMessageId, message }: Pick<StartBody, 'widgetId' | 'clientMessageId' | 'message'>,
  { bits, minute }: Challenge,
): string {
  const start = `${widgetId}|${String(minute)}|${clientMessageId}|${hash('sha256', message)}|`;
  for (let count = 0; ; count++) {
    const x = count.toString(36);
    if (zeroBits(hash('sha256', start + x, 'buffer')) >= bits) return `${String(minute)}.${x}`;
  }
}

/** A start that has worked before it was asked to. */
export function workedStart(
  widgetId: string,
  message: string,
  now: number,
): { clientMessageId: string; work: string } {
  const clientMessageId = randomUUID();
  const challenge = { bits: 17, minute: Math.floor(now / 60_000) };
  return { clientMessageId, work: doneWork({ widgetId, clientMessageId, message }, challenge) };
}
