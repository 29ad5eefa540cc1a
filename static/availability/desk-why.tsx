import { lazy, Suspense, useEffect, useRef } from 'react';
import type { Panel } from '../../src/contract/panel';
import { useTexts } from '../app/texts-context';
import { Loading } from '../ui/loading';
import type { LinkTo, OwnSchedule, WhyPlace } from '../why/why-places';
import { openProjectPage } from './open-project-page';

const Why = lazy(() => import('../why/why').then(({ Why: why }) => ({ default: why })));

export interface DeskWhyProps {
  id: string;
  project: NonNullable<Panel['project']>;
  mayAdminister: boolean;
  /** Absent: there is none to edit. */
  own?: OwnSchedule | undefined;
  /** Shows the closures in the dialog; absent: they may not close the chat. */
  onShowClosures?: (() => void) | undefined;
  now: number;
  /** Changes with what may have changed. */
  refreshKey: string;
}

/** Why customers see what they see, with the way to what decides it, as far as somebody may go there (rule H7). */
export function DeskWhy(props: DeskWhyProps) {
  const { id, project, mayAdminister, own, onShowClosures, now, refreshKey } = props;
  const { t } = useTexts();
  const section = useRef<HTMLElement>(null);
  // The dialog is low, and what was asked for opens at its end.
  useEffect(() => section.current?.scrollIntoView({ block: 'start' }), []);
  const pageOf = (place: WhyPlace): 'team' | 'project-settings' | null =>
    place === 'team' ? 'team' : mayAdminister ? 'project-settings' : null;
  const linkTo: LinkTo = (place, label) => {
    const page = pageOf(place);
    const openPage = page && (() => openProjectPage(page, project.key));
    const open = place === 'closures' ? (onShowClosures ?? openPage) : openPage;
    return (
      open && (
        <button type="button" className="fd-link" onClick={open}>
          {label}
        </button>
      )
    );
  };
  return (
    <section ref={section} className="agent-section why-frame" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('why.titleIn')}</h2>
      <Suspense fallback={<Loading text={t('why.loading')} />}>
        <Why {...{ project, now, refreshKey, linkTo, own }} />
      </Suspense>
    </section>
  );
}
