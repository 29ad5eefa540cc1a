import { EMAIL_LENGTH, NAME_LENGTH } from '../../../src/domain/limits';
import { showsNothing } from '../../../src/domain/shows-nothing';
import type { Composer } from './composer';
import type { Labels } from './panel-words';
import type { DraftText } from '../conversation/draft';
import { element, onPress, say } from './element';
import { MESSAGE_FORM } from './message-form';
import type { Ask } from '../conversation/who-is-asked';

export interface VisitorFields {
  update(ask: Ask, draft: DraftText): void;
}

export interface VisitorFieldsOptions {
  labels: Labels;
  loginUrl: string;
  follow?: (url: string) => void;
  composer: Composer;
}

/**
 * Name and e-mail address: asked for with the reason why, or only offered, before the first message or after it, in `block`.
 * What must be said stands before `first`; what may be said before `last`, after the reason why it is offered.
 */
export function createVisitorFields(
  options: VisitorFieldsOptions,
  block: HTMLElement,
  first: HTMLElement,
  last: HTMLElement,
): VisitorFields {
  const { labels, loginUrl, follow, composer } = options;
  const why = element('p', { role: 'status' });
  function input(id: 'name' | 'email', type: string, maxLength: number): HTMLInputElement {
    const made = element('input', { id, type, autocomplete: id, maxLength });
    made.oninput = () => composer.type({ [id]: made.value });
    return made;
  }
  const name = input('name', 'text', NAME_LENGTH);
  const email = input('email', 'email', EMAIL_LENGTH);
  const fields = [
    element('label', { htmlFor: 'name' }, labels['name']),
    name,
    element('label', { htmlFor: 'email' }, labels['email']),
    email,
  ];
  const words = element('bdi');
  const link = element('a', { href: loginUrl, rel: 'noopener' }, words);
  if (follow) {
    link.onclick = (event) => {
      event.preventDefault();
      follow(link.href);
    };
  } else {
    link.target = '_blank';
    link.append(' ', labels['newTab'] ?? '');
  }
  const leave = element('button', {}, labels['leaveDetails']);
  onPress(leave, composer.leaveDetails);
  const form = element('form', { className: 'ask' });
  const offer = element('details', {}, element('summary', {}, labels['askOffer']), form);
  // Where it is folded the browser can show nothing that is wrong: it would hold Send back without a word.
  name.oninvalid = email.oninvalid = () => (offer.open = true);
  let shown: Ask | undefined;

  /** Of which form the two are: the message's, or their own. */
  function arrange(ask: Ask): void {
    shown = ask;
    const isLater = ask === 'askLater';
    const isFolded = isLater || ask === 'askOffer';
    for (const field of [name, email]) {
      if (isLater) field.removeAttribute('form');
      else field.setAttribute('form', MESSAGE_FORM);
    }
    (isFolded ? last : first).before(block);
    offer.open = false;
    if (isFolded) form.replaceChildren(...fields, ...(isLater ? [leave] : []));
    const isLogIn = ask === 'askLogIn';
    say(words, labels[isLogIn ? 'logInFirst' : 'logIn']);
    block.replaceChildren(...(isFolded ? [offer] : [why, ...(isLogIn ? [] : fields), link]));
  }

  return {
    update(ask, draft) {
      const isOffer = ask === 'askOffer';
      const isFolded = isOffer || ask === 'askLater';
      say(why, block.hidden || isFolded ? '' : labels[ask]);
      if (!block.hidden && ask !== shown) arrange(ask);
      if (name.value !== draft.name) name.value = draft.name;
      if (email.value !== draft.email) email.value = draft.email;
      name.disabled = email.disabled = block.hidden;
      const called = !showsNothing(draft.name);
      const isNeeded = !isOffer || !!(called || draft.email);
      name.required = email.required = isNeeded;
      name.setCustomValidity(isNeeded && draft.name && !called ? (labels['nameMissing'] ?? '') : '');
      if (isFolded && called === !draft.email) offer.open = true;
    },
  };
}
