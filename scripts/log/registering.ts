import { ZeroHash, encodeBytes32String, hexlify, id, randomBytes } from "ethers";
import type { ContractTransactionResponse, Signer } from "ethers";
import { ledgerContract } from "../../sdk/contracts.ts";
import type { DeploymentDescription } from "../../sdk/deployment.ts";
import { parseCid } from "../../sdk/documents/index.ts";
import { fromHex } from "../../sdk/hex.ts";
import { keyIdOf } from "../../sdk/log/http-signature/index.ts";
import { duty } from "../demo/cast.ts";
import { exists } from "../platform/exists.ts";
import type { Registration } from "./registration.ts";

/** Whose transaction a step is: each refuses the other's. */
export type Role = "registrar" | "officer";

export interface Step {
  readonly role: Role;
  readonly method: string;
  /** what is registered by it */
  readonly of: string;
  /** whether the ledger has it already */
  isThere(): Promise<boolean>;
  send(signer: Signer): Promise<ContractTransactionResponse>;
}

/** Unix seconds */
export interface Window {
  readonly validFrom: number;
  readonly validUntil: number;
}

const free = { gasPrice: 0n };
const use = { submission: 0, checkpoint: 1 } as const;
/** Length of a public key in bytes tells its algorithm's number: Ed25519, or P-256 compressed. */
const algorithmOf = (key: Uint8Array) => (key.length === 32 ? 0 : 1);

/**
 * What puts a service on the ledger, in order. Every step says itself whether it is there, so that whoever runs them again
 * goes on where they were.
 *
 * @param gateway account
 */
export function registeringSteps(
  { agency, officer, keys, types, ...service }: Registration & { readonly officer: string },
  gateway: string,
  window: Window,
  deployment: DeploymentDescription,
  reader: Signer,
): Step[] {
  const { name, titleTh, titleEn, heartbeatInterval, maxMergeDelay } = service;
  const { validFrom, validUntil } = window;
  const serviceId = id(name);
  const agencies = (signer: Signer) => ledgerContract("AgencyRegistry", deployment, signer);
  const log = (signer: Signer) => ledgerContract("ActionLog", deployment, signer);
  const known = { agencies: agencies(reader), log: log(reader) };
  const registrars: Omit<Step, "role">[] = [
    {
      method: "AgencyRegistry.enrolAgency",
      of: String(agency.code),
      isThere: () => exists(known.agencies.agency(agency.code)),
      send: (signer) =>
        agencies(signer).enrolAgency(agency.code, agency.nameTh, agency.nameEn, agency.province, free),
    },
    {
      method: "AgencyRegistry.enrolOfficer",
      of: officer,
      isThere: () => exists(known.agencies.officer(officer)),
      // The person behind the account is nobody's to know: 32 random bytes, never made from a number of theirs.
      send: (signer) =>
        agencies(signer).enrolOfficer(
          ...([
            officer,
            agency.code,
            duty.services,
            validFrom,
            validUntil,
            hexlify(randomBytes(32)),
            free,
          ] as const),
        ),
    },
    {
      method: "ActionLog.registerService",
      of: name,
      isThere: () => exists(known.log.service(serviceId)),
      send: (signer) =>
        log(signer).registerService(
          { name, agency: agency.code, titleTh, titleEn, heartbeatInterval, maxMergeDelay },
          free,
        ),
    },
  ];
  const addKey = (purpose: 0 | 1, submitter: string, publicKey: string): Omit<Step, "role"> => {
    const bytes = fromHex(publicKey);
    const key = { use: purpose, algorithm: algorithmOf(bytes), submitter, publicKey, ...window };
    return {
      method: "ActionLog.addKey",
      of: keyIdOf(bytes),
      isThere: () => exists(known.log.key(serviceId, keyIdOf(bytes))),
      send: (signer) => log(signer).addKey(serviceId, key, free),
    };
  };
  const officers: Omit<Step, "role">[] = [
    ...keys.map(({ submitter, publicKey }) =>
      addKey(use.submission, encodeBytes32String(submitter), publicKey),
    ),
    addKey(use.checkpoint, ZeroHash, service.checkpointKey),
    {
      method: "ActionLog.addGateway",
      of: gateway,
      isThere: () => known.log.isGatewayAt(serviceId, gateway, Math.floor(Date.now() / 1_000)),
      send: (signer) => log(signer).addGateway(serviceId, gateway, validFrom, validUntil, free),
    },
    ...Object.entries(types).map(([type, schema]) => ({
      method: "ActionLog.defineActionType",
      of: type,
      isThere: async () => (await known.log.actionType(serviceId, type)).inUse,
      send: (signer: Signer) => log(signer).defineActionType(serviceId, type, parseCid(schema).bytes, free),
    })),
  ];
  return [
    ...registrars.map((step) => ({ role: "registrar" as const, ...step })),
    ...officers.map((step) => ({ role: "officer" as const, ...step })),
  ];
}
