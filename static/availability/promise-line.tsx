import { useTexts } from '../app/texts-context';
import type { CustomerPromise } from './promise';
import { promiseWords, type PromiseView } from './promise-words';

export interface PromiseLineProps extends PromiseView {
  /** Null: it cannot be told now. */
  promise: CustomerPromise | null;
}

const SHAPES = {
  someone: ' fd-dot-online',
  expected: ' fd-dot-expected',
  closed: ' fd-dot-closed',
  offline: '',
  nobody: '',
  hidden: '',
  'outside-hours': '',
  disabled: '',
} as const;

/** "Customers are promised someone until 17:00. No one after that." Always there (rule S13). */
export function PromiseLine({ promise, ...view }: PromiseLineProps) {
  const texts = useTexts();
  const [first, then] = promise ? promiseWords(texts, promise, view) : [texts.t('agent.seeUnknown'), ''];
  const shape =
    SHAPES[promise?.kind === 'offline' && promise.next?.expected ? 'expected' : (promise?.kind ?? 'offline')];
  const edge = !promise || view.tense === 'will' ? ' agent-dot-open' : '';
  return (
    <p className="agent-promise">
      <span className={`fd-dot${shape}${edge}`} aria-hidden="true" />
      <span>
        <strong>{first}</strong> {then}
      </span>
    </p>
  );
}
