import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Closures } from '../../src/contract/clock';
import type { Panel } from '../../src/contract/panel';
import { useTexts } from '../app/texts-context';
import type { ClosureKeeper } from '../closures/kept-closure';
import { Loading } from '../ui/loading';
import { useEscape } from '../ui/use-escape';

const ClosuresSection = lazy(() =>
  import('../closures/closures-section').then(({ ClosuresSection: section }) => ({ default: section })),
);

/** What it is opened for: to close, or to change what is closed. */
export type Closing = 'form' | 'list';

export interface DeskClosuresProps {
  id: string;
  panel: Panel;
  project: NonNullable<Panel['project']>;
  now: number;
  closing: Closing;
  keeper: ClosureKeeper;
  /** What the panel says may be another by now. */
  onChanged(): void;
  onHide(): void;
}

/** Closes the chat for a time, in the dialog: for agents, too, where the space lets them (rule H4). */
export function DeskClosures(props: DeskClosuresProps) {
  const { id, panel, project, now, closing, keeper, onChanged, onHide } = props;
  const { t } = useTexts();
  const frame = useRef<HTMLDivElement>(null);
  const [opener] = useState(() => document.activeElement);
  const [answered, setAnswered] = useState<Closures | null>(null);
  useEffect(() => {
    // The dialog is low, and what was asked for opens at its end.
    frame.current?.scrollIntoView({ block: 'start' });
    if (!frame.current?.contains(document.activeElement)) frame.current?.focus({ preventScroll: true });
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [opener]);
  useEscape(true, onHide);
  const isNewer = answered !== null && Date.parse(answered.now) >= Date.parse(panel.now);
  return (
    <div ref={frame} id={id} tabIndex={-1} className="agent-section agent-closures">
      <Suspense fallback={<Loading text={t('closure.loading')} />}>
        <ClosuresSection
          className="agent-closures-body"
          projectId={project.id}
          chatEnabled={project.chatEnabled}
          closures={isNewer ? answered.closures : (project.closures ?? [])}
          now={now}
          keeper={keeper}
          startsOpen={closing === 'form'}
          onAnswer={(answer) => {
            setAnswered(answer);
            onChanged();
          }}
          onStale={onChanged}
        />
      </Suspense>
    </div>
  );
}
