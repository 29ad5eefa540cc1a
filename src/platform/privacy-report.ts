import { privacy } from '@forge/api';
import { PlatformFault, type Privacy } from '../ports';

/** Atlassian's report of stored personal data, which answers whose accounts were closed. */
export const privacyReport: Privacy = {
  async closedAccounts(accounts) {
    if (accounts.length === 0) return [];
    try {
      const answers = await privacy.reportPersonalData(accounts);
      return answers.filter(({ status }) => status === 'closed').map(({ accountId }) => accountId);
    } catch (error) {
      throw new PlatformFault('the report of personal data failed', { cause: error });
    }
  },
};
