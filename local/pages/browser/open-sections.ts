/** Which sections a person opened last: Jira opens those again beside the next work item. */
const NAME = 'open sections of ';

export interface OpenSections {
  has(section: string): boolean;
  note(section: string, isOpen: boolean): void;
}

export function openSections(person: string): OpenSections {
  const read = (): Set<string> => new Set(localStorage.getItem(NAME + person)?.split(' '));
  return {
    has: (section) => read().has(section),
    note(section, isOpen) {
      const open = read();
      if (isOpen) open.add(section);
      else open.delete(section);
      localStorage.setItem(NAME + person, [...open].join(' '));
    },
  };
}
