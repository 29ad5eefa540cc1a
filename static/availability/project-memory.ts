import { browserStore } from '../app/browser/browser-store';

/** Which project this person looked at last, in this browser. Without storage (blocked, full) it remembers nothing. */
export function createProjectMemory(accountId: string): {
  read(): string | null;
  write(projectId: string): void;
} {
  const key = `frontdesk.project.${accountId}`;
  const store = browserStore('localStorage');
  return {
    read: () => store.read(key),
    // Where it is not kept, the choice lasts as long as the page.
    write: (projectId) => void store.write(key, projectId),
  };
}
