import type { Json } from "../../canonical-json.ts";

/** Who acted: an office that a person holds, or a pseudonym that means one person to one service only. */
export type Actor = { readonly role: string } | { readonly pseudonym: string };

/** What stands for a payload that the agency keeps encrypted in its own store. */
export interface PayloadCommitment {
  /** SHA-256("pl1" ‖ 32-byte salt ‖ payload), `0x…` */
  readonly commit: string;
  readonly alg: "pl1";
  /** where the agency finds it; means nothing to anybody else; ≤ 200 characters */
  readonly ref: string;
}

/** An entry of this or another service's log, or a public document. */
export type Reference =
  | { readonly index: number }
  | { readonly service: string; readonly index: number }
  | { readonly cid: string };

/** One action of a service, exactly as it is hashed into the service's log. */
export interface ActionRecord {
  readonly v: 1;
  /** reverse-DNS name of the service */
  readonly service: string;
  /** code of the agency that answers for the service */
  readonly agency: number;
  /** action type, e.g. `report.filed` */
  readonly type: string;
  /** CID of the JSON Schema that `data` obeys */
  readonly schema: string;
  /** label of the writer within the service; its keys change, the label stays */
  readonly submitter: string;
  /** 1, 2, 3 … for each submitter of a service */
  readonly clientSeq: number;
  /** when it happened: UTC with milliseconds, `2026-11-24T03:04:05.678Z` */
  readonly ts: string;
  /** SHA-256("sj1" ‖ 32-byte salt ‖ the subject's own number), `0x…`; null when nobody in particular is concerned */
  readonly subject: string | null;
  readonly actor: Actor;
  readonly data: { readonly [member: string]: Json };
  readonly payload?: PayloadCommitment;
  readonly refs?: readonly Reference[];
  /** index of the entry of the same service that this one replaces */
  readonly supersedes?: number;
}
