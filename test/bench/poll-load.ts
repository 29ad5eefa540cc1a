import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';

export interface LoadTarget {
  port: number;
  path: string;
}

export interface LoadOptions {
  connections: number;
  milliseconds: number;
  /** The load ends here even if there is time left. */
  requests: number;
}

export interface LoadResult {
  requestsPerSecond: number;
  /** Of the last answer, with and without its headers. */
  answerBytes: number;
  bodyBytes: number;
}

/** A server that is silent for so long has failed. */
const PATIENCE_MS = 30_000;

const HEAD_END = '\r\n\r\n';

/** One complete answer at the start of what was received, or null while some of it is missing. */
function readAnswer(received: string): { bytes: number; bodyBytes: number } | null {
  const headEnd = received.indexOf(HEAD_END);
  if (headEnd < 0) return null;
  const head = received.slice(0, headEnd);
  if (!head.startsWith('HTTP/1.1 200 '))
    throw new Error(`The server answered ${head.split('\r\n')[0] ?? ''}`);
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? Number.NaN);
  if (!Number.isInteger(length)) throw new Error('The server answered without a Content-Length.');
  const bytes = headEnd + HEAD_END.length + length;
  return received.length < bytes ? null : { bytes, bodyBytes: length };
}

async function open(port: number): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true });
  // One character per byte, so that lengths are bytes.
  socket.setEncoding('latin1');
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  return socket;
}

/** Asks again and again on connections that are kept, each request after the answer to the one before. */
export async function loadPolls({ port, path }: LoadTarget, options: LoadOptions): Promise<LoadResult> {
  const request = `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nAccept: */*\r\n\r\n`;
  const sockets = await Promise.all(Array.from({ length: options.connections }, () => open(port)));
  const started = performance.now();
  let answered = 0;
  let last = { bytes: 0, bodyBytes: 0 };

  const isOver = (): boolean =>
    answered >= options.requests || performance.now() - started >= options.milliseconds;
  const run = (socket: Socket): Promise<void> =>
    new Promise((resolve, reject) => {
      let received = '';
      socket.on('error', reject);
      socket.setTimeout(PATIENCE_MS, () => reject(new Error('The server does not answer any more.')));
      socket.on('close', () => reject(new Error('The server closed a connection.')));
      socket.on('data', (chunk: string) => {
        received += chunk;
        try {
          const answer = readAnswer(received);
          if (!answer) return;
          received = received.slice(answer.bytes);
          answered += 1;
          last = answer;
        } catch (error) {
          reject(error);
          return;
        }
        if (isOver()) resolve();
        else socket.write(request);
      });
      socket.write(request);
    });

  try {
    await Promise.all(sockets.map(run));
    const seconds = (performance.now() - started) / 1_000;
    return { requestsPerSecond: answered / seconds, answerBytes: last.bytes, bodyBytes: last.bodyBytes };
  } finally {
    for (const socket of sockets) socket.removeAllListeners('close').destroy();
  }
}
