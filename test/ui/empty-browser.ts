import { beforeEach } from 'vitest';

// Every test is another browser: files of one process share its storages, and would find what the one before left unsaved.
beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
