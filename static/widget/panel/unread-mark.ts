import type { Availability } from '../frontdesk-api';
import { fill } from './fill';
import type { Labels } from './panel-words';
import type { LauncherView } from '../contract';

/** Says on the icon how many messages wait behind it, and still whether somebody is there: a number for the eye, words for its name. */
export function markUnread(
  { button, show }: LauncherView,
  state: Availability['state'],
  labels: Labels,
  count: number,
): void {
  // A page that was opened before an update has the words of the version before.
  const words = labels['unreadWhile'] ?? labels['unread'];
  const values = { count, state: labels[state] ?? labels['offline'] };
  show(state, count > 0 ? { ...labels, [state]: fill(words, values) } : labels);
  button.classList.toggle('unread', count > 0);
  button.dataset['unread'] = String(count);
}
