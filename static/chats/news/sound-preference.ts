const KEY = 'frontdesk.sound';

export interface SoundPreference {
  isOn(): boolean;
  /** False where the browser does not let an app's page remember anything. */
  set(on: boolean): boolean;
}

/** "Play a sound for new messages": of this browser, off unless somebody switched it on. */
export function createSoundPreference(storage: () => Storage = () => localStorage): SoundPreference {
  return {
    isOn: () => {
      try {
        return storage().getItem(KEY) === 'on';
      } catch {
        return false;
      }
    },
    set: (on) => {
      try {
        if (on) storage().setItem(KEY, 'on');
        else storage().removeItem(KEY);
        return true;
      } catch {
        return false;
      }
    },
  };
}
