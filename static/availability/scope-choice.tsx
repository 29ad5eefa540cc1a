import Checkbox from '@atlaskit/checkbox';
import { useId } from 'react';
import type { Panel } from '../../src/contract/panel';
import { useTexts } from '../app/texts-context';
import { scopeChanges } from './scope-changes';
import { scopeWords } from './scope-words';
import type { StayForm } from './use-stay-form';

/** "In all my spaces", and what "Go online" will do then, before it does it (rules S3, S13). */
export function ScopeChoice({ form, panel, now }: { form: StayForm; panel: Panel; now: number }) {
  const texts = useTexts();
  const id = useId();
  const isAll = form.scope === 'all';
  const words = isAll ? scopeWords(texts, scopeChanges(panel, form.end(now), now), now) : [];
  return (
    <>
      <Checkbox
        label={texts.t('agent.inAllProjects')}
        isChecked={isAll}
        aria-describedby={`${id}-does`}
        onChange={(event) => form.setScope(event.target.checked ? 'all' : 'project')}
      />
      <p id={`${id}-does`} className="agent-scope-does">
        {words.join(' ')}
      </p>
    </>
  );
}
