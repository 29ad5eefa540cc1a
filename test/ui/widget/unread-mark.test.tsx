import { describe, expect, it } from 'vitest';
import english from '../../../locales/en-US.json';
import { createLauncherView } from '../../../static/widget/launcher/launcher-view';
import { markUnread } from '../../../static/widget/panel/unread-mark';

const { widget: labels } = english;

type State = Parameters<typeof markUnread>[1];

/** The icon's name and the number on it. */
function marked(state: State, count: number, words: Record<string, string> = labels) {
  const view = createLauncherView('', 'en-US', () => undefined);
  markUnread(view, state, words, count);
  const { button } = view;
  return { name: button.textContent, number: button.dataset['unread'], isMarked: button.matches('.unread') };
}

describe('On the icon', () => {
  it.each([
    ['online', 1, `New messages: 1. ${labels.online}`],
    ['online', 2, `New messages: 2. ${labels.online}`],
    ['offline', 3, `New messages: 3. ${labels.offline}`],
    ['hidden', 3, `New messages: 3. ${labels.offline}`],
    ['disabled', 3, `New messages: 3. ${labels.offline}`],
    ['unknown', 12, `New messages: 12. ${labels.unknown}`],
  ] as const)('what is new does not hide whether somebody is there: %s, %s (C5)', (state, count, name) => {
    expect(marked(state, count)).toEqual({ name, number: String(count), isMarked: true });
  });

  it('with nothing new stands the state alone', () => {
    expect(marked('online', 0)).toMatchObject({ name: labels.online, isMarked: false });
  });

  it('a page that was opened before an update says it in the words it has', () => {
    const { unreadWhile: _new, ...before } = labels;
    expect(marked('online', 2, before).name).toBe('New messages: 2');
  });
});
