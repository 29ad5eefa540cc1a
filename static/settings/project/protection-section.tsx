import Button from '@atlaskit/button/new';
import type { Protection } from '../../../src/contract/protection';
import { clockTime } from '../../app/format-time';
import { openDialog } from '../../app/open-dialog';
import { useTexts } from '../../app/texts-context';
import { useLoaded } from '../../app/use-loaded';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { Notice } from '../../ui/notice';
import { BlockedPeople } from './blocked-people';
import { ProtectionChart } from './protection-chart';
import './care.css';

/** What came in a day, what was held back, and who is blocked: calm in one sentence, else customers first (rule T6). */
export function ProtectionSection({ projectId }: { projectId: string }) {
  const { t } = useTexts();
  const { value, loading, failure, load } = useLoaded('getProtection', { projectId });
  return (
    <section className="fd-card" aria-labelledby="protection-title" aria-busy={loading}>
      <h2 id="protection-title">{t('protection.title')}</h2>
      {!value && loading && <Loading text={t('protection.loading')} />}
      {failure !== null && <ErrorNotice code={failure} onRetry={load} busy={loading} />}
      {value && (
        <>
          <Today projectId={projectId} protection={value} onReviewed={load} />
          <BlockedPeople projectId={projectId} blocked={value.blocked} onChanged={load} />
        </>
      )}
    </section>
  );
}

type Numbers = Record<'started' | 'checked' | 'held' | 'refused', number>;

function totals({ hours }: Protection): Numbers {
  const sum = (name: keyof Numbers): number => hours.reduce((total, hour) => total + hour[name], 0);
  return { started: sum('started'), checked: sum('checked'), held: sum('held'), refused: sum('refused') };
}

interface TodayProps {
  projectId: string;
  protection: Protection;
  /** Something may have been decided. */
  onReviewed(): void;
}

function Today({ projectId, protection, onReviewed }: TodayProps) {
  const { t, counted, locale } = useTexts();
  const number = new Intl.NumberFormat(locale);
  const { started, checked, held, refused } = totals(protection);
  const customers = counted('protection.customersAdded', protection.customersAdded);
  const isCalm = protection.held === null && checked + held + refused === 0;
  if (isCalm) {
    return (
      <p>
        {counted('protection.calm', started)} {protection.customersAdded > 0 && customers}
      </p>
    );
  }
  const numbers = [
    ['started', t('protection.started'), started],
    ['checked', t('protection.checked'), checked],
    ['held', t('protection.heldNumber'), held],
    ['refused', t('protection.refused'), refused],
  ] as const;
  return (
    <>
      {protection.held ? (
        <Held
          {...{ projectId, onReviewed }}
          held={protection.held}
          mayDecide={protection.mayDecide}
          now={Date.parse(protection.now)}
        />
      ) : (
        <Notice tone="info" title={t('protection.busyTitle')}>
          {t('protection.busyWhat')}
        </Notice>
      )}
      <dl className="fd-totals">
        {numbers.map(([name, label, total]) => (
          <div key={name}>
            <dt className="fd-small fd-subtle">{label}</dt>
            <dd>{number.format(total)}</dd>
          </div>
        ))}
      </dl>
      <ProtectionChart hours={protection.hours} />
      {protection.customersAdded > 0 && <p className="fd-help">{customers}</p>}
    </>
  );
}

interface HeldProps {
  projectId: string;
  held: NonNullable<Protection['held']>;
  mayDecide: boolean;
  now: number;
  onReviewed(): void;
}

function Held({ projectId, held, mayDecide, now, onReviewed }: HeldProps) {
  const { count, isMore, since } = held;
  const texts = useTexts();
  const { t, counted } = texts;
  const shown = new Intl.NumberFormat(texts.locale).format(count);
  const time = clockTime(Date.parse(since), now, texts);

  /** In the dialog of every Jira page: Forge knows no address of a page among a project's queues. */
  const review = (): void => void openDialog(texts, { projectId, held: true }, onReviewed);

  return (
    <>
      <Notice
        tone="warning"
        title={
          isMore
            ? t('protection.heldMore', { count: shown, time })
            : counted('protection.held', count, { time })
        }
        actions={
          mayDecide && (
            <Button spacing="compact" onClick={review}>
              {t('protection.review', { count: isMore ? `${shown}+` : shown })}
            </Button>
          )
        }
      >
        {t('protection.heldWhat')} {!mayDecide && t('protection.agentsDecide')}
      </Notice>
    </>
  );
}
