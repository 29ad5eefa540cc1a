import { createContext, useContext, useEffect, useRef } from 'react';
import { createCommands, type Command, type Commands } from './commands';

const CommandsContext = createContext<Commands>(createCommands());

export const CommandsProvider = CommandsContext.Provider;

/** Carries out a command for as long as it is drawn; `run` null: it can't be carried out now. */
export function useCommand(command: Command, run: (() => void) | null): void {
  const commands = useContext(CommandsContext);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const can = run !== null;
  useEffect(
    () => (can ? commands.on(command, () => latest.current?.()) : undefined),
    [commands, command, can],
  );
}
