/** The certificates of a directory, and the signatures of PASSporTs held against them (RFC 8225, RFC 8226). */
import { verify, X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { PassportVerifier, SignatureVerdict } from '../keys.ts';

interface Certificate {
  /** Of its file, in lower case. */
  readonly file: string;
  readonly name: string;
  /** The first of its file: those behind it sign certificates, not calls. */
  readonly leaf: boolean;
  readonly key: X509Certificate['publicKey'];
  readonly notBefore: number;
  readonly notAfter: number;
}

interface Certificates {
  readonly all: readonly Certificate[];
  /** Files that hold something else, or cannot be read. */
  readonly unreadable: readonly string[];
}

const fileName = /\.(?:pem|crt|cer)$/i;
const SIZE_LIMIT = 1 << 20;
const FILES_LIMIT = 10_000;
const pem = /-----BEGIN CERTIFICATE-----[^-]{1,65536}-----END CERTIFICATE-----/g;
const curve = 'prime256v1';

/** So many addresses of certificates are remembered: a flood invents them. */
const REMEMBERED = 10_000;
/** Beyond so many, only the certificates that an address names are tried for it. */
const TRIED = 200;

const unknown: SignatureVerdict = { outcome: 'unknown', certificate: '', notBefore: 0, notAfter: 0 };

/** Of every file the certificates, whole chains too. Throws what the file system throws of the directory itself. */
export function readCertificates(directory: string): Certificates {
  const all: Certificate[] = [];
  const unreadable: string[] = [];
  const files = readdirSync(directory).filter((file) => fileName.test(file));
  for (const file of files.sort().slice(0, FILES_LIMIT)) {
    try {
      const path = join(directory, file);
      if (statSync(path).size > SIZE_LIMIT) throw new Error('too large');
      const bytes = readFileSync(path);
      const blocks = bytes.toString('latin1').match(pem);
      // A key beside its certificate is no certificate, and no fault either.
      if (blocks === null && bytes.includes('-----BEGIN ')) continue;
      (blocks ?? [bytes]).forEach((block, index) => {
        all.push(certificateOf(new X509Certificate(block), file, index === 0));
      });
    } catch {
      unreadable.push(file);
    }
  }
  return { all, unreadable };
}

function certificateOf(certificate: X509Certificate, file: string, leaf: boolean): Certificate {
  const subject = certificate.subject?.split('\n').pop() ?? '';
  return {
    file: file.toLowerCase(),
    name: subject === '' ? file : `${file} (${subject})`,
    leaf,
    key: certificate.publicKey,
    notBefore: Date.parse(certificate.validFrom) * 1000,
    notAfter: Date.parse(certificate.validTo) * 1000,
  };
}

/** `https://cert.example.org/a/b.pem?x=1` → `b.pem`. */
function lastPart(x5u: string): string {
  const path = x5u.split(/[?#]/, 1)[0];
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

/**
 * First the certificates of the file that is called like the last part of x5u, then all others, since whoever collects certificates may call them anything. Only a
 * certificate whose file bears the name can prove a signature wrong.
 */
export function verifierOf(certificates: readonly Certificate[]): PassportVerifier {
  const usable = certificates.filter(({ key }) => key.asymmetricKeyDetails?.namedCurve === curve);
  /** What made the last signature under this address. */
  const remembered = new Map<string, Certificate | undefined>();

  return (texts, signature, x5u) => {
    const signedBy = ({ key }: Certificate): boolean => {
      try {
        const options = { key, dsaEncoding: 'ieee-p1363' } as const;
        return texts.some((text) => verify('sha256', Buffer.from(text), options, signature));
      } catch {
        return false;
      }
    };
    const file = lastPart(x5u);
    const named = file === '' ? [] : usable.filter((one) => one.file === file);
    const known = remembered.get(x5u);
    let found = [...(known === undefined ? [] : [known]), ...named].find(signedBy);
    if (found === undefined && !remembered.has(x5u) && usable.length <= TRIED) {
      found = usable.find((one) => one.file !== file && signedBy(one));
    }
    if (remembered.size < REMEMBERED || remembered.has(x5u)) remembered.set(x5u, found ?? known);
    if (found !== undefined) return verdict('signed', found);
    const first = named.find(({ leaf }) => leaf);
    return first === undefined ? unknown : verdict('wrong', first);
  };
}

function verdict(outcome: SignatureVerdict['outcome'], { name, notBefore, notAfter }: Certificate): SignatureVerdict {
  return { outcome, certificate: name, notBefore, notAfter };
}
