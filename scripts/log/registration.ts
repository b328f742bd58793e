import { readFile } from "node:fs/promises";
import { isAddress } from "ethers";
import { parseCid } from "../../sdk/documents/index.ts";
import { fromHex } from "../../sdk/hex.ts";
import { logCommandError } from "./errors.ts";

/** A service as its agency wants it registered: the file that `npm run log -- register` takes. */
export interface Registration {
  readonly name: string;
  readonly titleTh: string;
  readonly titleEn: string;
  /** seconds; 0 when no heartbeat is promised */
  readonly heartbeatInterval: number;
  /** seconds within which what was promised is anchored */
  readonly maxMergeDelay: number;
  readonly agency: {
    readonly code: number;
    readonly nameTh: string;
    readonly nameEn: string;
    /** ISO 3166-2:TH */
    readonly province: number;
  };
  /** account of the officer who keeps the service; that of the officer's key when left out */
  readonly officer?: string;
  /** public submission keys, `0x…`, each with the label of the writer that it signs for */
  readonly keys: readonly { readonly submitter: string; readonly publicKey: string }[];
  /** public key of the checkpoints, `0x…` */
  readonly checkpointKey: string;
  /** the gateway's account, or the name of a service that the same gateway serves */
  readonly gateway: string;
  /** CID of the schema, by the type's name */
  readonly types: Readonly<Record<string, string>>;
}

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === "string" && value !== "";
/** A label of 32 bytes: at most 31 characters of ASCII. */
const label: Check = (value) => typeof value === "string" && /^[!-~]{1,31}$/.test(value);
const whole: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const object: Check = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const publicKey: Check = (value) => {
  try {
    return [32, 33].includes(fromHex(value as string).length);
  } catch {
    return false;
  }
};
const cid: Check = (value) => {
  try {
    return parseCid(value as string).bytes.length > 0;
  } catch {
    return false;
  }
};

const members: Readonly<Record<string, Check>> = {
  ...{ name: text, titleTh: text, titleEn: text, heartbeatInterval: whole, maxMergeDelay: whole },
  ...{ agency: object, checkpointKey: publicKey, gateway: text, types: object, keys: Array.isArray },
};
const ofAgency: Readonly<Record<string, Check>> = {
  code: whole,
  nameTh: text,
  nameEn: text,
  province: whole,
};
const ofKey: Readonly<Record<string, Check>> = { submitter: label, publicKey };

/** The path of the first member that is not there or not of its form. */
function wrongIn(value: unknown): string | undefined {
  if (!object(value)) return "";
  const given = value as Record<string, unknown>;
  const wrong = (checks: Readonly<Record<string, Check>>, of: unknown, path: string) => {
    const name = Object.keys(checks).find((one) => !checks[one]!((of as Record<string, unknown>)?.[one]));
    return name === undefined ? undefined : `${path}${name}`;
  };
  const types = Object.entries(object(given["types"]) ? (given["types"] as object) : {});
  return (
    wrong(members, given, "") ??
    wrong(ofAgency, given["agency"], "agency.") ??
    (given["keys"] as unknown[]).map((key, at) => wrong(ofKey, key, `keys[${at}].`)).find(Boolean) ??
    (given["officer"] === undefined || isAddress(given["officer"]) ? undefined : "officer") ??
    types.map(([name, schema]) => (cid(schema) ? undefined : `types.${name}`)).find(Boolean)
  );
}

/** @throws ProngsaiError LOG_REGISTER_FILE naming what is missing or not of its form */
export async function readRegistration(path: string): Promise<Registration> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, "utf8"));
  } catch (cause) {
    throw logCommandError("LOG_REGISTER_FILE", { path }, cause);
  }
  const member = wrongIn(value);
  if (member !== undefined) throw logCommandError("LOG_REGISTER_FILE", { path, member });
  return value as Registration;
}
