import type { Texts } from '../app/texts';
import { createIndicatorView } from '../availability/flags/indicator-view';
import { element, textButton } from '../ui/element';
import type { MySwitch } from './my-switch';
import { createNoticesView } from './notices-view';
import type { OwnLook } from './own-look';
import type { StatusLook } from './section-look';

export interface OwnView {
  readonly root: HTMLElement;
  /** `isMain`: my status is what somebody came for. */
  draw(look: StatusLook, isMain: boolean): void;
}

/** My own status: the icon with its counter, which leads to the dialog, and what changes it here. */
export function createOwnView(
  { t }: Texts,
  mySwitch: MySwitch,
  { onDialog, onRetry }: { onDialog(): void; onRetry(): void },
): OwnView {
  const pill = element('button', { type: 'button', class: 'indicator', 'aria-haspopup': 'dialog' });
  pill.addEventListener('click', onDialog);
  const icon = createIndicatorView(pill);
  const title = element('strong', {});
  const lines = element('div', { class: 'fd-small fd-subtle' });
  const main = textButton(t('agent.goOnline'), 'default', mySwitch.press);
  const later = textButton(t('agent.later'), 'default', () => mySwitch.answer('later'));
  const notToday = textButton(t('agent.notToday'), 'link', () => mySwitch.answer('notToday'));
  const addHour = textButton(t('agent.oneHourMore'), 'default', mySwitch.addHour);
  // Its options say "until" themselves.
  const ends = element('select', { class: 'fd-field', 'aria-label': t('agent.until') });
  ends.addEventListener('change', () => mySwitch.choose(ends.value));
  const promise = element('p', { class: 'fd-small' });
  const notices = createNoticesView(
    {
      leaving: [mySwitch.confirm, mySwitch.cancel],
      left: [mySwitch.forgetLeft],
      failed: [onRetry],
    },
    () => main.focus(),
  );
  const status = element(
    'div',
    { class: 'beside-own' },
    lines,
    ends,
    element('div', { class: 'fd-actions' }, main, later, notToday, addHour),
    promise,
    notices.root,
  );
  const root = element(
    'section',
    { class: 'beside-part', 'aria-label': t('agent.myStatus') },
    element('div', { class: 'beside-own-head' }, pill, title),
    status,
  );
  return {
    root,
    draw({ icon: look, own, notices: told, isPending }, isMain) {
      icon.draw(look);
      status.hidden = own === null;
      title.textContent = own?.title ?? '';
      notices.draw(told);
      if (!own) return;
      fill(lines, own.lines);
      main.textContent = own.main;
      main.className = `fd-button fd-button-${isMain && own.state !== 'online' ? 'primary' : 'default'}`;
      // It keeps the focus; a second press is not heard while the first is under way.
      main.setAttribute('aria-disabled', String(isPending));
      later.hidden = !own.isAsked;
      notToday.hidden = !own.isAsked;
      addHour.hidden = !own.mayAddHour;
      ends.hidden = own.ends.length === 0;
      fillEnds(ends, own);
      promise.textContent = own.promise;
    },
  };
}

function fill(lines: HTMLElement, sentences: string[]): void {
  if ([...lines.children].map(({ textContent }) => textContent).join() === sentences.join()) return;
  lines.replaceChildren(...sentences.map((each) => element('p', {}, each)));
}

/** An open list stays open: its clock times change with every minute. */
function fillEnds(select: HTMLSelectElement, { ends, end }: OwnLook): void {
  const isSame =
    select.options.length === ends.length && ends.every(({ key }, n) => select.options[n]?.value === key);
  if (!isSame) select.replaceChildren(...ends.map(({ key }) => element('option', { value: key })));
  for (const [n, { text }] of ends.entries()) {
    const option = select.options[n];
    if (option && option.textContent !== text) option.textContent = text;
  }
  if (select.value !== end) select.value = end;
}
