import { windowOf, type Budget } from '../../src/domain/budget';
import { STARTS_PER_DAY } from '../../src/domain/limits';
import { workedBudgets } from '../../src/domain/start-budgets';
import { storageKey } from '../../src/platform/storage';
import { SUP, type SiteDriver } from './a-site';
import type { VisitorDriver } from './a-visitor';
import { workedStart } from './done-work';

/** Takes every place of a budget's present window, as that many starts would. */
function fillBudget({ site, clock }: SiteDriver, budget: Budget): void {
  for (let place = 0; place < budget.most; place++) {
    const key = storageKey.slot(budget.id, windowOf(budget, clock.now()), place);
    site.kvs.handle('/api/v1/set', JSON.stringify({ key, value: clock.now() }));
  }
}

/** A visitor whose browser works for the start while all places are taken for which others have worked this hour. */
export async function heldChat(
  app: SiteDriver,
  visitor: VisitorDriver,
  message: string,
): ReturnType<VisitorDriver['start']> {
  const widgetId = await app.widgetId('SUP');
  const place = { widgetId, projectId: SUP, startsPerDay: STARTS_PER_DAY };
  const free = { id: `free-hour:${SUP}`, windowMs: 60 * 60_000, most: 60 };
  for (const budget of [free, ...workedBudgets(place)]) fillBudget(app, budget);
  return visitor.start(message, workedStart(widgetId, message, app.clock.now()));
}
