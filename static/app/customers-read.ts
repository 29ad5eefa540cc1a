import { promiseWords } from '../widget/clock/promise-words';
import type { Texts } from './texts';

/** What the widget says of times while nobody is online, in the language and the zone of whoever reads it here (rule H5). */
export const customersRead = (
  texts: Texts,
  told: Parameters<typeof promiseWords>[0],
  now: number,
): ReturnType<typeof promiseWords> =>
  promiseWords(told, { labels: labelsIn(texts), locale: texts.locale, now });

/** The same of a closure alone, at a moment at which it runs; empty: it is over. `until`: epoch ms. */
export const closedRead = (texts: Texts, until: number, now: number): string =>
  customersRead(
    texts,
    { nextOnlineAt: null, closed: { until: new Date(until).toISOString(), message: '' } },
    now,
  ).closed;

const labelsIn = ({ t }: Texts): Record<string, string> => ({
  backAt: t('widget.backAt'),
  backTomorrow: t('widget.backTomorrow'),
  backOn: t('widget.backOn'),
  expectedAt: t('widget.expectedAt'),
  expectedTomorrow: t('widget.expectedTomorrow'),
  expectedOn: t('widget.expectedOn'),
  expectedNow: t('widget.expectedNow'),
  closedAt: t('widget.closedAt'),
  closedTomorrow: t('widget.closedTomorrow'),
  closedOn: t('widget.closedOn'),
});
