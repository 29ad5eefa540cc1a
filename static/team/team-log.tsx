import Button from '@atlaskit/button/new';
import { useEffect, useState } from 'react';
import type { LogRow } from '../../src/contract/settings';
import { downloadFile } from '../app/download-file';
import { dateTime } from '../app/format-time';
import { LISTED_MS } from '../app/listed-after';
import { useStore } from '../app/store';
import type { Texts } from '../app/texts';
import { useTexts } from '../app/texts-context';
import { logLine } from '../settings/log/log-line';
import { ErrorNotice } from '../ui/error-notice';
import { Loading } from '../ui/loading';
import { logCsv } from './log-csv';
import { createLogStore } from './log-store';

export interface TeamLogProps {
  project: { id: string; key: string };
  turn: number;
}

/** Rows drawn at once: a year of a busy desk is more than a page can hold. */
const SHOWN_AT_ONCE = 50;

/** Who went online or offline, and who changed what: to be searched, and taken along as a file. */
export function TeamLog({ project, turn }: TeamLogProps) {
  const texts = useTexts();
  const { t } = texts;
  const [log] = useState(() => createLogStore(project.id));
  const { rows, cursor, busy, failure } = useStore(log, (state) => state);
  const more = cursor !== null;
  const [search, setSearch] = useState('');
  const [limit, setLimit] = useState(SHOWN_AT_ONCE);
  const [isSaving, setSaving] = useState(false);
  const found = rows.filter(matching(texts, search));
  const shown = found.slice(0, limit);
  useEffect(() => void log.load(() => false), [log]);
  useEffect(() => {
    void log.refresh();
    const later = setTimeout(() => void log.refresh(), LISTED_MS);
    return () => clearTimeout(later);
  }, [log, turn]);
  const oldest = rows.at(-1);
  const isWhole = !more && shown.length === found.length;

  async function older(): Promise<void> {
    const wanted = limit + SHOWN_AT_ONCE;
    setLimit(wanted);
    const matches = matching(texts, search);
    await log.load((all) => all.filter(matches).length < wanted);
  }

  // The same rows again: what failed was to fetch as many.
  const retry = (): Promise<unknown> => {
    const matches = matching(texts, search);
    return log.load((all) => all.filter(matches).length < limit);
  };

  async function download(): Promise<void> {
    setSaving(true);
    const all = await log.load(() => true);
    setSaving(false);
    if (!all) return;
    const text = logCsv(texts, all.filter(matching(texts, search)));
    downloadFile(`${project.key.toLowerCase()}-activity-log.csv`, text, 'text/csv;charset=utf-8');
  }

  return (
    <section className="fd-card" aria-labelledby="team-log">
      <div className="team-log-head">
        <div className="fd-card-head">
          <h2 id="team-log">{t('team.logTitle')}</h2>
          <p className="fd-help">{t('team.logHelp')}</p>
        </div>
        <div className="fd-actions">
          <input
            type="search"
            className="fd-field team-search"
            aria-label={t('team.search')}
            placeholder={t('team.searchHint')}
            value={search}
            onChange={({ currentTarget: { value } }) => {
              setSearch(value);
              setLimit(SHOWN_AT_ONCE);
            }}
          />
          <Button isLoading={isSaving} isDisabled={busy && !isSaving} onClick={() => void download()}>
            {t('team.csv')}
          </Button>
        </div>
      </div>
      {shown.length > 0 && (
        <ul className="team-log">
          {shown.map((row, index) => (
            // Records have no id; two may say the same of the same moment.
            <li key={`${row.at} ${String(index)}`}>
              <time dateTime={row.at} className="fd-small fd-subtle">
                {dateTime(Date.parse(row.at), texts)}
              </time>
              <span>{logLine(texts, row)}</span>
            </li>
          ))}
        </ul>
      )}
      <div role="status">
        {(busy || cursor === undefined) && !isSaving && failure === null && (
          <Loading text={t('settings.logLoading')} />
        )}
        {!busy && isWhole && shown.length === 0 && (
          <p className="fd-subtle">{t(search === '' ? 'settings.logEmpty' : 'team.searchNone')}</p>
        )}
        {!busy && search !== '' && more && oldest && (
          <p className="fd-small fd-subtle">
            {t('team.searchedBack', { time: dateTime(Date.parse(oldest.at), texts) })}
          </p>
        )}
      </div>
      {failure !== null && (
        <ErrorNotice code={failure} onRetry={async () => void (await retry())} busy={busy} />
      )}
      {!busy && failure === null && !isWhole && (
        <div className="fd-actions">
          <Button onClick={() => void older()}>
            {t(search === '' ? 'team.logOlder' : 'team.searchOlder')}
          </Button>
        </div>
      )}
    </section>
  );
}

/** Every word of the search, somewhere in what the row says or when. */
function matching(texts: Texts, search: string): (row: LogRow) => boolean {
  const folded = (text: string): string => text.toLocaleLowerCase(texts.locale);
  const words = folded(search).split(/\s+/).filter(Boolean);
  return (row) => {
    const text = folded(`${logLine(texts, row)} ${dateTime(Date.parse(row.at), texts)}`);
    return words.every((word) => text.includes(word));
  };
}
