/** Vectors of others: RFC 8448 §3 for TLS 1.3, and those for the PRF of TLS 1.2 that went over the list of the TLS group. */
import { describe, expect, test } from 'vitest';
import { expandLabel, prf } from '../../../src/net/tls/key-schedule.ts';
import { ciphers } from '../../../src/node/ciphers.ts';
import { hex } from '../../files/build.ts';

describe('RFC 8448 §3, simple 1-RTT handshake', () => {
  test.each([
    [
      'server handshake',
      'b67b7d690cc16c4e75e54213cb2d37b4e9c912bcded9105d42befd59d391ad38',
      '3fce516009c21727d0f2e4e86ee403bc',
      '5d313eb2671276ee13000b30',
    ],
    [
      'client handshake',
      'b3eddb126e067f35a780b3abf45e2d8f3b1a950738f52e9600746a0e27a55a21',
      'dbfaa693d1762c5b666af5d950258d01',
      '5bd3c71b836e0b76bb73265f',
    ],
    [
      'server application',
      'a11af9f05531f856ad47116b45a950328204b4f44bfb6b3a4b4f1f3fcb631643',
      '9f02283b6c9c07efc26bb9f2ac92e356',
      'cf782b88dd83549aadf1e984',
    ],
    [
      'client application',
      '9e40646ce79a7f9dc05af8889bce6552875afa0b06df0087f792ebb7c17504a5',
      '17422dda596ed5d9acd890e3c63f5051',
      '5b78923dee08579033e523d9',
    ],
  ])('%s', (_name, secret, key, iv) => {
    expect(expandLabel(ciphers, 'sha256', hex(secret), 'key', 16)).toEqual(hex(key));
    expect(expandLabel(ciphers, 'sha256', hex(secret), 'iv', 12)).toEqual(hex(iv));
  });
});

describe('PRF of TLS 1.2', () => {
  test.each([
    [
      'sha256',
      '9bbe436ba940f017b17652849a71db35',
      'a0ba9f936cda311827a6f796ffd5198c',
      'e3f229ba727be17b8d122620557cd453c2aab21d07c3d495329b52d4e61edb5a6b301791e90d35c9c9a46b4e14baf9af0fa022f7077def17abfd3797c0564bab4fbc91666e9def9b97fce34f796789baa48082d122ee42c5a72e5a5110fff70187347b66',
    ],
    [
      'sha384',
      'b80b733d6ceefcdc71566ea48e5567df',
      'cd665cf6a8447dd6ff8b27555edb7465',
      '7b0c18e9ced410ed1804f2cfa34a336a1c14dffb4900bb5fd7942107e81c83cde9ca0faa60be9fe34f82b1233c9146a0e534cb400fed2700884f9dc236f80edd8bfa961144c9e8d792eca722a7b32fc3d416d473ebc2c5fd4abfdad05d9184259b5bf8cd4d90fa0d31e2dec479e4f1a26066f2eea9a69236a3e52655c9e9aee691c8f3a26854308d5eaa3be85e0990703d73e56f',
    ],
  ] as const)('%s', (hash, secret, seed, wanted) => {
    const bytes = hex(wanted);
    expect(prf(ciphers, 0x0303, hash, hex(secret), 'test label', hex(seed), bytes.length)).toEqual(bytes);
  });
});
