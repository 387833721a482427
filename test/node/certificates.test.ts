/** Signatures of real PASSporTs against a directory of certificates: what is said, and what is not. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { parseIdentity } from '../../src/headers/identity.ts';
import { decodePassport } from '../../src/headers/passport.ts';
import { analyze } from '../../src/index.ts';
import { readCertificates, verifierOf } from '../../src/node/certificates.ts';

const root = fileURLToPath(new URL('../../fixtures/stir/', import.meta.url));
const directory = join(root, 'certificates');
const temporary = mkdtempSync(join(tmpdir(), 'sipsleuth-certificates-'));
afterAll(() => rmSync(temporary, { recursive: true }));

const textOf = (name: string) => readFileSync(join(root, name), 'utf8');

async function findings(name: string, certificates = directory) {
  const verify = verifierOf(readCertificates(certificates).all);
  const report = await analyze(new TextEncoder().encode(textOf(name)), { path: name, verify });
  return report.findings.map(({ rule, args, confidence }) => ({
    rule,
    kind: args.kind,
    confidence,
    right: args.right,
  }));
}

const failed = { rule: 'stir-verification-failed', confidence: 'certain', right: false };

describe('calls of fixtures/stir', () => {
  const expected: Readonly<Record<string, readonly object[]>> = {
    'signed.sip': [],
    'signed-by-another-name.sip': [],
    'unknown-certificate.sip': [],
    'compact.sip': [],
    // Another certificate fits: two providers may call theirs the same.
    'wrong-key.sip': [{ ...failed, kind: 'signature', confidence: 'likely' }],
    'changed-payload.sip': [{ ...failed, kind: 'signature' }],
    // Which number was signed is a guess where the request has several.
    'compact-changed.sip': [{ ...failed, kind: 'signature', confidence: 'likely' }],
    'certificate-expired.sip': [{ ...failed, kind: 'certificate', right: true }],
    'refused-although-right.sip': [{ ...failed, kind: 'refused', right: true }],
  };

  it.each(Object.keys(expected))('%s', async (name) => {
    expect(await findings(name)).toEqual(expected[name]);
  });

  it('are all here', () => {
    expect(readdirSync(root).filter((name) => name.endsWith('.sip'))).toEqual(Object.keys(expected).sort());
  });

  it.each(Object.keys(expected))('%s without certificates', async (name) => {
    const report = await analyze(new TextEncoder().encode(textOf(name)));
    expect(report.findings.map(({ args }) => args.kind)).toEqual(
      name === 'refused-although-right.sip' ? ['refused'] : [],
    );
  });
});

describe('verifierOf', () => {
  const { all } = readCertificates(directory);
  const passport = (name: string) => {
    const identity = parseIdentity(/^Identity: (.*)$/m.exec(textOf(name))?.[1] ?? '');
    const found = identity && decodePassport(identity);
    if (found?.signature === undefined || found.x5u === undefined) throw new Error(name);
    return { texts: [found.signed], signature: found.signature, x5u: found.x5u };
  };

  it('names the certificate', () => {
    const { texts, signature, x5u } = passport('signed.sip');
    expect(verifierOf(all)(texts, signature, x5u)).toEqual({
      outcome: 'signed',
      certificate: 'provider-a.pem (CN=SHAKEN 9999)',
      fits: '',
      notBefore: Date.UTC(2025, 0, 1) * 1000,
      notAfter: Date.UTC(2044, 0, 1) * 1000,
    });
  });

  it('takes any certificate that fits, and says nothing where the one that is named is not at hand', () => {
    const { texts, signature, x5u } = passport('signed.sip');
    const verify = verifierOf(all);
    for (const address of ['https://example.org/other.pem', 'no address', '', `${x5u}?v=2#x`]) {
      expect(verify(texts, signature, address).outcome, address).toBe('signed');
      expect(verify(['changed'], signature, address).outcome, address).toBe(
        address.startsWith(x5u) ? 'wrong' : 'unknown',
      );
    }
  });

  it('throws on no signature', () => {
    const verify = verifierOf(all);
    for (const length of [0, 1, 63, 65, 5000]) {
      expect(verify(['a'], new Uint8Array(length), 'https://example.org/provider-a.pem').outcome).toBe('wrong');
    }
    expect(verifierOf([])(['a'], new Uint8Array(64), 'x').outcome).toBe('unknown');
  });
});

describe('readCertificates', () => {
  it('reads chains, DER and all three endings', () => {
    const { all, unreadable } = readCertificates(directory);
    expect(all.map(({ file, leaf }) => [file, leaf])).toEqual([
      ['provider-a.pem', true],
      ['provider-a.pem', false],
      ['provider-b.cer', true],
      ['provider-old.crt', true],
    ]);
    expect(unreadable).toEqual([]);
  });

  it('leaves out what is no certificate', () => {
    writeFileSync(join(temporary, 'key.pem'), '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n');
    writeFileSync(join(temporary, 'broken.pem'), '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n');
    writeFileSync(join(temporary, 'text.crt'), 'nothing');
    writeFileSync(join(temporary, 'readme.txt'), 'nothing');
    expect(readCertificates(temporary)).toEqual({ all: [], unreadable: ['broken.pem', 'text.crt'] });
  });
});
