import type { BlockedVisitor } from './domain/blocked-visitor';
import type { Budget } from './domain/budget';
import type { HeldDecision } from './domain/held-decision';
import type { PublicConfig } from './storage-ports';

/** What use cases need to keep one program from closing a desk (rule T6). Calls may throw PlatformFault. */

/** Places in budgets: as many as a budget has, however many ask at once. */
export interface Slots {
  /** Takes a place for `who`, who keeps the one they have; false: none was found free. No place is ever given twice. */
  take(budget: Budget, who: string, now: number): Promise<boolean>;
  /** Does this process know that no place is left in this window, and that none is theirs? Asks nobody. */
  isFull(budget: Budget, who: string, now: number): boolean;
  /** Places of this window that this process knows to be taken; at least so many are. */
  known(budget: Budget, now: number): number;
  /** When the places of a window were taken, epoch ms. `windowsAgo`: 0 is the present one. */
  takenAt(budget: Budget, now: number, windowsAgo?: number): Promise<number[]>;
}

/** What a process has read of a widget moments ago. */
export interface SeenWidget {
  summary: unknown;
  config: PublicConfig;
}

/** What a process remembers so that a refusal costs next to nothing. Nothing is accepted by it. */
export interface RefusalMemory {
  seen(widgetId: string, now: number): SeenWidget | null;
  see(widgetId: string, seen: SeenWidget, now: number): void;
  /** The project's signing secret, likewise; undefined: not read lately. */
  secret(projectId: string, now: number): string | null | undefined;
  seeSecret(projectId: string, secret: string | null, now: number): void;
  /** May so many reads still be spent in this minute on what is about to be refused? Counts them. */
  maySpend(reads: number, now: number): boolean;
  /** This start was taken: from now on it is known to come again. */
  noteTaken(startId: string, now: number): void;
  /** How often it came again within this minute, this time included; 0: this process does not know that it was taken. */
  again(startId: string, now: number): number;
  /** Counts a refusal. Written down once a minute at most; never throws. */
  count(projectId: string, now: number): Promise<void>;
  /** What all processes have written down: by the beginning of the hour, epoch ms. */
  refusedByHour(projectId: string): Promise<Map<number, number>>;
}

/** Who may not start or write in a project. */
export interface Blocks {
  /** One call: the project's widget id now (null: chat is off), and whether one of these is blocked. */
  standing(projectId: string, blockIds: string[]): Promise<{ widgetId: string | null; isBlocked: boolean }>;
  read(projectId: string, blockId: string): Promise<BlockedVisitor | null>;
  list(projectId: string): Promise<BlockedVisitor[]>;
  save(projectId: string, blocked: BlockedVisitor): Promise<void>;
  remove(projectId: string, blockId: string): Promise<void>;
}

/** What agents decided about chats that were held back. */
export interface HeldDecisions {
  read(projectId: string, operationId: string): Promise<HeldDecision | null>;
  /** Stores it unless there is one; answers the one that counts. */
  saveFirst(projectId: string, operationId: string, decision: HeldDecision): Promise<HeldDecision>;
  save(projectId: string, operationId: string, decision: HeldDecision): Promise<void>;
}
