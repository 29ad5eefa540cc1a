import type { Texts } from '../app/texts';
import { element, textButton } from '../ui/element';
import { createSayer } from '../ui/sayer';
import { createChatView } from './chat-view';
import { namedGlyph } from './glyphs';
import type { MySwitch } from './my-switch';
import { createOwnView } from './own-view';
import type { SectionLook } from './section-look';

export interface SectionActs {
  openChat(): void;
  openDialog(): void;
  /** What was not granted, once more. */
  retryWish(): void;
  /** Where nothing could be had. */
  retry(): void;
  openSettings(): void;
}

export function createSectionView(
  root: HTMLElement,
  texts: Texts,
  mySwitch: MySwitch,
  acts: SectionActs,
): { draw(look: SectionLook): void } {
  const { t } = texts;
  const sayer = createSayer();
  const stale = element('span');
  const note = element('p', { class: 'beside-stale fd-small', role: 'status' }, namedGlyph('warning'), stale);
  const chat = createChatView(texts, acts.openChat);
  const own = createOwnView(texts, mySwitch, { onDialog: acts.openDialog, onRetry: acts.retryWish });
  const text = element('p');
  const retry = textButton(t('error.tryAgain'), 'default', acts.retry);
  const settings = textButton(t('agent.settings'), 'link', acts.openSettings);
  const instead = element(
    'section',
    { class: 'beside-part' },
    text,
    element('div', { class: 'fd-actions' }, retry, settings),
  );
  const who = element('p', { class: 'beside-part fd-small' });
  root.replaceChildren(note, chat.root, own.root, instead, who, sayer.root);

  return {
    draw(look) {
      const { status } = look;
      root.setAttribute('aria-busy', String(look.isBusy));
      stale.textContent = look.stale;
      note.hidden = look.stale === '';
      chat.draw(look.chat, look.company);
      own.root.hidden = status === null;
      if (status) own.draw(status, look.chat?.isMain !== true);
      text.textContent = look.instead?.text ?? '';
      instead.hidden = look.instead === null;
      retry.hidden = look.instead?.action !== 'retry';
      settings.hidden = look.instead?.action !== 'settings';
      who.textContent = look.who;
      who.hidden = look.who === '';
      sayer.say('chat', look.chat && look.chat.key, look.chat?.title ?? '');
      const mine = status?.isPending === false ? status.own : null;
      sayer.say('own', mine && mine.state + mine.title, mine?.title ?? '');
    },
  };
}
