import { describe, expect, it } from 'vitest';
import { createRpcChannel, isWireMessage, type RpcChannel } from '../../../local/pages/browser/rpc-channel';

/** Two ends that pass messages as postMessage does: cloned, and so without functions. */
function connect(serve: (command: string, payload: unknown) => unknown): RpcChannel {
  const near: RpcChannel = createRpcChannel({
    post: (message) => void far.receive(structuredClone(message)),
    serve: () => undefined,
  });
  const far = createRpcChannel({ post: (message) => void near.receive(structuredClone(message)), serve });
  return near;
}

describe('The channel between a host page and its frames', () => {
  it('answers a call with what the other side returns', async () => {
    const channel = connect((command, payload) => ({ command, payload }));
    expect(await channel.call('getContext', { a: [1, null, 'x'] })).toEqual({
      command: 'getContext',
      payload: { a: [1, null, 'x'] },
    });
  });

  it('rejects with the name and message of what the other side threw', async () => {
    const channel = connect(() => {
      throw new TypeError('Not like this.');
    });
    await expect(channel.call('openModal')).rejects.toMatchObject({
      name: 'TypeError',
      message: 'Not like this.',
    });
  });

  it('lets the other side call functions in a payload, with arguments and results', async () => {
    const channel = connect(async (_command, payload) => {
      const { actions } = payload as { actions: { onClick(text: string): Promise<string> }[] };
      return actions[0]?.onClick('now');
    });
    const answer = await channel.call('showFlag', {
      actions: [{ onClick: (text: string) => `clicked ${text}` }],
    });
    expect(answer).toBe('clicked now');
  });

  it('gives back functions in a result', async () => {
    const seen: unknown[] = [];
    const channel = connect(() => ({ unsubscribe: (reason: unknown) => void seen.push(reason) }));
    const { unsubscribe } = (await channel.call('on')) as { unsubscribe(reason: string): Promise<void> };
    await unsubscribe('done');
    expect(seen).toEqual(['done']);
  });

  it('tells the caller when a function of the other side throws', async () => {
    const channel = connect(async (_command, payload) => (payload as { onClose(): Promise<void> }).onClose());
    const onClose = () => {
      throw new Error('Broken.');
    };
    await expect(channel.call('openModal', { onClose })).rejects.toThrow('Broken.');
  });

  it('takes only messages of its own kind', () => {
    expect(isWireMessage({ forge: 'call', id: 1 })).toBe(true);
    for (const other of [null, 'text', { id: 1 }, { forge: 'call' }, { source: 'react-devtools' }]) {
      expect(isWireMessage(other)).toBe(false);
    }
  });
});
