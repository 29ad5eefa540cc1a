import { useId, useState } from 'react';
import { useTexts } from '../../app/texts-context';
import { playNewMessageSound } from './new-message-sound';
import { createSoundPreference } from './sound-preference';

const preference = createSoundPreference();

/** Off until somebody wants it; switching it on plays it once, so that it is known. */
export function SoundChoice() {
  const { t } = useTexts();
  const id = useId();
  const [on, setOn] = useState(preference.isOn);
  const [kept, setKept] = useState(true);
  return (
    <div className="inbox-sound">
      <input
        type="checkbox"
        id={id}
        checked={on}
        aria-describedby={`${id}-help`}
        onChange={({ target }) => {
          const remembered = preference.set(target.checked);
          setKept(remembered);
          setOn(remembered && target.checked);
          if (remembered && target.checked) void playNewMessageSound();
        }}
      />
      <div>
        <label htmlFor={id}>{t('inbox.sound')}</label>
        <p id={`${id}-help`} className="fd-small fd-subtle" role={kept ? undefined : 'alert'}>
          {kept ? `${t('inbox.soundHelp')} ${t('inbox.soundLimits')}` : t('inbox.soundNotKept')}
        </p>
      </div>
    </div>
  );
}
