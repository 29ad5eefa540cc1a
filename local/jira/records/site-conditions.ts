/** In what Jira sites differ, as far as an app feels it. */
export interface SiteConditions {
  /** The app's account is Jira admin, and so admin of every project. */
  appIsAdmin: boolean;
  /** Service desks are for their customers, not for everybody who has an account. */
  customersOnly: boolean;
  /** Nobody's profile shows an address, and neither do customers'. */
  addressesHidden: boolean;
  /** Outgoing mail is switched off, so that nobody is notified. */
  noMail: boolean;
  /** Milliseconds until searches see a change, drawn for each; null: at once. */
  searchLagMs: (() => number) | null;
}

export const USUAL_CONDITIONS: SiteConditions = {
  appIsAdmin: true,
  customersOnly: false,
  addressesHidden: false,
  noMail: false,
  searchLagMs: null,
};
