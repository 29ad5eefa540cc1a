import type { Texts } from './texts';

/** The customer's name, or the project's word for visitors who did not say who they are. */
export const customerName = (texts: Texts, customer: string | null, anonymousName: string): string =>
  customer ?? (anonymousName || texts.t('inbox.visitor'));
