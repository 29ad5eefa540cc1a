import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { Span } from '../../src/domain/span';
import { useTexts } from '../app/texts-context';
import { spanWords } from '../coverage/coverage-words';

export interface OpenedGapProps {
  project: { name: string };
  /** Other spaces in which it opens some. */
  also: readonly string[];
  /** One at least. */
  gaps: readonly Span[];
  zone: string;
  onShow(): void;
}

/** What saving would leave without anybody, named before it is done (rule H6). */
export function OpenedGap({ project, also, gaps, zone, onShow }: OpenedGapProps) {
  const texts = useTexts();
  const { t } = texts;
  const [first, ...others] = gaps;
  if (!first) return null;
  const times = spanWords({ texts, zone, people: [] }, first);
  return (
    <div className="schedule-gap">
      <WarningIcon label="" color="var(--ds-icon-warning)" />
      <p role="status">
        <strong>
          {t('schedule.opensGap', {
            project: project.name,
            times: others.length === 0 ? times : texts.counted('coverage.andMore', others.length, { times }),
          })}
        </strong>{' '}
        {also.length > 0 && <>{t('schedule.opensGapAlso', { projects: texts.list([...also]) })} </>}
        <span className="schedule-gap-what">{t('schedule.opensGapWhat')}</span>
      </p>
      <button type="button" className="fd-link" onClick={onShow}>
        {t('schedule.showGap')}
      </button>
    </div>
  );
}
