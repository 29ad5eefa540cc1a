import type { WallChoice } from '../../../src/contract/wall';
import { WALL_SPACES } from '../../../src/domain/team-limits';
import type { Call } from '../../app/call';
import { element } from '../../ui/element';
import { errorText } from '../../app/error-text';
import type { Texts } from '../../app/texts';
import type { WallConfig } from './wall-config';

export interface WallEditOptions {
  texts: Texts;
  call: Call;
  /** As it was set up before; null: not yet. */
  config: WallConfig | null;
  /** Has Jira keep it, and show the wall. */
  submit(config: WallConfig): Promise<unknown>;
  /** Back to the wall as it was. */
  cancel(): Promise<unknown>;
}

/** Which spaces a wall shows, and whether with names. */
export async function showWallEdit(root: HTMLElement, options: WallEditOptions): Promise<void> {
  const { texts, call, config } = options;
  const page = element('main', { class: 'wall-edit' });
  root.replaceChildren(page);
  page.replaceChildren(element('p', { class: 'fd-subtle', role: 'status' }, texts.t('wall.loading')));
  const answer = await call('getWallChoices', { chosen: config?.projectIds ?? [] });
  if (!answer.ok) {
    const retry = element('button', { type: 'button', class: 'fd-button' }, texts.t('error.tryAgain'));
    retry.onclick = () => void showWallEdit(root, options);
    page.replaceChildren(element('p', { role: 'alert' }, errorText(texts, answer.error.code)), retry);
    return;
  }
  const { spaces } = answer.value;
  page.replaceChildren(
    spaces.length > 0 ? form(spaces, options) : element('p', {}, texts.t('wall.noChoices')),
  );
}

function form(spaces: WallChoice[], { texts, config, submit, cancel }: WallEditOptions): HTMLElement {
  const { t } = texts;
  const chosen = new Set(config?.projectIds ?? (spaces.length === 1 ? spaces.map(({ id }) => id) : []));
  const rows = spaces.map((space) => choice(texts, space, chosen.has(space.id)));
  const names = check('names', t('wall.showNames'), t('wall.showNamesHelp'), config?.showNames ?? true);
  const problem = element('p', { class: 'wall-problem', role: 'alert' });
  const save = element(
    'button',
    { type: 'submit', class: 'fd-button fd-button-primary' },
    t('settings.save'),
  );
  const back = element('button', { type: 'button', class: 'fd-button' }, t('agent.cancel'));
  const boxes = rows.map(({ box }) => box);
  let isBusy = false;

  /** No more than fit: the others wait until one is taken off. */
  function bound(): void {
    const isFull = boxes.filter(({ checked }) => checked).length >= WALL_SPACES;
    for (const box of boxes) box.disabled = !box.checked && (isFull || box.dataset.gone !== undefined);
  }

  async function leave(leaving: () => Promise<unknown>): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    try {
      await leaving();
    } catch {
      problem.textContent = t('wall.notSaved');
    }
    isBusy = false;
  }

  const whole = element(
    'form',
    { class: 'wall-form', novalidate: true },
    element(
      'fieldset',
      { 'aria-describedby': 'choose-help' },
      element('legend', {}, t('wall.choose')),
      element(
        'p',
        { id: 'choose-help', class: 'fd-small fd-subtle' },
        t('wall.chooseHelp', { count: WALL_SPACES }),
      ),
      ...rows.map(({ row }) => row),
    ),
    names.row,
    problem,
    element('div', { class: 'fd-actions' }, save, ...(config ? [back] : [])),
  );
  whole.onchange = () => {
    problem.textContent = '';
    bound();
  };
  whole.onsubmit = (event) => {
    event.preventDefault();
    const projectIds = boxes.filter(({ checked }) => checked).map(({ value }) => value);
    if (projectIds.length === 0) {
      problem.textContent = t('wall.chooseFirst');
      boxes.find(({ disabled }) => !disabled)?.focus();
      return;
    }
    void leave(() => submit({ projectIds, showNames: names.box.checked }));
  };
  back.onclick = () => void leave(cancel);
  bound();
  return whole;
}

interface Check {
  row: HTMLElement;
  box: HTMLInputElement;
}

function choice({ t }: Texts, { id, name, why }: WallChoice, isChosen: boolean): Check {
  const help =
    why === undefined || why === 'unseen'
      ? undefined
      : t(why === 'chat-off' ? 'wall.chatIsOff' : 'wall.teamUnseen');
  const made = check(
    `space-${id}`,
    name ?? t('wall.unseenTitle'),
    name === null ? t('wall.unseenBody') : help,
    isChosen,
  );
  made.box.value = id;
  // Taken off, it cannot be put back.
  if (why !== undefined) made.box.dataset.gone = '';
  return made;
}

function check(id: string, label: string, help: string | undefined, isChecked: boolean): Check {
  const box = element('input', {
    type: 'checkbox',
    id,
    checked: isChecked,
    ...(help !== undefined && { 'aria-describedby': `${id}-help` }),
  });
  const words = element(
    'div',
    {},
    element('label', { for: id }, label),
    ...(help === undefined ? [] : [element('p', { id: `${id}-help`, class: 'fd-small fd-subtle' }, help)]),
  );
  return { row: element('div', { class: 'wall-check' }, box, words), box };
}
