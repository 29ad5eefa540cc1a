import type { Availability } from '../frontdesk-api';
import { fill, type Labels } from './panel-words';
import type { LauncherView } from '../contract';

/** Says on the icon how many messages wait behind it: a number for the eye, words for its name. */
export function markUnread(
  { button, show }: LauncherView,
  state: Availability['state'],
  labels: Labels,
  count: number,
): void {
  show(state, count > 0 ? { ...labels, [state]: fill(labels['unread'], { count }) } : labels);
  button.classList.toggle('unread', count > 0);
  button.dataset['unread'] = String(count);
}
