import { decodeBytes32Text } from "../../../sdk/bytes32.ts";
import { cidText } from "../documents/fetch.ts";
import type { Part } from "../part.ts";
import { ask } from "./client.ts";
import { instant } from "./expected.ts";
import { compareSets } from "./sets.ts";
import type { LogName } from "./logs.ts";
import type { StateTarget } from "./target.ts";

interface Keeping {
  readonly keys: readonly { keyId: string; use: string; submitter: string | null; endedAt: string | null }[];
  readonly gateways: readonly { account: string; endedAt: string | null }[];
  readonly actionTypes: readonly { name: string; version: number; schema: string; inUse: boolean }[];
  readonly cosignatures: readonly { agency: { code: number }; size: number }[];
  readonly brokenPromises: readonly { statementHash: string; breach: string }[];
}

const KEEPING = `query ($name: String!, $block: Int!) { service(name: $name, asOfBlock: $block) {
  keys { keyId use submitter endedAt } gateways { account endedAt } actionTypes { name version schema inUse }
  cosignatures { agency { code } size } brokenPromises { statementHash breach } } }`;
const KIND = "keys, witnesses and types";
const uses = ["SUBMISSION", "CHECKPOINT"];
const breaches = ["DEADLINE_MISSED", "WRONG_LEAF"];

/** Who may write, confirm and vouch for a log, by what types, and what was broken. */
export async function compareKeeping({ url, block, state }: StateTarget, { id, name }: LogName, part: Part) {
  const { service } = await ask<{ service: Keeping | null }>(url, KEEPING, { name, block });
  // That it is not served at all is told by the list of services.
  if (!service) return;
  const { keys, gateways, actionTypes, cosignatures, brokenPromises } = service;
  compareSets(
    KIND,
    `keys of ${name}`,
    keys.map(({ keyId, use, submitter, endedAt }) => [keyId, use, submitter, endedAt].join(" ")),
    [...(state.serviceKeys.get(id) ?? [])].map(([keyId, { use, submitter, endedAt }]) =>
      [keyId, uses[Number(use)], use === 0n ? decodeBytes32Text(submitter) : null, ended(endedAt)].join(" "),
    ),
    part,
  );
  compareSets(
    KIND,
    `gateways of ${name}`,
    gateways.map(({ account, endedAt }) => [account.toLowerCase(), endedAt].join(" ")),
    [...(state.gateways.get(id) ?? [])].map(([account, { endedAt }]) =>
      [account.toLowerCase(), ended(endedAt)].join(" "),
    ),
    part,
  );
  const newest = [...Map.groupBy(actionTypes, (type) => type.name).values()].map((versions) =>
    versions.reduce((one, other) => (one.version > other.version ? one : other)),
  );
  compareSets(
    KIND,
    `action types of ${name}`,
    newest.map(({ name: type, version, schema, inUse }) => [type, version, schema, inUse].join(" ")),
    [...(state.actionTypes.get(id) ?? [])].map(([type, { version, schemaCid, inUse }]) =>
      [type, version, cidText(schemaCid), inUse].join(" "),
    ),
    part,
  );
  // Of what a witness confirmed several times the largest counts.
  const furthest = [...Map.groupBy(cosignatures, ({ agency }) => agency.code)].map(
    ([code, all]) => `agency ${code} to ${Math.max(...all.map(({ size }) => size))}`,
  );
  compareSets(
    KIND,
    `witnesses of ${name}`,
    furthest,
    [...(state.cosigned.get(id) ?? [])].map(([agency, size]) => `agency ${agency} to ${size}`),
    part,
  );
  compareSets(
    KIND,
    `broken promises of ${name}`,
    brokenPromises.map(({ statementHash, breach }) => `${breach} ${statementHash}`),
    (state.broken.get(id) ?? []).map(([hash, breach]) => `${breaches[Number(breach)]} ${hash}`),
    part,
  );
}

const ended = (endedAt: bigint): string | null => (endedAt === 0n ? null : instant(endedAt));
