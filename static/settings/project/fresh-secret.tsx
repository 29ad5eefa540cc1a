import Button from '@atlaskit/button/new';
import { useEffect, useRef } from 'react';
import { Notice } from '../../ui/notice';
import { useTexts } from '../../app/texts-context';
import { useUnsavedWarning } from '../../app/use-unsaved-warning';
import { CopyField } from '../../ui/copy-field';

export interface FreshSecretProps {
  secret: string;
  onDone(): void;
}

/** The one time that a secret is shown. */
export function FreshSecret({ secret, onDone }: FreshSecretProps) {
  const { t } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  useUnsavedWarning(true);
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [secret]);
  return (
    <div ref={box} tabIndex={-1} className="fd-fresh-secret">
      <Notice tone="success" title={t('settings.secretTitle')}>
        {t('settings.secretBody')}
      </Notice>
      <CopyField id="identity-secret" label={t('settings.secret')} text={secret} rows={1}>
        <Button spacing="compact" appearance="subtle" onClick={onDone}>
          {t('settings.secretDone')}
        </Button>
      </CopyField>
    </div>
  );
}
