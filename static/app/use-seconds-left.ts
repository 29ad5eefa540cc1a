import { useEffect, useState } from 'react';

/** Whole seconds until `deadline` (monotonic ms), counted down; zero or less: it has passed. */
export function useSecondsLeft(deadline: number): number {
  const [left, setLeft] = useState(() => secondsTo(deadline));
  useEffect(() => {
    setLeft(secondsTo(deadline));
    const timer = setInterval(() => setLeft(secondsTo(deadline)), 250);
    return () => clearInterval(timer);
  }, [deadline]);
  return left;
}

const secondsTo = (deadline: number): number => Math.ceil((deadline - performance.now()) / 1_000);
