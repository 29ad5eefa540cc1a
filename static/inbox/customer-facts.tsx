import type { ConversationView } from '../../src/contract/resolver-api';
import { useTexts } from '../shared/texts-context';
import { languageName } from './language-name';
import { webPage } from './web-page';

/** What the customer's page told of them. */
export function CustomerFacts({ view: { email, page, locale } }: { view: ConversationView }) {
  const { t, locale: language } = useTexts();
  const link = webPage(page);
  return (
    <dl className="inbox-facts fd-small">
      <div>
        <dt>{t('inbox.email')}</dt>
        <dd>{email ?? t('inbox.noEmail')}</dd>
      </div>
      {page !== null && (
        <div>
          <dt>{t('inbox.page')}</dt>
          <dd>
            {link ? (
              <a href={link.href} title={link.href} target="_blank" rel="noopener noreferrer">
                {link.text} <span className="fd-hidden">{t('inbox.newTab')}</span>
              </a>
            ) : (
              page
            )}
          </dd>
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
