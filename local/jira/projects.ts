export interface Project {
  id: string;
  key: string;
  name: string;
  type: 'service_desk' | 'software';
  /** Also the id of its customer portal; null where there is none. */
  serviceDeskId: string | null;
}

export const SEED_PROJECTS: readonly Project[] = [
  { id: '10001', key: 'SUP', name: 'Support', type: 'service_desk', serviceDeskId: '1' },
  { id: '10002', key: 'OPS', name: 'IT Operations', type: 'service_desk', serviceDeskId: '2' },
  { id: '10003', key: 'HR', name: 'People', type: 'service_desk', serviceDeskId: '3' },
  { id: '10004', key: 'DEV', name: 'Development', type: 'software', serviceDeskId: null },
];

/** Who may do what, by seed name; permissions of people who are not listed end at browsing. */
export const SEED_AGENTS: Readonly<Record<string, readonly string[]>> = {
  SUP: ['ann', 'bo', 'cy', 'dee'],
  OPS: ['ann'],
};

export const SEED_PROJECT_ADMINS: Readonly<Record<string, readonly string[]>> = {
  SUP: ['pia'],
  OPS: ['otto'],
};

export const SEED_JIRA_ADMINS: readonly string[] = ['joe'];

/** Customers whom a service project knows already. */
export const SEED_CUSTOMERS: Readonly<Record<string, readonly string[]>> = {
  SUP: ['cara', 'milo', 'nadia'],
};
