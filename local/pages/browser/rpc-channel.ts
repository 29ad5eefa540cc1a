/**
 * Calls between a host page and a frame, both ways over postMessage. Functions inside payloads and results
 * become references that the other side can call, because @forge/bridge passes callbacks.
 */
export type WireMessage =
  | { forge: 'call'; id: number; command: string; payload: unknown }
  | { forge: 'callback'; id: number; reference: number; args: unknown }
  | { forge: 'answer'; id: number; value: unknown }
  | { forge: 'failure'; id: number; name: string; message: string };

export interface RpcChannel {
  call(command: string, payload?: unknown): Promise<unknown>;
  /** Takes a message whose sender was checked. */
  receive(message: WireMessage): Promise<void>;
}

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

const REFERENCE = '$forgeFunction';

export function createRpcChannel(options: {
  post(message: WireMessage): void;
  serve(command: string, payload: unknown): unknown;
}): RpcChannel {
  const { post, serve } = options;
  const pending = new Map<number, Pending>();
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  let lastId = 0;
  const nextId = () => (lastId += 1);

  function request(message: (id: number) => WireMessage): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = nextId();
      pending.set(id, { resolve, reject });
      post(message(id));
    });
  }

  function encode(value: unknown): unknown {
    if (typeof value === 'function') {
      const reference = nextId();
      functions.set(reference, (...args) => Reflect.apply(value, undefined, args));
      return { [REFERENCE]: reference };
    }
    return mapMembers(value, encode);
  }

  function decode(value: unknown): unknown {
    if (isPlainObject(value) && typeof value[REFERENCE] === 'number') {
      const reference = value[REFERENCE];
      return (...args: unknown[]) =>
        request((id) => ({ forge: 'callback', id, reference, args: encode(args) }));
    }
    return mapMembers(value, decode);
  }

  async function answer(id: number, work: () => unknown): Promise<void> {
    try {
      post({ forge: 'answer', id, value: encode(await work()) });
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      post({ forge: 'failure', id, name, message });
    }
  }

  function settle(id: number, act: (waiting: Pending) => void): void {
    const waiting = pending.get(id);
    pending.delete(id);
    if (waiting) act(waiting);
  }

  return {
    call: (command, payload) => request((id) => ({ forge: 'call', id, command, payload: encode(payload) })),
    async receive(message) {
      switch (message.forge) {
        case 'call':
          return answer(message.id, () => serve(message.command, decode(message.payload)));
        case 'callback':
          return answer(message.id, () => {
            const args: unknown = decode(message.args);
            return functions.get(message.reference)?.(...(isList(args) ? args : []));
          });
        case 'answer':
          return settle(message.id, ({ resolve }) => resolve(decode(message.value)));
        case 'failure': {
          const error = Object.assign(new Error(message.message), { name: message.name });
          return settle(message.id, ({ reject }) => reject(error));
        }
      }
    },
  };
}

export function isWireMessage(value: unknown): value is WireMessage {
  return isPlainObject(value) && typeof value.forge === 'string' && typeof value.id === 'number';
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

/** Everything that is neither array nor plain object goes as it is: structured cloning knows it. */
function mapMembers(value: unknown, map: (member: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(map);
  if (isPlainObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, map(member)]));
  }
  return value;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
