/** Reads elements of the page aloud, with a voice of this device.
 * @param what asked for when the voice is here.
 * @returns false when this device has no voice for the language. */
export async function readAloud(taal: string, what: () => readonly Element[]): Promise<boolean> {
  const { Voorlezer, voiceFor } = await import('../lezen/voorlezer');
  const voice = await voiceFor(taal);
  if (voice) new Voorlezer().read(what(), voice, { rate: 1, volume: 0.75 }, () => undefined);
  return voice !== null;
}

export function silence(): void {
  window.speechSynthesis?.cancel();
}

/** A short tone, for who asked for sound and does not look. */
export function beep(): void {
  try {
    const audio = new AudioContext();
    const tone = audio.createOscillator();
    tone.frequency.value = 440;
    tone.connect(audio.destination);
    tone.start();
    tone.stop(audio.currentTime + 0.3);
    tone.onended = () => void audio.close();
  } catch {
    // This device has no sound.
  }
}
