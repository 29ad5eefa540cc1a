import { useState } from 'react';
import type { Panel } from '../../../src/contract/panel';
import type { ErrorCode } from '../../../src/domain/errors';
import { callResolver } from '../../app/call-resolver';
import type { PanelStore } from '../../availability/panel-store';

type Preferences = Panel['preferences'];

export interface Defaults {
  /** What is being saved, else what is stored. Counts at once: whoever goes online does not wait for it. */
  of(panel: Panel): Preferences;
  failure: { code: ErrorCode; wanted: Preferences } | null;
  save(wanted: Preferences): Promise<void>;
}

/** What is offered first when I go online: the same that going online remembers (rule S3). */
export function useDefaults(store: PanelStore): Defaults {
  const [chosen, setChosen] = useState<Preferences | null>(null);
  const [failure, setFailure] = useState<Defaults['failure']>(null);
  return {
    of: ({ preferences }) => chosen ?? preferences,
    failure,
    save: async (wanted) => {
      setChosen(wanted);
      setFailure(null);
      const answer = await callResolver('savePreferences', wanted);
      if (answer.ok) store.accept(answer.value);
      else setFailure({ code: answer.error.code, wanted });
      // What was chosen since then is on its way, and counts.
      setChosen((latest) => (latest === wanted ? null : latest));
    },
  };
}
