import Button from '@atlaskit/button/new';
import { useRef, useState, type FormEvent } from 'react';
import { isEmail } from '../../../src/domain/email-address';
import { callResolver } from '../../app/call-resolver';
import { useTexts } from '../../app/texts-context';
import { ErrorNotice } from '../../ui/error-notice';
import { SegmentedChoice } from '../../ui/segmented-choice';
import { FoundPerson } from './found-person';
import { findAll, type SearchedProject, type Whom } from './person-file';
import type { PersonBlock, PersonChat } from '../../../src/contract/personal-data';
import type { ErrorCode } from '../../../src/domain/errors';

export interface PersonalDataSectionProps {
  project: SearchedProject;
  viewerId: string | undefined;
}

const ACCOUNT_ID = /^[A-Za-z0-9:_-]{1,128}$/;

interface Search {
  whom: Whom;
  chats: PersonChat[];
  blocks: PersonBlock[];
  looked: number;
  /** Another one each time: what was done about the one before is over. */
  turn: number;
}

/** A person asks what is kept about them, or to be forgotten (rule T8). */
export function PersonalDataSection({ project, viewerId }: PersonalDataSectionProps) {
  const { t, counted, locale } = useTexts();
  const number = new Intl.NumberFormat(locale);
  const [by, setBy] = useState<'email' | 'account'>('email');
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const [looked, setLooked] = useState<number | null>(null);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const [search, setSearch] = useState<Search | null>(null);
  const field = useRef<HTMLInputElement>(null);

  async function find(event?: FormEvent): Promise<void> {
    event?.preventDefault();
    if (looked !== null) return;
    const entry = text.trim();
    const isWrong = by === 'email' ? !isEmail(entry) : !ACCOUNT_ID.test(entry);
    setWrong(isWrong);
    setSearch(null);
    setFailure(null);
    if (isWrong) return field.current?.focus();
    const whom: Whom = by === 'email' ? { email: entry } : { accountId: entry };
    setLooked(0);
    const outcome = await findAll(callResolver, project.id, whom, setLooked);
    setLooked(null);
    if ('failure' in outcome) setFailure(outcome.failure);
    else setSearch((before) => ({ whom, ...outcome.value, turn: (before?.turn ?? 0) + 1 }));
  }

  const isFound = search !== null && search.chats.length + search.blocks.length > 0;

  function changed(): void {
    setSearch(null);
    setWrong(false);
    setFailure(null);
  }

  return (
    <section className="fd-card" aria-labelledby="personal-title">
      <div className="fd-card-head">
        <h2 id="personal-title">{t('personal.title')}</h2>
        <p className="fd-help">{t('personal.help', { project: project.name })}</p>
      </div>
      <form className="fd-personal" noValidate onSubmit={(event) => void find(event)}>
        <SegmentedChoice
          legend={t('personal.findBy')}
          value={by}
          onChange={(value) => {
            setBy(value);
            changed();
          }}
          choices={[
            { value: 'email', label: t('personal.byEmail') },
            { value: 'account', label: t('personal.byAccount') },
          ]}
        />
        <div className="fd-setting">
          <label className="fd-setting-name" htmlFor="person">
            {t(by === 'email' ? 'personal.email' : 'personal.account')}
          </label>
          <input
            ref={field}
            id="person"
            className="fd-field fd-line-field"
            type="text"
            inputMode={by === 'email' ? 'email' : 'text'}
            autoComplete="off"
            spellCheck={false}
            value={text}
            aria-invalid={wrong}
            aria-describedby="person-problem"
            onChange={(event) => {
              setText(event.currentTarget.value);
              changed();
            }}
          />
          <p id="person-problem" className="fd-problem fd-small" role="status">
            {wrong && t(by === 'email' ? 'personal.wrongEmail' : 'personal.wrongAccount')}
          </p>
        </div>
        <div className="fd-actions">
          <Button type="submit" isLoading={looked !== null}>
            {t('personal.find')}
          </Button>
        </div>
      </form>
      <p role="status" className="fd-small">
        {looked !== null && t('personal.looked', { count: number.format(looked) })}
        {search && !isFound && counted('personal.none', search.looked)}
        {search && search.chats.length > 0 && counted('personal.found', search.chats.length)}
      </p>
      {failure !== null && (
        <ErrorNotice code={failure} title={t('personal.notFound')} onRetry={() => find()} />
      )}
      {isFound && (
        <FoundPerson
          key={search.turn}
          project={project}
          whom={search.whom}
          chats={search.chats}
          blocks={search.blocks}
          by={viewerId ?? ''}
        />
      )}
    </section>
  );
}
