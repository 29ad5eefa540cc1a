import { kvs, MetadataField } from '@forge/kvs';
import type { ConversationRecords } from '../conversation-ports';
import { PlatformFault, type Clock } from '../ports';
import { isExpired } from './expiry';
import type { PulseRecord } from './pulse-record';
import { storageCall, storageKey } from './storage';

/** The one read of an idle poll. */
export const kvsPulseStore = (clock: Clock): Pick<ConversationRecords, 'pulse'> => ({
  async pulse(id) {
    const found = await storageCall(clock, () =>
      kvs.get<unknown>(storageKey.pulse(id), { metadataFields: [MetadataField.EXPIRE_TIME] }),
    );
    if (found === undefined || isExpired(found.expireTime, clock.now())) return null;
    const stored = found.value;
    if (!isPulse(stored)) throw new PlatformFault('a stored pulse cannot be read');
    return {
      tokenHash: stored.h,
      n: stored.n,
      ended: stored.e === 1,
      held: stored.q === 1,
      typingUntil: stored.t,
      lastAt: stored.l,
      lastFrom: stored.a === 1 ? 'agent' : 'visitor',
      account: stored.w ?? null,
      ...(stored.c !== undefined && { person: stored.c }),
      ...(stored.s !== undefined && { subject: stored.s }),
      projectId: stored.p ?? null,
      // Where it is not told there may be something to read, not before the last word.
      readAt: stored.r === 0 ? null : (stored.r ?? stored.l),
      ...(stored.u !== undefined && { untriedSince: stored.u }),
    };
  },
});

function isPulse(value: unknown): value is PulseRecord {
  if (typeof value !== 'object' || value === null) return false;
  const { v, h, n, e, t, l, w, c, s, p, r, u } = value as Partial<Record<keyof PulseRecord, unknown>>;
  return (
    v === 1 &&
    typeof h === 'string' &&
    [n, t, l, r ?? 0, u ?? 0].every(Number.isSafeInteger) &&
    (e === 0 || e === 1) &&
    [w, c, s, p].every((each) => each === undefined || typeof each === 'string')
  );
}
