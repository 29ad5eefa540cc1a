import type { CommandData } from '../page-data';
import { element } from './element';

/** Jira's command palette: Ctrl+K or Cmd+K, type, arrow keys, Enter. */
export function createCommandPalette(
  commands: CommandData[],
  run: (command: CommandData) => void,
): { open(): void } {
  const input = element('input', {
    type: 'text',
    role: 'combobox',
    placeholder: 'What do you want to do?',
    'aria-label': 'Commands',
    'aria-expanded': 'true',
    'aria-controls': 'palette-list',
    'aria-autocomplete': 'list',
    autocomplete: 'off',
  });
  const list = element('ul', { id: 'palette-list', role: 'listbox', 'aria-label': 'Commands' });
  const empty = element('p', { class: 'palette-empty', role: 'status' });
  const dialog = element('dialog', { class: 'palette', 'aria-label': 'Commands' }, input, list, empty);
  document.body.append(dialog);
  let shown: CommandData[] = [];
  let active = 0;

  function choose(command: CommandData | undefined): void {
    if (!command) return;
    dialog.close();
    run(command);
  }

  function mark(index: number): void {
    active = shown.length === 0 ? 0 : (index + shown.length) % shown.length;
    [...list.children].forEach((option, position) =>
      option.setAttribute('aria-selected', String(position === active)),
    );
    const option = list.children[active];
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  }

  function draw(): void {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    shown = commands.filter(({ title, keywords }) => {
      const text = [title, ...keywords].join(' ').toLowerCase();
      return words.every((word) => text.includes(word));
    });
    const options = shown.map((command, index) => {
      const option = element('li', { role: 'option', id: `palette-option-${index}` }, command.title);
      option.addEventListener('click', () => choose(command));
      option.addEventListener('pointermove', () => mark(index));
      return option;
    });
    list.replaceChildren(...options);
    list.hidden = shown.length === 0;
    empty.textContent = shown.length === 0 ? `No command matches “${input.value}”.` : '';
    mark(0);
  }

  input.addEventListener('input', draw);
  input.addEventListener('keydown', (event) => {
    const moves: Record<string, number> = { ArrowDown: active + 1, ArrowUp: active - 1 };
    const next = moves[event.key];
    if (next === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (next === undefined) choose(shown[active]);
    else mark(next);
  });
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });

  return {
    open() {
      if (dialog.open || document.querySelector('dialog[open]')) return;
      input.value = '';
      draw();
      dialog.showModal();
      input.focus();
    },
  };
}
