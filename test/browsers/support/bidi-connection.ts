import { WebSocket } from 'ws';

/** Milliseconds that one command may take. */
const PATIENCE_MS = 45_000;

type Params = Record<string, unknown>;

export interface BidiConnection {
  send(method: string, params?: Params): Promise<Params>;
  /** Everything that the browser tells unasked. */
  onEvent(listener: (method: string, params: Params) => void): void;
  close(): void;
}

/** WebDriver BiDi: commands and their answers over one socket. */
export async function connectBidi(address: string): Promise<BidiConnection> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.once('open', resolve).once('error', reject);
  });
  const waiting = new Map<number, { resolve: (result: Params) => void; reject: (error: Error) => void }>();
  const listeners: ((method: string, params: Params) => void)[] = [];
  let last = 0;
  socket.on('message', (data) => {
    // oxlint-disable-next-line typescript/no-base-to-string -- text frames come as Buffers
    const message = JSON.parse(data.toString()) as {
      type: 'event' | 'success' | 'error';
      id: number;
      method: string;
      params: Params;
      result: Params;
      error: string;
      message: string;
    };
    if (message.type === 'event') {
      for (const listener of listeners) listener(message.method, message.params);
      return;
    }
    const command = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.type === 'error') command?.reject(new Error(`${message.error}: ${message.message}`));
    else command?.resolve(message.result);
  });
  return {
    send: (method, params = {}) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        const timer = setTimeout(() => {
          if (waiting.delete(id)) reject(new Error(`${method}: the browser does not answer`));
        }, PATIENCE_MS);
        const ended = <T>(then: (value: T) => void) => {
          return (value: T): void => {
            clearTimeout(timer);
            then(value);
          };
        };
        waiting.set(id, { resolve: ended(resolve), reject: ended(reject) });
        socket.send(JSON.stringify({ id, method, params }));
      }),
    onEvent: (listener) => listeners.push(listener),
    close: () => socket.close(),
  };
}
