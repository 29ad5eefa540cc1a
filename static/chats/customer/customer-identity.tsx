import Button from '@atlaskit/button/new';
import AnonymousIcon from '@atlaskit/icon/core/eye-open-strikethrough';
import UnsureIcon from '@atlaskit/icon/core/question-circle';
import LoggedInIcon from '@atlaskit/icon/core/lock-locked';
import SureIcon from '@atlaskit/icon/core/status-verified';
import SignedIcon from '@atlaskit/icon/core/shield';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { ConversationView } from '../../../src/contract/agent-conversation';
import { useTexts } from '../../app/texts-context';
import { identityKey } from './identity-key';

export interface CustomerIdentityProps {
  view: ConversationView;
  busy: boolean;
  onConfirm(): void;
}

const HELP = {
  portal: 'customer.portalHelp',
  signed: 'customer.signedHelp',
  confirmed: 'customer.confirmedHelp',
  unconfirmed: 'customer.unconfirmedHelp',
  anonymous: 'customer.anonymousHelp',
} as const;

const SURE = 'var(--ds-icon-success)';
const UNSURE = 'var(--ds-icon-warning)';

/** How sure it is who this is (rule T1), what that rests on, and what can be done about it. */
export function CustomerIdentity({ view, busy, onConfirm }: CustomerIdentityProps) {
  const { t } = useTexts();
  const { email, byMail, canConfirm, row } = view;
  return (
    <div className="customer-card">
      {email !== null && (
        <p className="inbox-cut" title={email}>
          {email}
        </p>
      )}
      <p className="customer-sure">
        <IdentityIcon confidence={row.confidence} />
        <strong>{t(identityKey(view))}</strong>
      </p>
      <p className="fd-small fd-subtle">{t(HELP[row.confidence])}</p>
      {byMail === 'refused' && (
        <p className="inbox-failure fd-small">
          <WarningIcon label="" color={UNSURE} />
          {t('inbox.emailRefused')}
        </p>
      )}
      {canConfirm && (
        <div className="fd-actions">
          <Button spacing="compact" isDisabled={busy} onClick={onConfirm}>
            {t('inbox.confirmEmail')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Another shape for each, not another colour alone. */
function IdentityIcon({ confidence }: Pick<ConversationView['row'], 'confidence'>) {
  switch (confidence) {
    case 'portal':
      return <LoggedInIcon label="" color={SURE} />;
    case 'signed':
      return <SignedIcon label="" color={SURE} />;
    case 'confirmed':
      return <SureIcon label="" color={SURE} />;
    case 'unconfirmed':
      return <UnsureIcon label="" color={UNSURE} />;
    case 'anonymous':
      return <AnonymousIcon label="" />;
  }
}
