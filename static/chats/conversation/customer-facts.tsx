import type { ConversationView } from '../../../src/contract/agent-conversation';
import { useTexts } from '../../app/texts-context';
import { identityKey } from './identity-key';
import { languageName } from '../language-name';
import { WebLink } from './web-link';
import { webPage } from '../web-page';

/** What is known of the customer, who vouches for it, and what their page told. */
export function CustomerFacts({ view }: { view: ConversationView }) {
  const { email, page, locale } = view;
  const { t, locale: language } = useTexts();
  const link = webPage(page);
  const identity = identityKey(view);
  return (
    <dl className="inbox-facts fd-small">
      <div>
        <dt>{t('inbox.email')}</dt>
        <dd className="inbox-cut" title={email ?? undefined}>
          {email ?? t('inbox.noEmail')}
        </dd>
      </div>
      {identity && (
        <div>
          <dt>{t('inbox.identity')}</dt>
          <dd>{t(identity)}</dd>
        </div>
      )}
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
