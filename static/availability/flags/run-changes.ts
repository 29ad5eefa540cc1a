import type { MyProject, Panel } from '../../../src/contract/panel';
import type { ErrorCode } from '../../../src/domain/errors';
import type { Call } from '../../app/call';
import { send, type Wish } from '../wish';

/** One change in one project, under its own operation id: repeating it cannot apply it twice. */
export interface Change {
  project: Pick<MyProject, 'id' | 'name'>;
  wish: Wish;
}

export interface Outcome {
  /** What was answered to those that were done. */
  answers: Panel[];
  failed: Change[];
  code: ErrorCode | null;
}

/** Runs all changes; what failed can be handed in again as it is. */
export async function runChanges(changes: Change[], call: Call): Promise<Outcome> {
  const outcome: Outcome = { answers: [], failed: [], code: null };
  const answers = await Promise.all(
    changes.map(async (change) => ({ change, answer: await send(call, change.wish) })),
  );
  for (const { change, answer } of answers) {
    if (answer.ok) {
      outcome.answers.push(answer.value);
    } else {
      outcome.failed.push(change);
      outcome.code = answer.error.code;
    }
  }
  return outcome;
}
