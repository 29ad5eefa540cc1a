type Settable<E> = Partial<
  Omit<E, 'style' | 'form' | 'list' | 'children'> & { 'aria-labelledby': string; 'aria-describedby': string }
>;

/** Makes an element. Children that are strings become text, never HTML; none becomes nothing. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Settable<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string | undefined)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(name), properties);
  // Firefox before 119 knows roles and what is said of them as attributes only.
  for (const [key, value] of Object.entries(properties))
    if (/^role|^aria/.test(key)) made.setAttribute(key.replace(/aria-?/, 'aria-'), value as string);
  made.append(...children.map((child) => child ?? ''));
  return made;
}

/** Writes a text where it is another than before: what is said again would be read out again. */
export function say(where: HTMLElement, text = ''): void {
  if (where.textContent !== text) where.textContent = text;
}

/**
 * Does it when what the button's form asks for is there. Without the form's own submission, of which a frame without
 * `allow-forms` hears nothing (rule C13).
 */
export function onPress(button: HTMLButtonElement, act: () => void): void {
  button.onclick = (event) => {
    event.preventDefault();
    if (button.form?.reportValidity()) act();
  };
}
