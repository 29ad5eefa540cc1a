type Attributes = Record<string, string | boolean>;

/**
 * An element of a page that is drawn without a library. Whoever draws it again changes it, rather than making another. Children
 * that are strings become text, never HTML; `true` is an empty attribute, `false` none.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== false) made.setAttribute(name, value === true ? '' : value);
  made.append(...children);
  return made;
}

/** A button in the look of the page's others, which are Atlaskit's. */
export function textButton(
  text: string,
  look: 'primary' | 'default' | 'link',
  onPress: () => void,
): HTMLButtonElement {
  const button = element('button', { type: 'button', class: `fd-button fd-button-${look}` }, text);
  button.addEventListener('click', onPress);
  return button;
}
