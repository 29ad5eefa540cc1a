import { computeAccessibleName, getRole } from 'dom-accessibility-api';

/** What somebody looks for in a page: by its role and name, as people see and hear it, or by words that it shows. */
export interface Sought {
  role?: string;
  /** The accessible name, or the words; whole where `whole` says so, else a part. */
  name: string;
  whole?: boolean;
}

export interface Found {
  /** Its middle, and its box, in CSS pixels of the place's own viewport. */
  x: number;
  y: number;
  left: number;
  top: number;
  width: number;
  height: number;
  /** What it says: its value, or its text. */
  says: string;
  focused: boolean;
}

/** Runs in pages, see `finder-script.ts`. Answers with the middle of the first that can be seen; null: there is none. */
export function find({ role, name, whole = false }: Sought): Found | null {
  const fits = (text: string): boolean => (whole ? text.trim() === name : text.includes(name));
  for (const element of everyElement(document)) {
    if (!isSeen(element, role !== undefined)) continue;
    if (role === undefined ? !fits(ownText(element)) : getRole(element) !== role) continue;
    if (role !== undefined && !fits(computeAccessibleName(element))) continue;
    element.scrollIntoView({ block: 'nearest' });
    const { left, top, width, height } = element.getBoundingClientRect();
    const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
    const says = isField ? element.value : (element.textContent ?? '');
    const middle = { x: left + width / 2, y: top + height / 2 };
    return { ...middle, left, top, width, height, says, focused: hasFocus(element) };
  }
  return null;
}

/** Those in open shadow roots too. */
function* everyElement(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* everyElement(element.shadowRoot);
  }
}

/** The words that stand in the element itself, not in those within it. */
const ownText = (element: Element): string =>
  [...element.childNodes].flatMap((node) => (node instanceof Text ? [node.data] : [])).join('');

/** Also in a window that is not in front. */
function hasFocus(element: Element): boolean {
  const root = element.getRootNode();
  return (root instanceof Document || root instanceof ShadowRoot) && root.activeElement === element;
}

/** A control may be transparent until the pointer comes near it. */
function isSeen(element: Element, isControl: boolean): boolean {
  const { width, height } = element.getBoundingClientRect();
  const seen = { visibilityProperty: true, opacityProperty: !isControl };
  return width > 0 && height > 0 && element.checkVisibility(seen);
}
