import Button from '@atlaskit/button/new';
import { useEffect, useRef } from 'react';
import type { RequestTypeChoice } from '../../src/contract/resolver-api';
import { Notice } from '../shared/notice';
import { useTexts } from '../shared/texts-context';
import { settingValue, settingWord } from './setting-words';
import { settingsOf } from './settings-draft';
import type { SettingsState } from './settings-state';

export interface OtherVersionProps {
  state: SettingsState;
  /** Empty as long as they are not known. */
  requestTypes: readonly RequestTypeChoice[];
  onSaveMine(): void;
  onUseTheirs(): void;
}

/** Somebody else saved meanwhile: shows both versions of what clashes, and lets choose. */
export function OtherVersion({ state, requestTypes, onSaveMine, onUseTheirs }: OtherVersionProps) {
  const texts = useTexts();
  const { t } = texts;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // It may come while somebody types: then it is announced, and waits beside the button.
    if (isTypedInto(document.activeElement)) return;
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const mine = settingsOf(state.draft);
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
            {state.clashes.map((name) => (
              <tr key={name}>
                <th scope="row">{settingWord(texts, name)}</th>
                <td>{settingValue(texts, name, state.page.settings, requestTypes)}</td>
                <td>
                  {name === 'allowedOrigins'
                    ? state.draft.originsText
                    : settingValue(texts, name, mine, requestTypes)}
                </td>
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
