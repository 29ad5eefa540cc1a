import type { MySchedule } from '../../src/contract/clock';
import type { Schedule } from '../../src/domain/clock/schedule';
import { useLatestAnswer } from '../app/use-latest-answer';

export interface Preview {
  transitions: MySchedule['transitions'];
  /** `old`: of something else than what is typed now. */
  state: 'current' | 'old' | 'failed';
  retry(): void;
}

/** What a schedule would really do next. `draft` null: what is stored; undefined: something in it is wrong, so nobody can tell. */
export function usePreview(stored: MySchedule, draft: Schedule | null | undefined): Preview {
  const { answer, busy, failure, retry } = useLatestAnswer(
    'getMySchedule',
    draft ? { draft } : null,
    stored.rev,
  );
  if (draft === null) return { transitions: stored.transitions, state: 'current', retry };
  const { transitions } = answer ?? stored;
  if (failure !== null) return { transitions, state: 'failed', retry };
  return { transitions, state: busy || !draft ? 'old' : 'current', retry };
}
