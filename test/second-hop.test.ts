/**
 * G-HOP: the same traffic seen on two hops, before and behind a proxy, is the same traffic: no finding more, none less.
 * Every fixture whose messages all go between two hosts gets a stateless proxy (RFC 3261 §16.11) put between them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../src/analyze.ts';
import { type WritableMessage, writeTrace } from '../src/logs/trace-writer.ts';
import type { Report, ReportMessage } from '../src/report.ts';

const root = join(import.meta.dirname, '../fixtures');
/** It stands in the network of the first sender, so that no address changes its class. */
function proxyBeside(name: string) {
  const { address } = addressOf(name);
  const network = address.includes(':')
    ? address.slice(0, address.lastIndexOf(':') + 1)
    : `${address.split('.').slice(0, 3).join('.')}.`;
  return { address: `${network}77`, port: 5060 };
}

type Proxy = ReturnType<typeof proxyBeside>;
/** The proxy passes on before anybody can answer, µs. */
const DELAY = 5;

function analyzed(bytes: Uint8Array, path: string): Report {
  const analysis = createAnalysis({ messages: 'all' });
  const sink = analysis.input(path);
  sink.write(bytes);
  sink.end();
  return analysis.report();
}

function messagesOf({ calls, registrations, subscriptions, transactions }: Report): ReportMessage[] {
  const all = [...calls, ...registrations, ...subscriptions, ...transactions].flatMap(({ messages }) => messages);
  return all.sort((a, b) => a.message - b.message);
}

function addressOf(name: string) {
  const colon = name.lastIndexOf(':');
  return { address: name.slice(0, colon).replace(/^\[|\]$/g, ''), port: Number(name.slice(colon + 1)) };
}

const micros = (time: string) => Date.parse(time) * 1000 + Number(time.slice(-4, -1));

/** A stateless proxy makes its branch from the one it received, so that a retransmission gets the same (§16.11). */
function pushVia(text: string, proxy: Proxy): string {
  const branch = /^Via:.*?branch=([^;,\s]+)/im.exec(text)?.[1] ?? 'none';
  const host = proxy.address.includes(':') ? `[${proxy.address}]` : proxy.address;
  const via = `Via: SIP/2.0/UDP ${host}:${proxy.port};branch=z9hG4bKhop${branch.replace(/^z9hG4bK/, '')}`;
  const end = text.indexOf('\r\n') + 2;
  return `${text.slice(0, end)}${via}\r\n${text.slice(end)}`;
}

function forwarded(text: string, proxy: Proxy): string {
  return pushVia(text, proxy).replace(
    /^(Max-Forwards: )(\d+)/im,
    (_, name, hops) => name + Math.max(0, Number(hops) - 1),
  );
}

/** Every message twice: as its sender sent it, and as the proxy passed it on. */
function throughProxy(messages: readonly ReportMessage[]): WritableMessage[] {
  const proxy = proxyBeside(messages[0].source);
  return messages
    .flatMap(({ time, transport, source, destination, startLine, text }) => {
      const [from, to] = [addressOf(source), addressOf(destination)];
      const [outer, inner] = startLine.startsWith('SIP/')
        ? [pushVia(text, proxy), text]
        : [text, forwarded(text, proxy)];
      const bytes = (one: string) => new TextEncoder().encode(one);
      return [
        { time: micros(time), transport, source: from, destination: proxy, bytes: bytes(outer) },
        { time: micros(time) + DELAY, transport, source: proxy, destination: to, bytes: bytes(inner) },
      ];
    })
    .sort((a, b) => a.time - b.time);
}

/**
 * Rules of errors, warnings and doubts, each once: a fault that stands in the bytes stands on both hops. Notes may differ:
 * a proxy is something to take note of.
 */
function rulesOf({ findings, undetermined }: Report): string[] {
  const said = [
    ...findings.map(({ rule, severity, scope }) =>
      scope === 'capture' || severity === 'info' ? '' : `${severity} ${rule}`,
    ),
    ...undetermined.map(({ rule, guard }) => `${rule} ${guard}`),
  ];
  return [...new Set(said)].filter((one) => one !== '').sort();
}

const inputs = ['captures', 'rules'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:pcap|sip)$/.test(name))
    .map((name) => `${folder}/${name}`),
);

const simple = inputs.sort().flatMap((path) => {
  const messages = messagesOf(analyzed(new Uint8Array(readFileSync(join(root, path))), path));
  const hosts = new Set(messages.flatMap(({ source, destination }) => [source, destination]));
  const udp = messages.every(({ transport, text }) => transport === 'udp' && text.includes('\r\n'));
  return messages.length > 1 && hosts.size === 2 && udp ? [{ path, messages }] : [];
});

describe('a proxy between the two hosts', () => {
  it('is put into most fixtures', () => {
    expect(simple.length).toBeGreaterThan(60);
  });

  it.each(simple)('changes no finding of $path', ({ path, messages }) => {
    const plain = messages.map(({ time, transport, source, destination, text }) => ({
      time: micros(time),
      transport,
      source: addressOf(source),
      destination: addressOf(destination),
      bytes: new TextEncoder().encode(text),
    }));
    const encode = (list: readonly WritableMessage[]) => new TextEncoder().encode(writeTrace(list));
    const before = analyzed(encode(plain), path);
    const after = analyzed(encode(throughProxy(messages)), path);
    expect(rulesOf(after)).toEqual(rulesOf(before));
    expect(after.calls.map(({ outcome }) => outcome)).toEqual(before.calls.map(({ outcome }) => outcome));
  });
});
