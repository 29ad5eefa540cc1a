import Button from '@atlaskit/button/new';
import { useRef, useState } from 'react';
import { clockTime } from '../../app/format-time';
import { useStore } from '../../app/store';
import { useTexts } from '../../app/texts-context';
import { ErrorNotice } from '../../ui/error-notice';
import { UndoNotice } from '../../ui/undo-notice';
import type { InboxStore } from '../list/inbox-store';
import { ListSkeleton } from '../list/list-skeleton';
import { DecisionFailure } from './decision-failure';
import { HeldHourRows } from './held-hour-rows';
import { heldHours, whichOf, type HeldHour } from './held-selection';
import { useHeldDecision, type Decision } from './use-held-decision';
import './held.css';

export interface HeldListProps {
  store: InboxStore;
  projectId: string;
  projectName: string;
  now: number;
}

/** How long what was decided stays out of sight without the list saying so; after that the list is right. */
const SETTLED_MS = 60_000;

/** Chats that are not in Jira yet: read, then released or rejected, one by one or by the hour (rule T6). */
export function HeldList({ store, projectId, projectName, now }: HeldListProps) {
  const texts = useTexts();
  const { t, counted, locale } = texts;
  const { page, selectedId, loadFailure, loadingOlder, olderFailure } = useStore(store, (state) => state);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [leaving, setLeaving] = useState<{ ids: ReadonlySet<string>; since: number } | null>(null);
  const decision = useHeldDecision(projectId);
  const top = useRef<HTMLDivElement>(null);
  // Where it is not undone, the list says what became of it.
  const isLeaving = (id: string): boolean =>
    leaving !== null && now - leaving.since < SETTLED_MS && leaving.ids.has(id);

  const rows = (page?.rows ?? []).filter(({ conversationId }) => !isLeaving(conversationId));
  const hours = heldHours(rows, page !== null && page.cursor !== null);
  const ids = rows.map(({ conversationId }) => conversationId).filter((id) => chosen.has(id));
  const isWhole = ({ rows: all }: HeldHour): boolean =>
    all.every(({ conversationId }) => chosen.has(conversationId));
  const wholeParts = hours.filter((hour) => hour.isPart && isWhole(hour));
  const count = new Intl.NumberFormat(locale).format(ids.length);

  if (loadFailure) {
    const mayRetry = loadFailure === 'unavailable';
    return <ErrorNotice code={loadFailure} {...(mayRetry && { onRetry: store.refresh })} />;
  }
  if (!page) return <ListSkeleton />;

  function choose(changed: readonly string[], isChosen: boolean): void {
    const next = new Set(chosen);
    for (const id of changed) {
      if (isChosen) next.add(id);
      else next.delete(id);
    }
    setChosen(next);
  }

  async function decide(what: Decision): Promise<void> {
    const inParts = new Set(
      wholeParts.flatMap((hour) => hour.rows.map(({ conversationId }) => conversationId)),
    );
    const single = ids.filter((id) => !inParts.has(id));
    const seenAt = Date.parse(page?.now ?? '');
    if (!(await decision.decide(whichOf(single, wholeParts, seenAt), ids.length, what))) return;
    setLeaving({ ids: new Set(ids), since: now });
    setChosen(new Set());
  }

  /** The button moves down or goes away: whoever pressed it goes on at the first row that is new. */
  async function showOlder(): Promise<void> {
    const known = top.current?.querySelectorAll('.inbox-row').length ?? 0;
    await store.showOlder();
    requestAnimationFrame(() => {
      const added = top.current?.querySelectorAll<HTMLElement>('.inbox-row')[known];
      (added ?? top.current)?.focus();
    });
  }

  async function undo(): Promise<void> {
    if (await decision.undo()) setLeaving(null);
    top.current?.focus();
    await store.refresh();
  }

  return (
    <div className="inbox-list held-list" ref={top} tabIndex={-1} role="group" aria-label={t('held.list')}>
      {decision.decided && (
        <UndoNotice
          key={decision.decided.startedAt}
          text={decision.decided.text}
          startedAt={decision.decided.startedAt}
          onUndo={undo}
          onOver={(hadFocus) => {
            decision.over();
            if (hadFocus) top.current?.focus();
            void store.refresh();
          }}
        />
      )}
      <DecisionFailure failure={decision.failure} />
      {rows.length === 0 ? (
        decision.decided === null && (
          <p className="inbox-empty fd-subtle">
            {page.cursor === null
              ? t('inbox.emptyHeld', { project: projectName })
              : t('inbox.noneAmongNewest')}
          </p>
        )
      ) : (
        <>
          <div className="held-what fd-small">
            <p>{t('held.what')}</p>
            <p>{t('held.releaseWhat')}</p>
            <p>{t('held.rejectWhat')}</p>
          </div>
          <div className="fd-actions held-actions">
            {ids.length === 0 ? (
              <p className="fd-subtle">{t('held.chooseFirst')}</p>
            ) : (
              <>
                <Button spacing="compact" isLoading={decision.busy} onClick={() => void decide('release')}>
                  {wholeParts.length > 0
                    ? t('held.releaseMore', { count })
                    : counted('held.release', ids.length)}
                </Button>
                <Button spacing="compact" isDisabled={decision.busy} onClick={() => void decide('reject')}>
                  {t(wholeParts.length > 0 ? 'held.rejectMore' : 'held.reject', { count })}
                </Button>
              </>
            )}
          </div>
          <label className="held-choice">
            <input
              type="checkbox"
              checked={ids.length === rows.length}
              onChange={(event) =>
                choose(
                  rows.map(({ conversationId }) => conversationId),
                  event.currentTarget.checked,
                )
              }
            />
            {t('held.selectAll')}
          </label>
          {hours.map((hour) => (
            <HeldHourRows
              key={hour.from}
              {...{ hour, now, chosen, selectedId }}
              anonymousName={page.anonymousName}
              label={t(hour.isPart ? 'held.selectHourMore' : 'held.selectHour', {
                from: clockTime(hour.from, now, texts),
                to: clockTime(hour.to, hour.from, texts),
                count: new Intl.NumberFormat(locale).format(hour.rows.length),
              })}
              isWhole={isWhole(hour)}
              onChoose={choose}
              onOpen={(id) => store.select(id)}
            />
          ))}
        </>
      )}
      {olderFailure && <ErrorNotice code={olderFailure} />}
      {page.cursor !== null && (
        <div className="fd-actions">
          <Button onClick={() => void showOlder()} isLoading={loadingOlder}>
            {t('inbox.showOlder')}
          </Button>
        </div>
      )}
    </div>
  );
}
