import { browserStore } from '../../app/browser/browser-store';

const KEY = 'frontdesk.sound';

export interface SoundPreference {
  isOn(): boolean;
  /** False where the browser does not let an app's page remember anything. */
  set(on: boolean): boolean;
}

/** "Play a sound for new messages": of this browser, off unless somebody switched it on. */
export function createSoundPreference(): SoundPreference {
  const store = browserStore('localStorage');
  return {
    isOn: () => store.read(KEY) === 'on',
    set: (on) => store.write(KEY, on ? 'on' : null),
  };
}
