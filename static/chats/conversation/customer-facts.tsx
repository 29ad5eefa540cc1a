import Button from '@atlaskit/button/new';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { ConversationView } from '../../../src/contract/agent-conversation';
import { useTexts } from '../../app/texts-context';
import { identityKey } from './identity-key';
import { languageName } from '../language-name';
import { SaidByPage } from './said-by-page';
import { WebLink } from './web-link';
import { webPage } from '../web-page';

export interface CustomerFactsProps {
  view: ConversationView;
  busy: boolean;
  onConfirm(): void;
}

/** What is known of the customer, who vouches for it, and what their page told. */
export function CustomerFacts({ view, busy, onConfirm }: CustomerFactsProps) {
  const { email, page, locale, byMail, canConfirm } = view;
  const { t, locale: language } = useTexts();
  const link = webPage(page);
  const identity = identityKey(view);
  return (
    <>
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
            {canConfirm && (
              <dd>
                <Button spacing="compact" isDisabled={busy} onClick={onConfirm}>
                  {t('inbox.confirmEmail')}
                </Button>
              </dd>
            )}
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
      <SaidByPage context={view.context} />
      {byMail === 'refused' && (
        <p className="inbox-failure fd-small">
          <WarningIcon label="" color="var(--ds-icon-warning)" />
          {t('inbox.emailRefused')}
        </p>
      )}
    </>
  );
}
