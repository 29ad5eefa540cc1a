import { EMAIL_LENGTH, NAME_LENGTH } from '../../src/domain/limits';
import { saidName } from '../../src/domain/said-name';
import type { Labels } from './chat-words';
import type { DraftText } from './draft';
import { element, say } from './element';
import type { Ask } from './who-is-asked';

export interface VisitorFields {
  block: HTMLElement;
  update(ask: Ask, draft: DraftText): void;
}

interface VisitorFieldsOptions {
  labels: Labels;
  loginUrl: string;
  follow: ((url: string) => void) | undefined;
  onType(to: Partial<DraftText>): void;
}

/** Name and e-mail address: asked for with the reason why, or only offered. */
export function createVisitorFields({
  labels,
  loginUrl,
  follow,
  onType,
}: VisitorFieldsOptions): VisitorFields {
  const why = element('p', { role: 'status' });
  const name = element('input', { id: 'name', autocomplete: 'name', maxLength: NAME_LENGTH });
  const email = element('input', {
    id: 'email',
    type: 'email',
    autocomplete: 'email',
    maxLength: EMAIL_LENGTH,
  });
  name.oninput = () => onType({ name: name.value });
  email.oninput = () => onType({ email: email.value });
  const fields = [
    element('label', { htmlFor: 'name' }, labels['name'] ?? ''),
    name,
    element('label', { htmlFor: 'email' }, labels['email'] ?? ''),
    email,
  ];
  const link = element('a', { href: loginUrl, rel: 'noopener' }, labels['logIn'] ?? '');
  if (follow) {
    link.onclick = (event) => {
      event.preventDefault();
      follow(link.href);
    };
  } else {
    link.target = '_blank';
    link.append(` ${labels['newTab'] ?? ''}`);
  }
  const offer = element('details', {}, element('summary', {}, labels['askOffer'] ?? ''));
  const block = element('div', { className: 'ask' });
  // Where it is folded the browser can show nothing that is wrong: it would hold Send back without a word.
  name.oninvalid = email.oninvalid = () => (offer.open = true);
  let shown: boolean | undefined;

  return {
    block,
    update(ask, draft) {
      const isOffer = ask === 'askOffer';
      block.hidden = ask === 'nothing';
      say(why, block.hidden || isOffer ? '' : labels[ask]);
      if (!block.hidden && isOffer !== shown) {
        shown = isOffer;
        if (isOffer) offer.append(...fields);
        block.replaceChildren(...(isOffer ? [offer] : [why, ...fields, link]));
      }
      if (name.value !== draft.name) name.value = draft.name;
      if (email.value !== draft.email) email.value = draft.email;
      name.disabled = email.disabled = block.hidden;
      const called = saidName(draft.name);
      const isNeeded = !isOffer || !!(called || draft.email);
      name.required = email.required = isNeeded;
      name.setCustomValidity(isNeeded && draft.name && !called ? (labels['nameMissing'] ?? '') : '');
      if (!called !== !draft.email) offer.open = true;
    },
  };
}
