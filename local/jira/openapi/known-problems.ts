/** Calls of the app that are known to be refused by a real Jira, until they are mended. */
const KNOWN: readonly RegExp[] = [
  // Mended by reading comments' properties where they are documented (src/platform/jsm/comments.ts).
  /^GET \/rest\/api\/3\/issue\/{issueIdOrKey}\/comment(\/{id})?: query\/expand is "properties"/,
  // Mended by the header of experimental operations (src/platform/jsm/customers.ts).
  /^GET \/rest\/servicedeskapi\/servicedesk\/{serviceDeskId}\/customer: the header X-ExperimentalApi/,
];

export const isKnownProblem = (problem: string): boolean => KNOWN.some((known) => known.test(problem));
