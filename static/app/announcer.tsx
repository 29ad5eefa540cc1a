import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';

type Announce = (text: string) => void;

const AnnounceContext = createContext<Announce>(() => undefined);

/** Says a change to screen readers, politely, without moving the focus. */
export const useAnnounce = (): Announce => useContext(AnnounceContext);

export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ text: '', turn: 0 });
  const announce = useCallback((text: string) => setSaid(({ turn }) => ({ text, turn: turn + 1 })), []);
  // A new element for each saying, or the same text twice in a row would be said once.
  const current = useMemo(() => <span key={said.turn}>{said.text}</span>, [said]);
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <div className="fd-hidden" role="status" aria-live="polite">
        {current}
      </div>
    </AnnounceContext.Provider>
  );
}
