// By its own path: the whole package would add half as much again to the web trigger's cold start (F12).
import { getAppContext } from '@forge/api/out/api/runtime';

/**
 * A warm process serves many installations: what it remembers is kept apart by installation (figure R9).
 * Holds at most `most` installations, dropping the oldest.
 */
export function perInstallation<T>(create: () => T, most = 200): () => T {
  const kept = new Map<string, T>();
  return () => {
    const key = String(getAppContext().installationAri);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = create();
    const oldest = kept.size >= most ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(key, made);
    return made;
  };
}
