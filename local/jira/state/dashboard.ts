import { z } from 'zod';

/** A gadget on the dashboard. What it was set up to show is the app's, and kept as it was submitted. */
const gadgetSchema = z.object({
  id: z.string(),
  moduleKey: z.string(),
  configuration: z.record(z.string(), z.unknown()),
});
export type Gadget = z.infer<typeof gadgetSchema>;

const snapshotSchema = z.object({ gadgets: z.array(gadgetSchema), lastNumber: z.int() });

/** The one dashboard of the local Jira, which everybody who works there sees and may change. */
export class Dashboard {
  readonly id = '10100';
  #gadgets: Gadget[] = [];
  #lastNumber = 10_200;

  gadgets(): readonly Gadget[] {
    return this.#gadgets;
  }

  add(moduleKey: string): Gadget {
    this.#lastNumber += 1;
    const gadget: Gadget = { id: String(this.#lastNumber), moduleKey, configuration: {} };
    this.#gadgets.push(gadget);
    return gadget;
  }

  /** False: there is no such gadget. */
  configure(id: string, configuration: Record<string, unknown>): boolean {
    const gadget = this.#gadgets.find((each) => each.id === id);
    if (gadget) gadget.configuration = configuration;
    return gadget !== undefined;
  }

  remove(id: string): void {
    this.#gadgets = this.#gadgets.filter((gadget) => gadget.id !== id);
  }

  reset(): void {
    this.#gadgets = [];
    this.#lastNumber = 10_200;
  }

  snapshot(): unknown {
    return structuredClone({ gadgets: this.#gadgets, lastNumber: this.#lastNumber });
  }

  /** States of before there was a dashboard have none. */
  restore(snapshot: unknown): void {
    this.reset();
    if (snapshot === undefined) return;
    const { gadgets, lastNumber } = snapshotSchema.parse(snapshot);
    this.#gadgets = gadgets;
    this.#lastNumber = lastNumber;
  }
}
