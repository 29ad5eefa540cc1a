import type { ConversationView } from '../../../src/contract/agent-conversation';
import { useTexts } from '../../app/texts-context';
import { WebLink } from '../conversation/web-link';
import { languageName } from '../language-name';
import { webPage } from '../web-page';

/** What the customer's browser told. */
export function CustomerFacts({ view: { page, locale } }: { view: ConversationView }) {
  const { t, locale: language } = useTexts();
  const link = webPage(page);
  if (page === null && locale === null) return null;
  return (
    <dl className="customer-facts fd-small">
      {page !== null && (
        <div>
          <dt>{t('inbox.page')}</dt>
          <dd>{link ? <WebLink {...link} /> : page}</dd>
        </div>
      )}
      {locale !== null && (
        <div>
          <dt>{t('inbox.language')}</dt>
          <dd>{languageName(locale, language)}</dd>
        </div>
      )}
    </dl>
  );
}
