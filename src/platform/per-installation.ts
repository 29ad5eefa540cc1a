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

/** Keeps a value as the newest of its map, which forgets its oldest beyond `most`. */
export function remember<K, V>(known: Map<K, V>, key: K, value: V, most: number): void {
  known.delete(key);
  known.set(key, value);
  for (const oldest of known.keys()) {
    if (known.size <= most) break;
    known.delete(oldest);
  }
}
