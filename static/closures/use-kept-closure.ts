import { useEffect, useState } from 'react';
import type { PlannedClosure } from '../../src/contract/clock';
import { isTyped, unsavedIn, type ClosureKeeper, type OpenClosure } from './kept-closure';

export interface KeptClosure {
  open: OpenClosure | null;
  setOpen(open: OpenClosure | null): void;
  /** It was typed before this page was opened. */
  isFromBefore: boolean;
}

/** What is in the form, kept until it is saved or discarded; null: the form isn't there. */
export function useKeptClosure(
  keeper: ClosureKeeper | undefined,
  closures: readonly PlannedClosure[],
  now: number,
  first: () => OpenClosure | null,
): KeptClosure {
  const [kept] = useState(() => (keeper ? unsavedIn(keeper, closures, now) : null));
  const [open, setOpen] = useState(() => kept ?? first());
  const [isFromBefore, setFromBefore] = useState(kept !== null);
  if (isFromBefore && open === null) setFromBefore(false);
  useEffect(() => keeper?.write(open && isTyped(open) ? open : null), [keeper, open]);
  return { open, setOpen, isFromBefore };
}
