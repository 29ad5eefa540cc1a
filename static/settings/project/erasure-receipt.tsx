import Button from '@atlaskit/button/new';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../app/texts-context';
import { Notice } from '../../ui/notice';
import { downloadJson } from './download-json';
import type { Receipt } from './person-file';

export interface ErasureReceiptProps {
  receipt: Receipt;
  /** Erase what could not be erased yet. */
  onAgain(): void;
}

/** What was erased, what was not and why, and what stays in Jira. */
export function ErasureReceipt({ receipt, onAgain }: ErasureReceiptProps) {
  const { t, counted, list } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const { chats, messages, requestsStillInJira: keys, notErased, operationId, project } = receipt;
  return (
    <div ref={box} tabIndex={-1} className="fd-personal fd-receipt">
      <Notice tone="success" title={counted('personal.erased', chats)}>
        <p>{counted('personal.messages', messages)}</p>
        {keys.length > 0 && <p>{t('personal.stillInJira', { keys: list(keys) })}</p>}
        <p className="fd-help">{t('personal.receiptHelp')}</p>
      </Notice>
      {notErased > 0 && (
        <Notice
          tone="warning"
          title={counted('personal.notErased', notErased)}
          actions={
            <Button spacing="compact" onClick={onAgain}>
              {t('personal.erase')}
            </Button>
          }
        >
          {t('personal.notErasedWhat')}
        </Notice>
      )}
      <div className="fd-actions">
        <Button onClick={() => downloadJson(`frontdesk-${project.key}-erased-${operationId}.json`, receipt)}>
          {t('personal.receipt')}
        </Button>
      </div>
    </div>
  );
}
