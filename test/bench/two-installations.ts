import { aSite } from '../support/a-site';
import type { BenchLine } from './bench-line';

const POLLS = 100_000;
/** How often each of the four polls is asked at the same time. */
const TIMES_EACH = 3;

/** R9: what one installation stores is unknown to another that the same warm process serves at the same time. */
export async function twoInstallations(): Promise<BenchLine[]> {
  const first = await aSite();
  const second = await aSite({ share: first.site });
  await first.goOnline('ann');
  const widgets = [await first.widgetId('SUP'), await second.widgetId('SUP')];
  const polls = [first, second].flatMap((app, installation) =>
    widgets.map((widgetId, owner) => {
      const expected = installation === owner ? (owner === 0 ? 'online' : 'offline') : 'disabled';
      return async (): Promise<boolean> => (await app.poll(widgetId)).state === expected;
    }),
  );
  const batch = Array.from({ length: TIMES_EACH }, () => polls).flat();
  let asked = 0;
  let wrong = 0;
  while (asked < POLLS) {
    const answers = await Promise.all(batch.map((poll) => poll()));
    wrong += answers.filter((isRight) => !isRight).length;
    asked += answers.length;
    // Another installation comes first each time.
    batch.reverse();
  }
  first.site.close();
  second.site.close();
  return [
    {
      id: 'R9',
      what: `two installations in one process, ${batch.length} polls at a time: of the other's, or wrong`,
      measured: `${wrong} of ${asked.toLocaleString('en-US')} polls`,
      bound: '0',
      ok: wrong === 0,
    },
  ];
}
