/** RTP that no SDP names, remembered in little room: how much of it came and when, should its SDP come later. */
import type { Endpoints } from '../net/endpoints.ts';
import { type IpPacket, uint16, uint32 } from '../net/ip.ts';
import type { UnclaimedFlow } from './facts.ts';

/** Flows at the same time, a power of two; one that falls on the place of another takes it. */
const SLOTS = 8192;
/** So many packets in sequence are no chance. */
const PROVEN = 8;
/** What is told of flows that nobody claimed. */
const LISTED = 1_024;

interface Before {
  readonly packets: number;
  readonly first: number;
  readonly last: number;
}

export class Unclaimed {
  readonly #source = new Uint32Array(SLOTS);
  readonly #destination = new Uint32Array(SLOTS);
  readonly #ports = new Uint32Array(SLOTS);
  readonly #ssrc = new Uint32Array(SLOTS);
  readonly #count = new Uint32Array(SLOTS);
  readonly #next = new Uint16Array(SLOTS);
  readonly #streak = new Uint8Array(SLOTS);
  readonly #first = new Float64Array(SLOTS);
  readonly #last = new Float64Array(SLOTS);
  readonly #proven = new Map<number, UnclaimedFlow & { packets: number; last: number }>();
  readonly #list: (UnclaimedFlow & { packets: number; last: number })[] = [];
  readonly #endpoints: Endpoints;

  constructor(endpoints: Endpoints) {
    this.#endpoints = endpoints;
  }

  /** A datagram that may be RTP; `at` is where its payload begins. */
  add(ip: IpPacket, at: number): void {
    const { bytes, time } = ip;
    const slot = this.#slot(ip);
    const ssrc = uint32(bytes, at + 8);
    const sequence = uint16(bytes, at + 2);
    if (!this.#is(slot, ip) || this.#ssrc[slot] !== ssrc) {
      this.#begin(slot, ip, ssrc);
    } else if (this.#next[slot] === sequence) {
      if (this.#streak[slot] < PROVEN) {
        this.#streak[slot]++;
        if (this.#streak[slot] === PROVEN) this.#prove(slot, ip);
      }
    }
    this.#next[slot] = sequence + 1;
    this.#count[slot]++;
    this.#last[slot] = time;
  }

  /** What was remembered of the flow of this packet; it is forgotten. */
  take(ip: IpPacket): Before | undefined {
    const slot = this.#slot(ip);
    if (!this.#is(slot, ip) || this.#count[slot] === 0) return undefined;
    const before = { packets: this.#count[slot], first: this.#first[slot], last: this.#last[slot] };
    const listed = this.#proven.get(slot);
    if (listed !== undefined) this.#list.splice(this.#list.indexOf(listed), 1);
    this.#proven.delete(slot);
    this.#count[slot] = 0;
    this.#ports[slot] = 0;
    return before;
  }

  /** Flows that are RTP for certain, in the order in which that became so; the first thousand. */
  flows(): readonly UnclaimedFlow[] {
    for (const slot of this.#proven.keys()) this.#settle(slot);
    return this.#list;
  }

  #slot({ bytes, start, sourceAt, destinationAt, addressLength }: IpPacket): number {
    const last = addressLength - 4;
    const a = uint32(bytes, sourceAt + last);
    const b = uint32(bytes, destinationAt + last);
    const hash = Math.imul(a ^ Math.imul(b, 0x85ebca6b) ^ uint32(bytes, start), 0x9e3779b1);
    return (hash ^ (hash >>> 16)) & (SLOTS - 1);
  }

  /** Of IPv6 addresses the last words stand for the whole: a wrong guess costs a count. */
  #is(slot: number, { bytes, start, sourceAt, destinationAt, addressLength }: IpPacket): boolean {
    const last = addressLength - 4;
    return (
      this.#ports[slot] === uint32(bytes, start) &&
      this.#source[slot] === uint32(bytes, sourceAt + last) &&
      this.#destination[slot] === uint32(bytes, destinationAt + last)
    );
  }

  #begin(slot: number, { bytes, start, sourceAt, destinationAt, addressLength, time }: IpPacket, ssrc: number): void {
    this.#settle(slot);
    this.#proven.delete(slot);
    const last = addressLength - 4;
    this.#ports[slot] = uint32(bytes, start);
    this.#source[slot] = uint32(bytes, sourceAt + last);
    this.#destination[slot] = uint32(bytes, destinationAt + last);
    this.#ssrc[slot] = ssrc;
    this.#count[slot] = 0;
    this.#streak[slot] = 0;
    this.#first[slot] = time;
  }

  #prove(slot: number, { bytes, start, sourceAt, destinationAt, addressLength }: IpPacket): void {
    if (this.#list.length >= LISTED) return;
    const flow = {
      source: this.#endpoints.of(bytes, sourceAt, addressLength, uint16(bytes, start)),
      destination: this.#endpoints.of(bytes, destinationAt, addressLength, uint16(bytes, start + 2)),
      ssrc: this.#ssrc[slot],
      packets: 0,
      first: this.#first[slot],
      last: this.#last[slot],
    };
    this.#proven.set(slot, flow);
    this.#list.push(flow);
  }

  #settle(slot: number): void {
    const flow = this.#proven.get(slot);
    if (flow === undefined) return;
    flow.packets = this.#count[slot];
    flow.last = this.#last[slot];
  }
}
