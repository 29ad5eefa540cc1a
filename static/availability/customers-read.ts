import type { Texts } from '../app/texts';
import { promiseWords } from '../widget/clock/promise-words';

/** What the widget says of times while nobody is online, in the language and the zone of whoever reads it here (rule H5). */
export const customersRead = (
  texts: Texts,
  told: Parameters<typeof promiseWords>[0],
  now: number,
): ReturnType<typeof promiseWords> =>
  promiseWords(told, { labels: labelsIn(texts), locale: texts.locale, now });

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
