import type { ConversationView } from '../../../src/contract/agent-conversation';
import { useTexts } from '../../app/texts-context';
import { CustomerFacts } from './customer-facts';
import { CustomerIdentity, type CustomerIdentityProps } from './customer-identity';
import { EarlierChats, type EarlierChatsProps } from './earlier-chats';
import { identityKey } from './identity-key';
import { SaidByPage } from './said-by-page';
import './customer.css';

interface CustomerProps extends CustomerIdentityProps, Omit<EarlierChatsProps, 'row'> {
  view: ConversationView;
}

/** The customer beside the conversation (rule D9): who they are and how sure that is, where they write from, and what was before. */
export function CustomerPanel(props: CustomerProps) {
  const { t } = useTexts();
  return (
    <aside className="customer" aria-label={t('customer.title')}>
      <h3>{t('customer.title')}</h3>
      <Known {...props} isSeen />
    </aside>
  );
}

export interface CustomerFoldProps extends CustomerProps {
  isOpen: boolean;
  onToggle(isOpen: boolean): void;
}

/** The same where there is no room beside it: how sure it is stays in sight. */
export function CustomerFold({ isOpen, onToggle, ...props }: CustomerFoldProps) {
  const { t } = useTexts();
  return (
    <details
      className="customer-fold"
      open={isOpen}
      onToggle={({ currentTarget }) => onToggle(currentTarget.open)}
    >
      <summary className="fd-small">
        {t('customer.title')} <span className="fd-subtle">{t(identityKey(props.view))}</span>
      </summary>
      {/* All of it may be more than there is room for: the keyboard scrolls it, too. */}
      {/* oxlint-disable-next-line jsx_a11y/no-noninteractive-tabindex */}
      <div className="customer customer-folded" role="group" aria-label={t('customer.title')} tabIndex={0}>
        <Known {...props} isSeen={isOpen} />
      </div>
    </details>
  );
}

/** `isSeen`: what has to be asked for is. */
function Known({ view, busy, onConfirm, now, onOpen, isSeen }: CustomerProps & { isSeen: boolean }) {
  return (
    <>
      <CustomerIdentity {...{ view, busy, onConfirm }} />
      <CustomerFacts view={view} />
      <SaidByPage context={view.context} />
      {isSeen && <EarlierChats row={view.row} {...{ now, onOpen }} />}
    </>
  );
}
