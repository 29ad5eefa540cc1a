import { useEffect, useRef } from 'react';

/** Instants are ISO strings. */
export interface TypedClosure {
  /** Of the one that is edited. */
  id?: string;
  from: string;
  until: string;
}

/** Tells what is typed when it is another, and that it is no more when the form goes. */
export function useTyped(
  typed: TypedClosure | null,
  onTyped: ((typed: TypedClosure | null) => void) | undefined,
): void {
  const tell = useRef(onTyped);
  const text = JSON.stringify(typed);
  useEffect(() => {
    tell.current?.(JSON.parse(text) as TypedClosure | null);
  }, [text]);
  useEffect(() => {
    const last = tell.current;
    return () => last?.(null);
  }, []);
}
