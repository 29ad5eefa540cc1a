import ErrorIcon from '@atlaskit/icon/core/status-error';
import InformationIcon from '@atlaskit/icon/core/status-information';
import SuccessIcon from '@atlaskit/icon/core/status-success';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import { useId, type ReactNode } from 'react';

const LOOKS = {
  info: { Icon: InformationIcon, color: 'var(--ds-icon-information)' },
  success: { Icon: SuccessIcon, color: 'var(--ds-icon-success)' },
  warning: { Icon: WarningIcon, color: 'var(--ds-icon-warning)' },
  error: { Icon: ErrorIcon, color: 'var(--ds-icon-danger)' },
} as const;

export interface NoticeProps {
  tone: keyof typeof LOOKS;
  title?: string;
  children?: ReactNode;
  /** Buttons. */
  actions?: ReactNode;
  /** Interrupts a screen reader: for failures of what was just asked for. */
  urgent?: boolean;
}

/** A message within the page. Ours because Atlaskit's section-message costs 35 KB gzip, a third of the page's budget. */
export function Notice({ tone, title, children, actions, urgent = false }: NoticeProps) {
  const { Icon, color } = LOOKS[tone];
  const titleId = useId();
  return (
    <section
      className={`fd-notice fd-notice-${tone}`}
      role={urgent ? 'alert' : 'group'}
      aria-labelledby={title === undefined ? undefined : titleId}
    >
      <span className="fd-notice-icon">
        <Icon label="" color={color} />
      </span>
      <div className="fd-notice-body">
        {title !== undefined && (
          <p className="fd-notice-title" id={titleId}>
            {title}
          </p>
        )}
        {children !== undefined && <div>{children}</div>}
        {actions !== undefined && <div className="fd-actions">{actions}</div>}
      </div>
    </section>
  );
}
