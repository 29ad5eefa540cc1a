import { useEffect, useState } from 'react';

/** An answer within a second needs no sign of waiting; a blinking one would only disturb. */
const LONG_MS = 1_000;

export function useTakesLong(pending: boolean): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!pending) return undefined;
    const timer = setTimeout(() => setLong(true), LONG_MS);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [pending]);
  return long;
}
