import type { FunctionKey } from '../../../src/contract/functions';
import type { Loaded } from '../../app/use-loaded';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { Notice } from '../../ui/notice';

export interface NotLoadedProps {
  settings: Pick<Loaded<FunctionKey>, 'loading' | 'failure' | 'load'>;
  loading: string;
  /** For people who may not change them: who can. */
  notAllowed: { title: string; body: string };
}

/** What stands where settings will be, until they are there. */
export function NotLoaded({ settings, loading, notAllowed }: NotLoadedProps) {
  const { failure, load } = settings;
  if (settings.loading || failure === null) return <Loading text={loading} />;
  if (failure !== 'not-allowed') return <ErrorNotice code={failure} onRetry={load} />;
  return (
    <Notice tone="info" title={notAllowed.title}>
      {notAllowed.body}
    </Notice>
  );
}
