import type { Person } from '../../src/domain/person';
import type { Texts } from './texts';

/** The name as Jira has it, or "someone" while Jira cannot be asked. */
export const agentName = (texts: Texts, person: Person): string => person.name ?? texts.t('agent.someone');
