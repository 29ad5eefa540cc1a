/** What a key does in the inbox, or one key after the other. */
export const KEYS = {
  next: 'j',
  previous: 'k',
  reply: 'r',
  note: 'n',
  assign: 'a',
  handOver: 'h',
  resolve: 'e',
  undo: 'z',
  search: '/',
  status: 'g o',
  help: '?',
} as const;

export type Command = keyof typeof KEYS;

/** Whoever can carry out a command at the moment says so; the one who said so last does it. */
export interface Commands {
  /** Returns what takes it back. */
  on(command: Command, run: () => void): () => void;
  /** False: nobody can at the moment. */
  run(command: Command): boolean;
}

export function createCommands(): Commands {
  const all = new Map<Command, (() => void)[]>();
  return {
    on: (command, run) => {
      all.set(command, [...(all.get(command) ?? []), run]);
      return () =>
        void all.set(
          command,
          (all.get(command) ?? []).filter((each) => each !== run),
        );
    },
    run: (command) => {
      const run = all.get(command)?.at(-1);
      run?.();
      return run !== undefined;
    },
  };
}
