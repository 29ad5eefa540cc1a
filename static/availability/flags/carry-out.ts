import type { Panel } from '../../../src/contract/panel';
import type { ErrorCode } from '../../../src/domain/errors';
import type { Call } from '../../app/call';
import { errorText } from '../../app/error-text';
import type { FlagNeeds, ShownFlag } from '../../app/flag';
import { runChanges, type Change } from './run-changes';

export interface CarryOutNeeds extends FlagNeeds {
  call: Call;
  /** Something changed: draw it. */
  onChanged(): void;
}

export interface Plan {
  /** What its flags are called. */
  id: string;
  changes: Change[];
  /** Says what was done, and in which projects. */
  sayDone(projects: string, answers: Panel[]): void;
}

/** Does it and says so, or says what was not done and offers to try exactly that again. */
export async function carryOut(needs: CarryOutNeeds, plan: Plan): Promise<void> {
  const { changes, sayDone } = plan;
  const { answers, failed, code } = await runChanges(changes, needs.call);
  needs.onChanged();
  const succeeded = changes.filter((change) => !failed.includes(change));
  if (succeeded.length > 0) sayDone(namesOf(needs, succeeded), answers);
  if (code !== null)
    sayNotDone(needs, { ...plan, changes: failed }, code, () =>
      carryOut(needs, { ...plan, changes: failed }),
    );
}

/** What was refused would be refused again: only what may pass is offered once more. */
export function sayNotDone(
  needs: CarryOutNeeds,
  { id, changes }: Pick<Plan, 'id' | 'changes'>,
  code: ErrorCode,
  again: () => Promise<void>,
): void {
  const { texts, showFlag } = needs;
  const retry = {
    text: texts.t('error.tryAgain'),
    onClick: () => {
      void flag.close();
      void again();
    },
  };
  const flag: ShownFlag = showFlag({
    id: `${id} failed`,
    type: 'error',
    title: texts.t('background.notDone', { projects: namesOf(needs, changes) }),
    description: errorText(texts, code),
    ...(code === 'unavailable' && { actions: [retry] }),
    isAutoDismiss: false,
  });
}

export const namesOf = ({ texts }: Pick<FlagNeeds, 'texts'>, changes: Change[]): string =>
  texts.list(changes.map(({ project }) => project.name));
