/**
 * What the user brings beside the captures: passwords, to recompute digests with, and certificates, to check signatures
 * with. Passwords stand in no sentence of this file, whatever is wrong with them.
 */
import { readFileSync, statSync } from 'node:fs';
import type { DigestSecret, DigestSecrets, PassportVerifier } from '../keys.ts';
import { readCertificates, verifierOf } from '../node/certificates.ts';
import { hash } from '../node/hashes.ts';
import { complain, systemWords } from './complain.ts';
import { UsageError } from './exit.ts';
import { say } from './speech.ts';

const SIZE_LIMIT = 16 << 20;

/** `alice=secret`, `alice@example.com=secret`, `secret`; `=a=b` is a secret that holds an equals sign itself. */
export function secretOf(text: string): DigestSecret | undefined {
  const at = text.indexOf('=');
  const secret = at < 0 ? { user: '', password: text } : { user: text.slice(0, at), password: text.slice(at + 1) };
  return secret.password === '' ? undefined : secret;
}

function fromFile(path: string): readonly DigestSecret[] {
  let text: string;
  try {
    if (statSync(path).size > SIZE_LIMIT) throw new Error(say().tooLarge);
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(say().cannotBeRead('passwords', path, systemWords(error)));
  }
  const found = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .flatMap((line, index) => {
      if (line.trim() === '' || line.startsWith('#')) return [];
      const secret = secretOf(line);
      if (secret === undefined) {
        throw new UsageError(say().noPasswordInLine(path, index + 1, say().passwordForm));
      }
      return [secret];
    });
  if (found.length === 0) throw new UsageError(say().noPassword(path));
  return found;
}

/** Undefined where none is given. */
export function secretsOf(passwords: readonly string[], file: string | undefined): DigestSecrets | undefined {
  const entries = passwords.map((text) => {
    const secret = secretOf(text);
    if (secret === undefined) throw new UsageError(say().noSecret(say().passwordForm));
    return secret;
  });
  if (file !== undefined) entries.push(...fromFile(file));
  if (entries.length === 0) return undefined;
  try {
    hash('MD5', '');
  } catch {
    throw new UsageError(say().noMd5);
  }
  return { entries, hash };
}

/** Undefined where no directory is given. */
export function verifierFor(directory: string | undefined): PassportVerifier | undefined {
  if (directory === undefined) return undefined;
  let certificates: ReturnType<typeof readCertificates>;
  try {
    certificates = readCertificates(directory);
  } catch (error) {
    throw new UsageError(say().cannotBeRead('certificates', directory, systemWords(error)));
  }
  const { all, unreadable } = certificates;
  if (all.length === 0) {
    throw new UsageError(say().noCertificate(directory));
  }
  for (const file of unreadable) complain(say().leftOut(directory, file));
  return verifierOf(all);
}
