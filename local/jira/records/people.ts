/** Somebody on the local site. Account ids look like Atlassian's own. */
export interface SeedPerson {
  /** What addresses of the local site and the control plane call them: `ann`. */
  seedName: string;
  accountId: string;
  name: string;
  email: string;
  kind: 'licensed' | 'customer';
  active: boolean;
  timezone: string;
  locale: string;
  /** By their profile. Not said: customers' addresses are shown to their service desk, others to nobody. */
  addressVisible?: boolean | undefined;
}

/** Whoever can have written something: a person, the app, or somebody who was deleted since. */
export interface Account extends Omit<SeedPerson, 'kind'> {
  kind: SeedPerson['kind'] | 'app';
}

export interface Person extends SeedPerson {
  /** `agent:SUP`, `project-admin:OPS`, `jira-admin`, `licensed`, `customer`, `deactivated`. */
  roles: string[];
}

export const aPerson = (
  seedName: string,
  accountId: string,
  name: string,
  rest: Partial<
    Pick<SeedPerson, 'email' | 'kind' | 'active' | 'timezone' | 'locale' | 'addressVisible'>
  > = {},
): SeedPerson => ({
  seedName,
  accountId,
  name,
  email: `${seedName}@example.com`,
  kind: 'licensed',
  active: true,
  timezone: 'Europe/London',
  locale: 'en-US',
  ...rest,
});

/** Customers of the portal have accounts of the site, not Atlassian accounts: their ids begin with it. */
const CUSTOMER_DIRECTORY = 'qm:2c4e8f10-7a3b-4d96-b5e1-d0f8a6c37b09';

export const aCustomer = (seedName: string, id: string, name: string, email?: string): SeedPerson =>
  aPerson(seedName, `${CUSTOMER_DIRECTORY}:${id}`, name, { kind: 'customer', ...(email && { email }) });

/** Under which the app itself acts. */
export const APP_ACCOUNT: Account = {
  ...aPerson('app', '712020:f4a1c9d2-58b7-4e06-93ad-c7e2b5081f10', 'Frontdesk', { email: '' }),
  kind: 'app',
};

export const SEED_PEOPLE: readonly SeedPerson[] = [
  aPerson('ann', '712020:6f0c3a52-9d1b-4c4e-8a37-0b8f5a1d2e01', 'Ann Agent'),
  aPerson('bo', '712020:1b7e94d8-33c6-4f0a-9e52-7c2d8f6a4b02', 'Bo Becker', {
    timezone: 'Europe/Berlin',
    locale: 'de-DE',
  }),
  aPerson('cy', '712020:c84d2f17-5a90-4b6d-b1e3-29f7a0c6d503', 'Cy Chen', { timezone: 'America/New_York' }),
  aPerson('pia', '712020:90a5e6c3-7f42-4d18-8c6b-e3b1d4f7a204', 'Pia Park'),
  aPerson('otto', '712020:3d58b1f9-e207-4a63-95d4-8a6c0e2f7b05', 'Otto Olsen', { timezone: 'Europe/Oslo' }),
  aPerson('joe', '712020:e71f0c84-6b3d-4952-a8f0-5d9e2b7c1a06', 'Joe Jensen'),
  aPerson('lee', '712020:58c2d7a6-0e91-4f3b-bd75-1f4a8c6e9307', 'Lee Lopez', {
    timezone: 'America/New_York',
    addressVisible: true,
  }),
  aPerson('dee', '712020:a2f69b30-84d5-4e17-9c0a-6b3d7e1f5808', 'Dee Diaz', { active: false }),
  aCustomer('cara', '7d1c5e42-9b80-4f6a-a3d7-4e2b8c0f6109', 'Cara Customer'),
  aCustomer('milo', '1e8a4c70-62d5-4b39-8f17-a5c3e9d20b11', 'Milo Marsh'),
  aCustomer('nadia', 'b96f3d18-407e-4ca2-95e8-3d7b1c6a0f12', 'Nadia Noor'),
];
