import { browserStore } from '../../app/browser/browser-store';

const KEY = 'frontdesk.keys';

/** Single keys as commands: of this browser, on unless somebody turned them off (WCAG 2.1.4). */
export const keysPreference = () => {
  const store = browserStore('localStorage');
  return {
    isOn: (): boolean => store.read(KEY) !== 'off',
    set: (on: boolean): boolean => store.write(KEY, on ? null : 'off'),
  };
};
