/** Two soft notes, made on the spot: a file would have to be loaded, and be allowed by the page's policy. */
const NOTES = [
  { hertz: 660, at: 0 },
  { hertz: 880, at: 0.12 },
];
const NOTE_SECONDS = 0.25;
const LOUDNESS = 0.06;

export interface Speaker {
  /** Once; it closes by itself. */
  play(): void;
  close(): void;
}

/** Null where this page may make no sound: browsers want it to be clicked or typed in first. */
export async function openSpeaker(): Promise<Speaker | null> {
  try {
    const audio = new AudioContext();
    const close = (): void => void audio.close().catch(() => undefined);
    if (audio.state === 'suspended') await Promise.race([audio.resume(), briefly()]);
    if (audio.state !== 'running') {
      close();
      return null;
    }
    return {
      play: () => {
        for (const { hertz, at } of NOTES) playNote(audio, hertz, audio.currentTime + at);
        setTimeout(close, 1_000);
      },
      close,
    };
  } catch {
    // No audio in this browser.
    return null;
  }
}

export const playNewMessageSound = async (): Promise<void> => (await openSpeaker())?.play();

function playNote(audio: AudioContext, hertz: number, start: number): void {
  const note = audio.createOscillator();
  const volume = audio.createGain();
  note.frequency.value = hertz;
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(LOUDNESS, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, start + NOTE_SECONDS);
  note.connect(volume).connect(audio.destination);
  note.start(start);
  note.stop(start + NOTE_SECONDS);
}

/** Without permission `resume` never settles. */
const briefly = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 300));
