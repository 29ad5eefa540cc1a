/** Two soft notes, made on the spot: a file would have to be loaded, and be allowed by the page's policy. */
const NOTES = [
  { hertz: 660, at: 0 },
  { hertz: 880, at: 0.12 },
];
const NOTE_SECONDS = 0.25;
const LOUDNESS = 0.06;

/** Browsers stay silent in a page that nobody has clicked or typed in yet; then there is the flag alone. */
export async function playNewMessageSound(): Promise<void> {
  try {
    const audio = new AudioContext();
    if (audio.state === 'suspended') await Promise.race([audio.resume(), briefly()]);
    if (audio.state !== 'running') return await audio.close();
    for (const { hertz, at } of NOTES) playNote(audio, hertz, audio.currentTime + at);
    setTimeout(() => void audio.close().catch(() => undefined), 1_000);
  } catch {
    // No audio in this browser.
  }
}

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
