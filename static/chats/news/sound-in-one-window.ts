import type { WindowChannel } from '../../app/browser/window-channel';
import type { ShownOnce } from '../../app/claims/shown-once';
import type { Speaker } from './new-message-sound';

/** "I was to make a sound for these, and this browser does not let me." */
interface Asked {
  soundFor: string[];
}

export interface SoundInOneWindow {
  /** One for all these messages; for those that had theirs already there is none. */
  play(ids: string[]): Promise<void>;
}

export interface SoundNeeds {
  channel: WindowChannel;
  once: ShownOnce;
  /** The server's time. */
  now(): number;
  /** Null: this page may make no sound. */
  openSpeaker(): Promise<Speaker | null>;
}

/**
 * A browser lets only such pages make sounds that somebody has clicked or typed in. Whoever may not asks the other windows;
 * one of them that may claims it.
 */
export function createSoundInOneWindow({ channel, once, now, openSpeaker }: SoundNeeds): SoundInOneWindow {
  async function playHere(ids: string[]): Promise<boolean> {
    const speaker = await openSpeaker();
    if (!speaker) return false;
    let isNew = false;
    for (const id of ids) if (await once.claim(id, now())) isNew = true;
    if (isNew) speaker.play();
    else speaker.close();
    return true;
  }

  channel.listen((message) => {
    if (isAsked(message)) void playHere(message.soundFor);
  });
  return {
    play: async (ids) => {
      if (!(await playHere(ids))) channel.post({ soundFor: ids } satisfies Asked);
    },
  };
}

const isAsked = (value: unknown): value is Asked =>
  typeof value === 'object' &&
  value !== null &&
  'soundFor' in value &&
  Array.isArray(value.soundFor) &&
  value.soundFor.every((id) => typeof id === 'string');
