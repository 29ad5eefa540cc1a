import Button from '@atlaskit/button/new';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Colleague } from '../../../src/contract/working-together';
import { COLLEAGUE_QUERY_LENGTH } from '../../../src/domain/limits';
import { agentName } from '../../app/agent-name';
import { useTexts } from '../../app/texts-context';
import { ErrorNotice } from '../../ui/error-notice';
import { ColleagueOptions, optionId } from './colleague-options';
import { HandOverNote, isNoteTooLong } from './hand-over-note';
import { useColleagues } from './use-colleagues';

export interface HandOverPanelProps {
  conversationId: string;
  /** Whose it is: they are no choice. Null: nobody's. */
  assigneeId: string | null;
  note: string;
  now: number;
  busy: boolean;
  /** What was not done, and why. */
  failure: ReactNode;
  onNote(text: string): void;
  onHandOver(colleague: Colleague): void;
  onGiveBack(): void;
  onClose(): void;
}

/** To whom, and what they should know. Nothing is done before the button says to whom. */
export function HandOverPanel(props: HandOverPanelProps) {
  const { conversationId, assigneeId, note, now, busy, failure, onNote, onHandOver, onGiveBack, onClose } =
    props;
  const texts = useTexts();
  const { t } = texts;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [wanted, setWanted] = useState<Colleague | null>(null);
  const colleagues = useColleagues(conversationId, query.trim());
  const listed = colleagues.found?.filter(({ accountId }) => accountId !== assigneeId) ?? null;
  // Of those who match what was typed, the first: what the keyboard means.
  const isListed = listed?.some(({ accountId }) => accountId === wanted?.accountId) ?? false;
  const chosen = isListed ? wanted : query.trim() === '' ? null : (listed?.[0] ?? null);
  const chosenId = chosen?.accountId ?? null;
  const name = chosen && agentName(texts, chosen);
  const maySubmit = chosen !== null && !isNoteTooLong(note);

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (chosenId !== null)
      document.getElementById(optionId(`${id}-list`, chosenId))?.scrollIntoView({ block: 'nearest' });
  }, [id, chosenId]);

  function submit(): void {
    if (maySubmit && !busy) onHandOver(chosen);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || !listed || listed.length === 0) return;
    event.preventDefault();
    const ordered = [...listed.filter(({ online }) => online), ...listed.filter(({ online }) => !online)];
    const at = ordered.findIndex(({ accountId }) => accountId === chosenId);
    const next = at === -1 ? (step === 1 ? 0 : ordered.length - 1) : at + step;
    setWanted(ordered[(next + ordered.length) % ordered.length] ?? null);
  }

  return (
    <form
      className="hand-over"
      role="dialog"
      aria-label={t('handOver.title')}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label className="fd-label" htmlFor={id}>
        {t('handOver.search')}
      </label>
      <input
        id={id}
        ref={field}
        className="fd-field"
        role="combobox"
        aria-expanded={listed !== null && listed.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={chosenId === null ? undefined : optionId(`${id}-list`, chosenId)}
        autoComplete="off"
        placeholder={t('handOver.searchHint')}
        maxLength={COLLEAGUE_QUERY_LENGTH}
        value={query}
        onChange={({ target }) => {
          setQuery(target.value);
          setWanted(null);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="hand-over-found" aria-busy={listed === null && colleagues.failure === null}>
        {colleagues.failure ? (
          <ErrorNotice code={colleagues.failure} title={t('handOver.failed')} onRetry={colleagues.load} />
        ) : (
          <>
            {listed && listed.length > 0 && (
              <ColleagueOptions
                id={`${id}-list`}
                {...{ colleagues: listed, chosenId, now }}
                onChoose={(colleague) => {
                  setWanted(colleague);
                  field.current?.focus();
                }}
              />
            )}
            <p className="hand-over-says fd-small fd-subtle" role="status">
              {saysOf()}
            </p>
          </>
        )}
      </div>
      <HandOverNote name={name} value={note} onChange={onNote} onSubmit={submit} />
      {failure}
      <div className="hand-over-foot">
        {assigneeId !== null && (
          <Button spacing="compact" appearance="subtle" isDisabled={busy} onClick={onGiveBack}>
            {t('handOver.giveBack')}
          </Button>
        )}
        <span className="hand-over-do">
          <Button spacing="compact" appearance="subtle" onClick={onClose}>
            {t('handOver.cancel')}
          </Button>
          <Button
            spacing="compact"
            type="submit"
            appearance={chosen ? 'primary' : 'default'}
            isDisabled={!maySubmit}
            isLoading={busy}
          >
            {name === null ? t('handOver.confirmNobody') : t('handOver.confirm', { name })}
          </Button>
        </span>
      </div>
    </form>
  );

  function saysOf(): string {
    if (listed === null || colleagues.searching) return t('handOver.loading');
    if (listed.length === 0)
      return query.trim() === '' ? t('handOver.none') : t('handOver.noMatch', { query: query.trim() });
    return colleagues.isMore && query.trim() === '' ? t('handOver.more') : '';
  }
}
