/** A WAV file: linear samples of 16 bits, two channels, in pieces. */

const HEADER = 44;
const CHANNELS = 2;
const SAMPLE = 2;
/** Samples of one piece. */
const PIECE = 16_384;

function header(samples: number, rate: number): Uint8Array {
  const bytes = new Uint8Array(HEADER);
  const view = new DataView(bytes.buffer);
  const text = (at: number, word: string) => {
    for (let i = 0; i < word.length; i++) bytes[at + i] = word.charCodeAt(i);
  };
  const size = samples * CHANNELS * SAMPLE;
  text(0, 'RIFF');
  view.setUint32(4, HEADER - 8 + size, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, CHANNELS, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * CHANNELS * SAMPLE, true);
  view.setUint16(32, CHANNELS * SAMPLE, true);
  view.setUint16(34, 8 * SAMPLE, true);
  text(36, 'data');
  view.setUint32(40, size, true);
  return bytes;
}

/** `left` and `right` hold at least `samples`; `rate` in Hz. */
export function* stereoWav(left: Int16Array, right: Int16Array, samples: number, rate: number): Iterable<Uint8Array> {
  yield header(samples, rate);
  for (let from = 0; from < samples; from += PIECE) {
    const count = Math.min(PIECE, samples - from);
    const bytes = new Uint8Array(count * CHANNELS * SAMPLE);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < count; i++) {
      view.setInt16(4 * i, left[from + i], true);
      view.setInt16(4 * i + 2, right[from + i], true);
    }
    yield bytes;
  }
}
