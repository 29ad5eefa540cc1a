import Button from '@atlaskit/button/new';
import { useEffect, useRef } from 'react';
import { Notice } from '../../ui/notice';
import { useTexts } from '../../app/texts-context';

/** One setting that somebody else and I changed, in words. */
interface Clash {
  name: string;
  theirs: string;
  mine: string;
}

export interface OtherVersionProps {
  clashes: readonly Clash[];
  onSaveMine(): void;
  onUseTheirs(): void;
}

/** Somebody else saved meanwhile: shows both versions of what clashes, and lets choose. */
export function OtherVersion({ clashes, onSaveMine, onUseTheirs }: OtherVersionProps) {
  const { t } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // It may come while somebody types: then it is announced, and waits beside the button.
    if (isTypedInto(document.activeElement)) return;
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={box} tabIndex={-1} className="fd-other-version">
      <Notice
        tone="warning"
        urgent
        title={t('settings.conflictTitle')}
        actions={
          <>
            <Button onClick={onUseTheirs}>{t('settings.useTheirs')}</Button>
            <Button onClick={onSaveMine}>{t('settings.saveMine')}</Button>
          </>
        }
      >
        <p>{t('settings.conflictBody')}</p>
        <table>
          <thead>
            <tr>
              <td />
              <th scope="col">{t('settings.conflictTheirs')}</th>
              <th scope="col">{t('settings.conflictMine')}</th>
            </tr>
          </thead>
          <tbody>
            {clashes.map(({ name, theirs, mine }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{theirs}</td>
                <td>{mine}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Notice>
    </div>
  );
}

const isTypedInto = (element: Element | null): boolean =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text');
