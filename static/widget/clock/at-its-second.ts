import type { AvailabilityBody } from '../../../src/contract/availability';
import type { WidgetConfig } from '../../../src/contract/widget-config';
import type { Availability } from '../frontdesk-api';

/**
 * What an answer of "offline" is worth at a moment, without another one (rule H5). `told`: as the launcher has it, which
 * knows when an answer is too old. `now`: the server's time, never later than it is.
 */
export function atItsSecond(
  told: Availability,
  body: AvailabilityBody,
  now: number,
  anonymous: WidgetConfig['anonymous'] | undefined,
): Availability {
  if (told.state !== 'offline' || body.state !== 'offline') return told;
  const { until, nextOnlineAt, expected, closed } = body;
  const isOver = (moment: string | null | undefined): boolean => !!moment && now >= Date.parse(moment);
  if (!isOver(until)) return { ...told, ...(expected && { expected }), ...(closed && { closed }) };
  const nobody: Availability = { ...told, until: null, nextOnlineAt: null };
  // Something else holds from here on. What was promised without a condition does so still.
  if (!expected && nextOnlineAt)
    return isOver(nextOnlineAt)
      ? { ...nobody, state: 'online', anonymous: told.anonymous || anonymous === 'when-online' }
      : { ...nobody, nextOnlineAt };
  // What depends on somebody's word may be what is over, unless it is known that it is the closure.
  return expected && closed && isOver(closed.until) ? { ...nobody, nextOnlineAt, expected } : nobody;
}
