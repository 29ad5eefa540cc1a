import Button from '@atlaskit/button/new';
import { useId, useState } from 'react';
import { useTexts } from '../../app/texts-context';
import { createEnterPreference } from '../../chats/conversation/enter-preference';
import { keysPreference } from '../../chats/keys/keys-preference';
import { openSpeaker } from '../../chats/news/new-message-sound';
import { SoundChoice } from '../../chats/news/sound-choice';
import { CheckboxSetting } from '../../ui/checkbox-setting';

/** What Chats and notifications heed in this browser: the same that is chosen there (rules D1, D3). */
export function BrowserChoices({ viewerId }: { viewerId: string }) {
  const { t } = useTexts();
  const id = useId();
  const [enter] = useState(() => createEnterPreference(viewerId));
  const [sends, setSends] = useState(enter.sends);
  const [keys] = useState(keysPreference);
  const [keysOn, setKeysOn] = useState(keys.isOn);
  const [isSilent, setSilent] = useState(false);

  async function play(): Promise<void> {
    const speaker = await openSpeaker();
    speaker?.play();
    setSilent(speaker === null);
  }

  return (
    <section className="fd-card" aria-labelledby={`${id}-title`}>
      <div className="fd-card-head">
        <h2 id={`${id}-title`}>{t('mine.thisBrowser')}</h2>
        <p className="fd-help">{t('mine.thisBrowserHelp')}</p>
      </div>
      <div className="personal-sound">
        <SoundChoice />
        <Button spacing="compact" onClick={() => void play()}>
          {t('mine.play')}
        </Button>
        <p className="fd-help" role="status">
          {isSilent ? t('mine.silent') : ''}
        </p>
      </div>
      <CheckboxSetting
        id={`${id}-enter`}
        label={t('composer.enterSends')}
        help={t(sends ? 'composer.newLine' : 'inbox.replyHow')}
        checked={sends}
        onChange={(next) => {
          enter.set(next);
          setSends(next);
        }}
      />
      <CheckboxSetting
        id={`${id}-keys`}
        label={t('keys.on')}
        help={t('mine.keysHelp')}
        checked={keysOn}
        onChange={(next) => {
          keys.set(next);
          setKeysOn(keys.isOn());
        }}
      />
    </section>
  );
}
