/**
 * The intake as in production: a chain with services on it, its mirror, and the API with a gateway's key, each in a
 * process of its own. Real time.
 */
import { HDNodeWallet, Mnemonic, NonceManager, encodeBytes32String } from "ethers";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { demonstrationCheckpointKey } from "../../../api/keys/demonstration.ts";
import { registrar } from "../../../scripts/demo/cast.ts";
import { canonicalBytes } from "../../../sdk/canonical-json.ts";
import type { Json } from "../../../sdk/canonical-json.ts";
import { ledgerContract } from "../../../sdk/contracts.ts";
import { parseCid } from "../../../sdk/documents/index.ts";
import { toHex } from "../../../sdk/hex.ts";
import { keccak256 } from "../../../sdk/keccak.ts";
import { actionsOf, findService } from "../../../sdk/log/catalogue/index.ts";
import { ed25519PublicKey } from "../../../sdk/log/checkpoint/ed25519.ts";
import { rawPublicKey } from "../../../sdk/log/http-signature/index.ts";
import type { SignatureAlgorithm } from "../../../sdk/log/http-signature/index.ts";
import { startApi } from "../api.ts";
import { startLedger } from "../demo-fixture.ts";
import type { DemoFixture } from "../demo-fixture.ts";
import { startMirror } from "../mirror.ts";
import { Duty, tag } from "../people.ts";
import type { TestDatabase } from "../postgres.ts";

const PHRASE = Mnemonic.fromPhrase("test test test test test test test test test test test junk");
const account = (index: number) => HDNodeWallet.fromMnemonic(PHRASE, `m/44'/60'/0'/0/${index}`);

export const gateway = account(110);
const keeper = account(111);
export const AGENCY = 92_011;
const FOREVER = 2 ** 40;

export const serviceId = (name: string): string => toHex(keccak256(new TextEncoder().encode(name)));

/** A submitter with its key. */
export interface Submitter {
  readonly label: string;
  readonly key: CryptoKey;
  /** `0x…` */
  readonly keyId: string;
  readonly publicKey: Uint8Array;
}

const parameters = {
  ed25519: { name: "Ed25519" },
  "ecdsa-p256-sha256": { name: "ECDSA", namedCurve: "P-256" },
};

export async function newSubmitter(
  label: string,
  algorithm: SignatureAlgorithm = "ed25519",
): Promise<Submitter> {
  const pair = (await crypto.subtle.generateKey(parameters[algorithm], true, [
    "sign",
    "verify",
  ])) as CryptoKeyPair;
  const publicKey = await rawPublicKey(pair.publicKey);
  const keyId = toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", publicKey as BufferSource)));
  return { label, key: pair.privateKey, keyId, publicKey };
}

/** What a test's services log besides types of the catalogue: a text, a list and numbers, to put things into. */
export const noteSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  additionalProperties: false,
  required: ["text"],
  properties: {
    text: { type: "string", maxLength: 4_000 },
    lines: { type: "array", maxItems: 20, items: { type: "string", maxLength: 400 } },
    count: { type: "integer", minimum: 0 },
    inner: {
      type: "object",
      additionalProperties: false,
      properties: { plain: { type: "string", maxLength: 400 } },
    },
  },
} as const;

export const NOTE = "note.written";

/** Who keeps services on a chain. */
export class Keeper {
  readonly #ledger: DemoFixture;
  readonly asRegistrar;
  readonly asKeeper;

  constructor(ledger: DemoFixture) {
    this.#ledger = ledger;
    const { deployment, provider } = ledger;
    const on = (wallet: HDNodeWallet) =>
      ledgerContract("ActionLog", deployment, new NonceManager(wallet.connect(provider)));
    this.asRegistrar = on(registrar);
    this.asKeeper = on(keeper);
  }

  async enrol(): Promise<void> {
    const { deployment, provider } = this.#ledger;
    const signer = new NonceManager(registrar.connect(provider));
    const registry = ledgerContract("AgencyRegistry", deployment, signer);
    await (await registry.enrolAgency(AGENCY, "หน่วยงานทดสอบ", "Test agency", 10)).wait();
    const officer = [keeper.address, AGENCY, Duty.SERVICES, 0, FOREVER, tag("keeper of services")] as const;
    await (await registry.enrolOfficer(...officer)).wait();
  }

  /** Services whose checkpoint key is registered. */
  readonly withCheckpoints: string[] = [];

  /** A service with this gateway, a checkpoint key and the type `note.written`. */
  async register(
    name: string,
    { maxMergeDelay = 3_600, withGateway = true, withCheckpointKey = true } = {},
  ): Promise<void> {
    const titles = { titleTh: "บริการทดสอบ", titleEn: "Test service" };
    const input = { name, agency: AGENCY, ...titles, heartbeatInterval: 0, maxMergeDelay };
    await (await this.asRegistrar.registerService(input)).wait();
    if (withGateway)
      await (await this.asKeeper.addGateway(serviceId(name), gateway.address, 0, FOREVER)).wait();
    if (withCheckpointKey) await this.addCheckpointKey(name);
    await this.define(name, NOTE, noteSchema);
  }

  async addCheckpointKey(name: string): Promise<void> {
    const publicKey = ed25519PublicKey(demonstrationCheckpointKey(name));
    await this.addKey(name, { publicKey }, { use: 1 });
    this.withCheckpoints.push(name);
  }

  /** Publishes a schema and defines an action type by it. @returns its CID */
  async define(name: string, type: string, schema: Json): Promise<string> {
    const { cid } = await this.#ledger.documents.put(canonicalBytes(schema));
    await this.defineByCid(name, type, cid);
    return cid;
  }

  async defineByCid(name: string, type: string, cid: string): Promise<void> {
    await (await this.asKeeper.defineActionType(serviceId(name), type, parseCid(cid).bytes)).wait();
  }

  /** Defines types of the catalogue, and those that every service has. */
  async defineCatalogue(name: string, types: readonly string[]): Promise<void> {
    for (const action of actionsOf(findService(name)!))
      if (types.includes(action.type)) await this.define(name, action.type, action.schema as Json);
  }

  async addKey(
    name: string,
    { label = "", publicKey }: { readonly label?: string; readonly publicKey: Uint8Array },
    { from = 0, until = FOREVER, use = 0 } = {},
  ): Promise<void> {
    const key = {
      use,
      algorithm: publicKey.length === 32 ? 0 : 1,
      submitter: use === 0 ? encodeBytes32String(label) : `0x${"00".repeat(32)}`,
      publicKey: toHex(publicKey),
      validFrom: from,
      validUntil: until,
    };
    await (await this.asKeeper.addKey(serviceId(name), key)).wait();
  }
}

export type IntakeWorld = Awaited<ReturnType<typeof startIntakeWorld>>;

/**
 * @param prepare puts services on the chain before mirror and API start
 * @param database one of the test's own
 */
export async function startIntakeWorld(
  prepare: (keeper: Keeper, ledger: DemoFixture) => Promise<void>,
  env: NodeJS.ProcessEnv = {},
  database?: TestDatabase,
) {
  const ledger = await startLedger();
  await ledger.chain.setClock(null);
  const keeper = new Keeper(ledger);
  await keeper.enrol();
  await prepare(keeper, ledger);
  const gatewayKeyFile = join(ledger.directory, "gateway.key");
  writeFileSync(gatewayKeyFile, `${gateway.privateKey}\n`, { mode: 0o600 });
  const checkpointKeys = join(ledger.directory, "checkpoint-keys");
  mkdirSync(checkpointKeys);
  for (const name of keeper.withCheckpoints)
    writeFileSync(join(checkpointKeys, `${name}.key`), `${toHex(demonstrationCheckpointKey(name))}\n`, {
      mode: 0o600,
    });
  const mirror = await startMirror(ledger, database);
  const settings = { LOG_GATEWAY_KEY_FILE: gatewayKeyFile, ...env };
  const api = await startApi({ mirror, env: settings });
  return {
    ledger,
    keeper,
    mirror,
    api,
    settings,
    gatewayKeyFile,
    /** what the process that anchors, and others beside it, are started with */
    processes: {
      ...{ chain: ledger.chain, deploymentFile: ledger.deploymentFile, directory: ledger.directory },
      ...{ gatewayKeyFile, checkpointKeys, database: mirror.database },
    },
    stop: async () => {
      await api.stop();
      await mirror.stop();
      await ledger.stop();
    },
  };
}
