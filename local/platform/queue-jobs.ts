import type { StoredEvent } from './queue-event';

const JOBS_KEPT = 2_000;

const isOver = ({ state }: StoredEvent): boolean => state !== 'waiting' && state !== 'running';

/** The events of each job. The platform knows jobs for a while only; the oldest that are over are forgotten. */
export class QueueJobs {
  readonly #jobs = new Map<string, StoredEvent[]>();

  of(jobId: string): StoredEvent[] | undefined {
    return this.#jobs.get(jobId);
  }

  add(stored: StoredEvent): void {
    const { jobId } = stored.event;
    this.#forgetOld();
    this.#jobs.set(jobId, [...(this.#jobs.get(jobId) ?? []), stored]);
  }

  all(): StoredEvent[] {
    return [...this.#jobs.values()].flat();
  }

  unfinished(): StoredEvent[] {
    return this.all().filter((stored) => !isOver(stored));
  }

  clear(): void {
    this.#jobs.clear();
  }

  #forgetOld(): void {
    if (this.#jobs.size < JOBS_KEPT) return;
    for (const [jobId, job] of this.#jobs) {
      if (job.every(isOver)) this.#jobs.delete(jobId);
      if (this.#jobs.size < JOBS_KEPT / 2) return;
    }
  }
}
