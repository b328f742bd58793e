import type { Json } from "../../canonical-json.ts";
import type { PromiseDomain } from "../promise/digest.ts";
import type { RequestSigner } from "../http-signature/index.ts";
import type { ActionRecord } from "../record/index.ts";

/** Who writes: a submitter of a service. */
export interface Writer {
  /** reverse-DNS name of the service */
  readonly service: string;
  /** code of the agency that answers for it */
  readonly agency: number;
  /** label of the writer within the service, as its key was added under it */
  readonly submitter: string;
}

/** What a service knows of an action; the writer's members and the number are added. */
export interface Action extends Omit<
  ActionRecord,
  "v" | "service" | "agency" | "submitter" | "clientSeq" | "ts" | "data"
> {
  /** UTC with milliseconds; now when left out */
  readonly ts?: string;
  readonly data: { readonly [member: string]: Json };
}

/** Where a writer hands in, how it signs and whom it believes. */
export interface Gateway {
  /** public origin of the API, `https://log.example.go.th` */
  readonly url: string;
  readonly signer: Pick<RequestSigner, "key" | "keyId">;
  /** whose promises are taken: an answer that nobody else can be held to is none */
  readonly trust: PromiseTrust;
  /** milliseconds that one request may take; 30,000 when left out */
  readonly timeout?: number;
}

/** By whom promises must be signed. */
export interface PromiseTrust {
  readonly domain: PromiseDomain;
  /** accounts of gateways, `0x…` of 20 bytes, as the ledger has them */
  readonly gateways: readonly string[];
}

/** The record of an action, of which only the number is still to be given. */
export type Unnumbered = Omit<ActionRecord, "clientSeq">;

export function unnumbered({ service, agency, submitter }: Writer, action: Action): Unnumbered {
  return { ...action, ts: action.ts ?? new Date().toISOString(), v: 1, service, agency, submitter };
}
