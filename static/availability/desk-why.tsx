import { lazy, Suspense, useEffect, useRef } from 'react';
import type { Panel } from '../../src/contract/panel';
import { useTexts } from '../app/texts-context';
import { Loading } from '../ui/loading';
import type { LinkTo, WhyPlace } from '../why/why-places';
import { openProjectPage } from './open-project-page';

const Why = lazy(() => import('../why/why').then(({ Why: why }) => ({ default: why })));

export interface DeskWhyProps {
  id: string;
  project: NonNullable<Panel['project']>;
  mayAdminister: boolean;
  now: number;
  /** Changes with what may have changed. */
  refreshKey: string;
}

/** Why customers see what they see, with the way to what decides it, as far as somebody may go there (rule H7). */
export function DeskWhy({ id, project, mayAdminister, now, refreshKey }: DeskWhyProps) {
  const { t } = useTexts();
  const section = useRef<HTMLElement>(null);
  // The dialog is low, and what was asked for opens at its end.
  useEffect(() => section.current?.scrollIntoView({ block: 'start' }), []);
  const pageOf = (place: WhyPlace): 'team' | 'project-settings' | null =>
    place === 'team' ? 'team' : mayAdminister ? 'project-settings' : null;
  const linkTo: LinkTo = (place, label) => {
    const page = pageOf(place);
    return (
      page && (
        <button type="button" className="fd-link" onClick={() => openProjectPage(page, project.key)}>
          {label}
        </button>
      )
    );
  };
  return (
    <section ref={section} className="agent-section why-frame" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('why.titleIn')}</h2>
      <Suspense fallback={<Loading text={t('why.loading')} />}>
        <Why {...{ project, now, refreshKey, linkTo }} />
      </Suspense>
    </section>
  );
}
