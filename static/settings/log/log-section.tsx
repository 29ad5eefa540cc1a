import Button from '@atlaskit/button/new';
import { useId, useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice';
import { dateTime } from '../../app/format-time';
import { Loading } from '../../ui/loading';
import { useTexts } from '../../app/texts-context';
import { logLine } from './log-line';
import { useLog } from './use-log';

/** Who changed what. Nothing is fetched until it is opened. */
export function LogSection({ projectId }: { projectId: string }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <section className="fd-card" aria-labelledby={`${id}-title`}>
      <div className="fd-log-head">
        <div className="fd-card-head">
          <h2 id={`${id}-title`}>{t('settings.logTitle')}</h2>
          <p className="fd-help">{t('settings.logHelp')}</p>
        </div>
        <Button aria-expanded={open} spacing="compact" onClick={() => setOpen(!open)}>
          {t(open ? 'settings.logHide' : 'settings.logShow')}
        </Button>
      </div>
      {open && <LogRows projectId={projectId} />}
    </section>
  );
}

function LogRows({ projectId }: { projectId: string }) {
  const texts = useTexts();
  const { t } = texts;
  const { rows, more, loading, failure, load } = useLog(projectId);
  const loaded = !loading && failure === null;
  return (
    <>
      {rows.length > 0 && (
        <ul className="fd-log">
          {rows.map((row, index) => (
            // Records have no id; they are only ever added at the end.
            <li key={`${row.at} ${index}`}>
              <time dateTime={row.at} className="fd-small fd-subtle">
                {dateTime(Date.parse(row.at), texts)}
              </time>
              <span>{logLine(texts, row)}</span>
            </li>
          ))}
        </ul>
      )}
      <div role="status">
        {loading && <Loading text={t('settings.logLoading')} />}
        {loaded && rows.length === 0 && !more && <p className="fd-subtle">{t('settings.logEmpty')}</p>}
        {loaded && rows.length > 0 && !more && <p className="fd-small fd-subtle">{t('settings.logEnd')}</p>}
      </div>
      {failure !== null && <ErrorNotice code={failure} onRetry={load} busy={loading} />}
      {loaded && more && (
        <div className="fd-actions">
          <Button onClick={load}>{t('settings.logOlder')}</Button>
        </div>
      )}
    </>
  );
}
