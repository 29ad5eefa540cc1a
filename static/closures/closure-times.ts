import type { PlannedClosure } from '../../src/contract/clock';
import type { Texts } from '../app/texts';
import { spanTimes } from '../app/span-times';

/** "Until 15:00" of one that runs; "tomorrow 14:00 to 15:00" of one that is planned. */
export function closureTimes(texts: Texts, row: Pick<PlannedClosure, 'from' | 'until'>, now: number): string {
  const from = Date.parse(row.from);
  const times = spanTimes(from, Date.parse(row.until), now, texts);
  return from <= now
    ? texts.t('closure.runsUntil', spanTimes(now, Date.parse(row.until), now, texts))
    : texts.t('closure.plannedFor', times);
}
