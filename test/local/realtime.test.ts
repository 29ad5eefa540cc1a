import { Jira, publish, publishGlobal, signRealtimeToken } from '@forge/realtime';
import { describe, expect, it } from 'vitest';
import { insideFunction } from './inside-function';

const CHANNEL = 'news';

function listening() {
  const platform = insideFunction();
  const heard: unknown[] = [];
  return { ...platform, heard, hear: (payload: string) => void heard.push(JSON.parse(payload)) };
}

describe('Realtime channels', () => {
  it('carry a global event to global subscribers of that name', async () => {
    const { inside, realtime, heard, hear } = listening();
    realtime.subscribe({ channelName: CHANNEL, isGlobal: true }, hear);
    realtime.subscribe({ channelName: 'other', isGlobal: true }, hear);
    const sent = await inside(() => publishGlobal(CHANNEL, { n: 1 }));
    expect(sent).toMatchObject({
      eventId: expect.any(String) as string,
      eventTimestamp: expect.any(String) as string,
    });
    expect(heard).toEqual([{ n: 1 }]);
  });

  it('say so when nobody listens, and after a subscription has ended', async () => {
    const { inside, realtime, heard, hear } = listening();
    const stop = realtime.subscribe({ channelName: CHANNEL, isGlobal: true }, hear);
    stop();
    expect(await inside(() => publishGlobal(CHANNEL, 'x'))).toEqual({ eventId: null, eventTimestamp: null });
    expect(heard).toEqual([]);
  });

  it('keep global and contextual subscribers apart', async () => {
    const { inside, realtime, heard, hear } = listening();
    const context = { type: 'jira:globalPage', project: { id: '10001' } };
    realtime.subscribe({ channelName: CHANNEL, isGlobal: false, context }, hear);
    await inside(() => publishGlobal(CHANNEL, 'global'));
    await inside(() => publish(CHANNEL, 'contextual'));
    expect(heard).toEqual(['contextual']);
  });

  it('are bound to the part of the context that both sides name', async () => {
    const { inside, realtime, heard, hear } = listening();
    const contextOverrides = [Jira.Project];
    const subscribe = (id: string) =>
      realtime.subscribe(
        { channelName: CHANNEL, isGlobal: false, context: { project: { id } }, contextOverrides },
        hear,
      );
    subscribe('10001');
    subscribe('10002');
    await inside(() => publish(CHANNEL, 'to 10001', { contextOverrides }));
    expect(heard).toEqual(['to 10001']);
  });

  it('with a token reach only those with a token of the same claims', async () => {
    const { inside, realtime, heard, hear } = listening();
    const sign = (role: string) =>
      inside(async () =>
        String((await signRealtimeToken(CHANNEL, { role }, ['publish', 'subscribe'])).token),
      );
    const [agents, customers] = [await sign('agent'), await sign('customer')];
    const subscribe = (token?: string) =>
      realtime.subscribe({ channelName: CHANNEL, isGlobal: true, token }, hear);
    subscribe(agents);
    subscribe(customers);
    subscribe();
    await inside(() => publishGlobal(CHANNEL, 'for agents', { token: agents }));
    expect(heard).toEqual(['for agents']);
  });

  it('refuse tokens that are forged, expired, of another channel or without the permission', async () => {
    const { inside, realtime, clock, hear } = listening();
    const sign = (name: string, ...permissions: ['publish' | 'subscribe']) =>
      inside(async () => String((await signRealtimeToken(name, {}, permissions)).token));
    const subscribe = (token: string) => () =>
      realtime.subscribe({ channelName: CHANNEL, isGlobal: true, token }, hear);
    const good = await sign(CHANNEL, 'subscribe');
    expect(subscribe(`${good.slice(0, -4)}AAAA`)).toThrow('INVALID_TOKEN');
    expect(subscribe(await sign('other', 'subscribe'))).toThrow('CHANNEL_NAME_MISMATCH');
    expect(subscribe(await sign(CHANNEL, 'publish'))).toThrow('MISSING_PERMISSION');
    await clock.advance(15 * 60_000);
    expect(subscribe(good)).toThrow('TOKEN_EXPIRED');
  });
});
