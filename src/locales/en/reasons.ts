/** What could not be read, by reason: completes "12 × …" in lists and "FILE: …" for a whole input. */
export const reasons: Readonly<Record<string, string>> = {
  'sip-undecodable': 'payload that begins like SIP but has no SIP header field',
  'stream-not-sip': 'bytes between the SIP messages of a TCP stream that are not SIP',
  'stream-limit': 'TCP stream beyond the number that is followed at one time',
  'open-calls-limit': 'call closed early because too many were open at one time',
  'gzip-cut': 'gzip data that ends before its end',
  'gzip-damaged': 'damaged gzip data',
  'gzip-bomb': 'gzip data that unpacks to an absurd size; unpacking stopped',
  'read-error': 'error of the file system while reading',
  'input-empty': 'the file is empty',
  'input-binary': 'not a capture and not a text log',
  'input-gzip': 'gzip data within gzip data, which is not unpacked twice',
  'input-zstd': 'compressed with zstd: unpack it first (zstd -d)',
  'input-lz4': 'compressed with lz4: unpack it first (lz4 -d)',
  'input-xz': 'compressed with xz: unpack it first (xz -d)',
  'input-bzip2': 'compressed with bzip2: unpack it first (bzip2 -d)',
  'input-zip': 'a zip archive: unpack it first',
};
