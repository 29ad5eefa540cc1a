import { events, i18n } from '@forge/bridge';
import { OPEN_CHAT } from '../../widget/portal/line-teller';
import { createMemoryStore } from '../../widget/portal/memory-store';
import { mountRequestPanel, type BesideWords } from '../../widget/portal/request-panel';
import { askResolver, namesOf, newEnvironment } from './environment';
import type { PortalPlace } from './place';

/** In the side panel of a request's page. */
export async function drawRequestPanel(place: PortalPlace, requestKey: string): Promise<void> {
  const { portalId, locale } = place;
  type Locale = Parameters<typeof i18n.createTranslationFunction>[0];
  const t = await i18n.createTranslationFunction(locale as Locale);
  const words: BesideWords = {
    alsoComment: t('requestTalk.alsoComment'),
    resolved: t('requestTalk.resolved'),
    final: t('requestTalk.final'),
    notYours: t('requestTalk.notYours'),
    failed: t('requestTalk.failed'),
    tryAgain: t('requestTalk.tryAgain'),
    startNew: t('widget.startNew'),
  };
  const local = newEnvironment().local ?? createMemoryStore();
  await mountRequestPanel({
    askResolver,
    portalId,
    locale,
    local,
    name: namesOf(place).name,
    requestKey,
    newEnvironment: () => ({ ...newEnvironment(), local }),
    words,
    place: document.body,
    openChat: () => void events.emit(OPEN_CHAT),
  });
}
