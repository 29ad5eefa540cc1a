import { useRef, useState } from 'react';
import type { ErrorCode } from '../../../src/domain/errors';
import { callResolver } from '../../app/call-resolver';

export interface IdentitySecret {
  /** Made on this page and not put away yet. It is nowhere else: leaving the page loses it. */
  secret: string | null;
  renewing: boolean;
  failure: ErrorCode | null;
  /** Whether a new one was made. */
  renew(): Promise<boolean>;
  forget(): void;
}

export function useIdentitySecret(projectId: string): IdentitySecret {
  const [secret, setSecret] = useState<string | null>(null);
  const [renewing, setRenewing] = useState(false);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const inFlight = useRef(false);

  async function renew(): Promise<boolean> {
    if (inFlight.current) return false;
    inFlight.current = true;
    setRenewing(true);
    setFailure(null);
    const answer = await callResolver('renewIdentitySecret', { projectId });
    inFlight.current = false;
    setRenewing(false);
    if (answer.ok) setSecret(answer.value.secret);
    else setFailure(answer.error.code);
    return answer.ok;
  }

  return { secret, renewing, failure, renew, forget: () => setSecret(null) };
}
