import { strictFaults, type FaultSettings } from '../../local/fault-settings';

/** What a real site may refuse, delay or lose without anything being broken: each alone, and all at once. */
export const STORM_REFUSALS: [what: string, refusal: FaultSettings][] = [
  ['an app that is no admin', { jira: { noAdmin: true } }],
  ['service desks that are for their customers only', { jira: { customersOnly: true } }],
  ['hidden addresses', { jira: { hiddenAddresses: true } }],
  ['a search that is behind', { jira: { searchBehindMs: [0, 180_000] } }],
  ['calls that are to wait', { jira: { throttled: 0.02, retryAfterS: 10 } }],
  ['events that come late', { events: { lateMs: [0, 180_000] } }],
  ['events that come twice', { events: { duplicate: 0.5, lateMs: [0, 30_000] } }],
  ['events that are overtaken', { events: { swapped: 0.5 } }],
  ['events that are lost', { events: { lost: 0.3 } }],
  ['contexts without what is not documented', { contexts: { userPath: false, siteUrl: false } }],
  ['NOT_EXISTS refused', { storage: { notExistsRefused: true } }],
  ['all of it: strict', strictFaults()],
];
