/** Everybody who could ask, seen from the project Support (figure R8). */
export const ROLES = {
  agent: 'bo',
  'agent of another project': 'oda',
  'project admin': 'pia',
  'admin of another project': 'otto',
  'Jira admin': 'joe',
  'licensed, no agent': 'lee',
  customer: 'cara',
  'anonymous visitor': 'anonymous',
  'deactivated agent': 'dee',
} as const;

export type Role = keyof typeof ROLES;
