/** The captures of the bench: made once, made again when their recipe changes. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { type Contents, generate, type Recipe, VERSION } from './generate.ts';

const FOLDER = 'bench-data';

const calls: Recipe = { seed: 20_260_105, calls: 20_000, callsPerSecond: 50, talk: [5, 120], rtp: false };
const voice: Recipe = { seed: 20_260_106, calls: 2_200, callsPerSecond: 20, talk: [5, 30], rtp: true };

const recipes = {
  'sip-only': calls,
  'rtp-heavy': voice,
  'rtp-double': { ...voice, calls: 2 * voice.calls },
} as const;

export type CaptureName = keyof typeof recipes;

export interface Capture extends Contents {
  readonly name: CaptureName;
  readonly path: string;
}

/** The name of the recipe and of what makes the bytes of it; a file with another stamp is made anew. */
function stampOf(recipe: Recipe): string {
  return JSON.stringify({ version: VERSION, ...recipe });
}

export function ensureCapture(name: CaptureName): Capture {
  mkdirSync(FOLDER, { recursive: true });
  const path = `${FOLDER}/${name}.pcap`;
  const stampPath = `${FOLDER}/${name}.json`;
  const stamp = stampOf(recipes[name]);
  if (existsSync(path) && existsSync(stampPath)) {
    const known = JSON.parse(readFileSync(stampPath, 'utf8')) as { stamp: string; contents: Contents };
    if (known.stamp === stamp && known.contents.bytes === statSync(path).size) return { name, path, ...known.contents };
  }
  console.log(`making ${path} …`);
  const contents = generate(path, recipes[name]);
  writeFileSync(stampPath, `${JSON.stringify({ stamp, contents })}\n`);
  return { name, path, ...contents };
}
