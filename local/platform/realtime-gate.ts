import { z } from 'zod';
import type { Faults } from '../faults';
import { REALTIME_OPERATIONS_PER_SECOND } from './limits';
import { jsonResponse, PlatformResponse } from './platform-response';
import { RateWindow } from './rate-window';
import { RealtimeError, type Realtime } from './realtime';

const publishVariables = z.object({
  name: z.string(),
  payload: z.string(),
  context: z.string().optional(),
  isGlobal: z.boolean().default(false),
  token: z.string().optional(),
});
const signVariables = z.object({
  channelName: z.string().min(1),
  claims: z.record(z.string(), z.unknown()).default({}),
  permissions: z.array(z.enum(['publish', 'subscribe'])).optional(),
});
const request = z.object({ query: z.string(), variables: z.unknown() });
const overrides = z.object({ contextOverrides: z.array(z.string()) });

/** The module's context in which a function runs; null where the platform has none (jobs, web triggers…). */
export type ChannelContext = Record<string, unknown> | null;

/** Calls that @forge/realtime makes from functions. */
export function createRealtimeGate(options: {
  realtime: Realtime;
  faults: Faults;
  now: () => number;
}): (context: ChannelContext, body: string) => PlatformResponse {
  const { realtime, faults, now } = options;
  const operations = new RateWindow(now, 1_000, REALTIME_OPERATIONS_PER_SECOND);
  const failure = (message: string): PlatformResponse => jsonResponse({ errors: [{ message }] });

  function publish(context: ChannelContext, input: unknown): PlatformResponse {
    const variables = publishVariables.parse(input);
    const { name: channelName, isGlobal, token, payload } = variables;
    if (!isGlobal && context === null) {
      return failure('publish is not supported here: use publishGlobal in web triggers, jobs and events.');
    }
    const { contextOverrides } = variables.context
      ? overrides.parse(JSON.parse(variables.context))
      : { contextOverrides: undefined };
    const address = { channelName, isGlobal, token, context: context ?? undefined, contextOverrides };
    return jsonResponse({
      data: { ecosystem: { publishRealtimeChannel: realtime.publish(address, payload) } },
    });
  }

  function sign(input: unknown): PlatformResponse {
    const { channelName, claims, permissions } = signVariables.parse(input);
    const forgeRealtimeToken = realtime.sign(channelName, claims, permissions);
    return jsonResponse({
      data: { ecosystem: { signRealtimeToken: { forgeRealtimeToken, success: true, errors: null } } },
    });
  }

  return (context, body) => {
    if (faults.get().rateLimits && !operations.take()) return new PlatformResponse(429, '{}');
    const { query, variables } = request.parse(JSON.parse(body));
    try {
      return query.includes('signRealtimeToken') ? sign(variables) : publish(context, variables);
    } catch (error) {
      if (error instanceof RealtimeError) return failure(error.message);
      throw error;
    }
  };
}
