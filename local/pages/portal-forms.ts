import type { Project } from '../jira/projects';

export interface PortalForm {
  id: string;
  name: string;
  description: string;
}

const FORMS: Record<string, [name: string, description: string][]> = {
  SUP: [
    ['Report a problem', 'Something does not work as it should.'],
    ['Ask a question', 'Find out how to do something.'],
    ['Suggest an improvement', 'Tell us what would help you.'],
  ],
  OPS: [
    ['Report an outage', 'A system is down or very slow.'],
    ['Request access', 'To a system, a folder or a group.'],
    ['Get IT help', 'Hardware, software, anything else.'],
  ],
  HR: [
    ['Ask about leave', 'Holidays, parental leave, sick leave.'],
    ['Change personal details', 'A new name, address or bank account.'],
  ],
};

export function portalForms({ key }: Project): PortalForm[] {
  return (FORMS[key] ?? []).map(([name, description], index) => ({
    id: String(index + 1),
    name,
    description,
  }));
}
