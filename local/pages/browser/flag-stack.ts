import { button, element } from './element';
import { fieldsOf, functionField, optionalText, textField } from './payload-fields';

export interface FlagStack {
  show(payload: unknown): void;
  close(id: string): void;
  /** Flags stay reachable while a modal dialog makes the rest of the page inert. */
  moveInto(parent: HTMLElement): void;
}

const TYPES = ['info', 'success', 'warning', 'error'];

/** Jira's flags: bottom left, newest in front; announced, and never in the way of the focus. */
export function createFlagStack(): FlagStack {
  const stack = element('section', { class: 'flags', 'aria-label': 'Notifications', 'aria-live': 'polite' });
  document.body.append(stack);

  const find = (id: string): HTMLElement | undefined =>
    [...stack.querySelectorAll<HTMLElement>('.flag')].find((flag) => flag.dataset.id === id);

  function close(id: string): void {
    find(id)?.remove();
  }

  function actionButtons(actions: unknown): HTMLButtonElement[] {
    return (Array.isArray(actions) ? actions : []).map((action) => {
      const fields = fieldsOf(action);
      const onClick = functionField(fields, 'onClick');
      return button(textField(fields, 'text'), 'link-button', () => onClick());
    });
  }

  return {
    show(payload) {
      const fields = fieldsOf(payload);
      const id = textField(fields, 'id');
      const type = optionalText(fields, 'type') ?? 'info';
      if (!TYPES.includes(type)) throw new Error(`"type" of a flag must be one of ${TYPES.join(', ')}.`);
      const description = optionalText(fields, 'description');
      const actions = actionButtons(fields.actions);
      const flag = element(
        'article',
        { class: `flag flag-${type}`, 'data-id': id },
        element('h2', {}, optionalText(fields, 'title') ?? ''),
        ...(description ? [element('p', {}, description)] : []),
        ...(actions.length > 0 ? [element('div', { class: 'flag-actions' }, ...actions)] : []),
      );
      const dismiss = button('', 'icon-button flag-dismiss', () => flag.remove());
      dismiss.setAttribute('aria-label', 'Dismiss');
      flag.append(dismiss);
      if (fields.isAutoDismiss === true) {
        // The time is an animation in the style sheet, which waits while the flag is hovered or focused.
        flag.classList.add('flag-auto-dismiss');
        flag.addEventListener('animationend', ({ animationName }) => {
          if (animationName === 'flag-time') flag.remove();
        });
      }
      const shown = find(id);
      if (shown) shown.replaceWith(flag);
      else stack.prepend(flag);
    },
    close,
    moveInto: (parent) => parent.append(stack),
  };
}
