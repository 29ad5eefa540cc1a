import { button, element } from './element';

/** Asks before an app leads somewhere else, as Jira does. */
export function askToLeave(place: string): Promise<boolean> {
  return new Promise((resolve) => {
    const dialog = element('dialog', { class: 'question', 'aria-labelledby': 'leave-question' });
    const answer = (isYes: boolean): void => {
      resolve(isYes);
      dialog.remove();
    };
    dialog.append(
      element('h2', { id: 'leave-question' }, `Leave this site for ${place}?`),
      element(
        'div',
        { class: 'button-row' },
        button('Leave', 'button button-primary', () => answer(true)),
        button('Stay here', 'button', () => answer(false)),
      ),
    );
    dialog.addEventListener('cancel', () => answer(false));
    document.body.append(dialog);
    dialog.showModal();
  });
}
