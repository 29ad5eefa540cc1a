/** Which project this person looked at last, in this browser. Without storage (blocked, full) it remembers nothing. */
export function createProjectMemory(accountId: string): {
  read(): string | null;
  write(projectId: string): void;
} {
  const key = `frontdesk.project.${accountId}`;
  return {
    read: () => {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    write: (projectId) => {
      try {
        localStorage.setItem(key, projectId);
      } catch {
        // The choice then lasts as long as the page.
      }
    },
  };
}
