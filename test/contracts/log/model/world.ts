/**
 * What the design says exists, as plain facts: logs are lists of leaves and not roots, and no time is kept that follows
 * from others, so that a slip of the contract cannot be repeated by mistake.
 */
import { rootOf } from "../../../support/log/leaves.ts";
import type { Statement } from "../../../support/log/promise.ts";

export interface Window {
  from: number;
  until: number;
  ended: number | undefined;
}

export interface Service {
  readonly id: string;
  readonly agency: number;
  /** every pair of times that it promised, with the second from which it counted */
  readonly timings: { since: number; heartbeat: number; delay: number }[];
  readonly registered: number;
  closed: number | undefined;
  retired: boolean;
  /** by key id */
  readonly keys: Map<string, Window>;
  /** by account */
  readonly gateways: Map<string, Window>;
  readonly types: Map<string, { version: number; schema: string; inUse: boolean }>;
  leaves: Uint8Array[];
  anchors: number;
  anchored: number;
  heard: number;
  readonly cosigned: Map<number, number>;
  /** `<statement's hash> <breach>` */
  readonly breaches: Set<string>;
}

/** A promise as it was made for a trace: what is behind the hashes. */
export interface Promised {
  readonly statement: Statement;
  /** account whose signature recovers, whoever that is; undefined when it is not one of the domain */
  readonly signer: string | undefined;
  readonly leaves: readonly Uint8Array[];
}

export class World {
  now = 0;
  services = new Map<string, Service>();

  clone(): World {
    const copy = new World();
    copy.now = this.now;
    copy.services = new Map([...this.services].map(([id, service]) => [id, structuredClone(service)]));
    return copy;
  }
}

export const holds = ({ from, until, ended }: Window, time: number) =>
  from <= time && time <= until && (ended === undefined || time < ended);

/** When the last promise is due that was given before the service closed; 0 while it is open. */
export function closesAt({ closed, timings }: Service): number {
  if (closed === undefined) return 0;
  const ends = timings.map(({ delay }, at) => (timings[at + 1]?.since ?? closed) + delay);
  return Math.max(...ends);
}

/** What the contract must answer of a service. */
export function answers(service: Service) {
  const { agency, registered, closed, retired, leaves, anchors, anchored, heard } = service;
  const { heartbeat, delay } = service.timings.at(-1)!;
  const numbers = [agency, heartbeat, delay, registered, closed ?? 0].map(BigInt);
  return {
    service: [...numbers, retired],
    head: [rootOf(leaves), ...[leaves.length, anchored, heard, closesAt(service), anchors].map(BigInt)],
    brokenPromises: BigInt(service.breaches.size),
  };
}
