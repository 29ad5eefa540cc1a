import { z } from 'zod';

const settingsAnswer = z.object({
  ok: z.literal(true),
  value: z.object({ project: z.object({ key: z.string() }), snippet: z.string().nullable() }),
});

/** The snippets as the app said them last: web pages keep theirs while a fault keeps the app from saying it again. */
export class KnownSnippets {
  readonly #byProject = new Map<string, string | null>();

  /** Takes any answer that a page got; most are about something else. */
  note(answer: unknown): void {
    const { success, data } = settingsAnswer.safeParse(answer);
    if (success) this.#byProject.set(data.value.project.key, data.value.snippet);
  }

  /** Null: chat was never enabled there; undefined: the app has not said anything about it yet. */
  of(projectKey: string): string | null | undefined {
    return this.#byProject.get(projectKey);
  }

  clear(): void {
    this.#byProject.clear();
  }
}
