/** A chain in a process of its own with services on it, the keys that their operator holds, and what was acknowledged. */
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
import { actionsOf, findService } from "../../../sdk/log/catalogue/index.ts";
import type { ActionType } from "../../../sdk/log/catalogue/index.ts";
import { ed25519Signer, logOrigin } from "../../../sdk/log/checkpoint/index.ts";
import type { NoteSigner } from "../../../sdk/log/checkpoint/index.ts";
import { startLedger } from "../demo-fixture.ts";
import { Duty, tag } from "../people.ts";
import { createDatabase } from "../postgres.ts";
import { Acknowledged, serviceId } from "./acknowledged.ts";

const PHRASE = Mnemonic.fromPhrase("test test test test test test test test test test test junk");
const account = (index: number) => HDNodeWallet.fromMnemonic(PHRASE, `m/44'/60'/0'/0/${index}`);
const FOREVER = 2 ** 40;

export const AGENCY = 92_001;
export const WITNESSES = 92_777;
export const SUBMITTER = "desk-1";
/** Of the catalogue, so that their records obey published schemas; the first has the types that the tests use. */
export const SERVICES = ["th.go.police.chatbot", "th.go.bangkok.complaints", "th.go.forest.sensors"] as const;
const TYPES = ["inquiry.answered", "log.gapDeclared", "privacy.payload.erased"];
const police = findService(SERVICES[0])!;
export const typeOf = (name: string): ActionType => actionsOf(police).find(({ type }) => type === name)!;

export type LogWorld = Awaited<ReturnType<typeof startLogWorld>>;

/** Three services of one agency with one gateway, and a witness of another agency. Real time from the start. */
export async function startLogWorld({ heartbeat = 0, mergeDelay = 60 } = {}) {
  const ledger = await startLedger();
  const { chain, provider, deployment, documents, directory } = ledger;
  const [gateway, keeper, witness] = [account(100), account(101), account(102)];
  const on = (name: "AgencyRegistry" | "ActionLog", wallet: HDNodeWallet) =>
    ledgerContract(name, deployment, new NonceManager(wallet.connect(provider)));
  await chain.setClock(null);

  const registry = on("AgencyRegistry", registrar) as ReturnType<typeof ledgerContract<"AgencyRegistry">>;
  const enrol = async (code: number, officer: HDNodeWallet, duty: number) => {
    await (await registry.enrolAgency(code, "หน่วยงานทดสอบ", `Test agency ${code}`, 10)).wait();
    await (
      await registry.enrolOfficer(officer.address, code, duty, 0, FOREVER, tag(`officer ${code}`))
    ).wait();
  };
  await enrol(AGENCY, keeper, Duty.SERVICES);
  await enrol(WITNESSES, witness, Duty.WITNESS);

  const log = on("ActionLog", registrar) as ReturnType<typeof ledgerContract<"ActionLog">>;
  const keeping = on("ActionLog", keeper) as typeof log;
  const schemas = new Map<string, string>();
  for (const type of TYPES) {
    const { cid } = await documents.put(canonicalBytes(typeOf(type).schema as Json));
    schemas.set(type, cid);
  }
  const checkpointKeys = join(directory, "checkpoint-keys");
  mkdirSync(checkpointKeys);
  const signers = new Map<string, NoteSigner>();
  for (const name of SERVICES) {
    const secret = demonstrationCheckpointKey(name);
    const signer = ed25519Signer(logOrigin(name, deployment.deploymentId), "note", secret);
    signers.set(name, signer);
    writeFileSync(join(checkpointKeys, `${name}.key`), `${toHex(secret)}\n`, { mode: 0o600 });
    await registerService(name, signer);
  }
  const keyFile = (wallet: HDNodeWallet, name: string): string => {
    writeFileSync(join(directory, name), `${wallet.privateKey}\n`, { mode: 0o600 });
    return join(directory, name);
  };
  const database = await createDatabase();
  const acknowledged = await Acknowledged.open(database.url, deployment.deploymentId);
  return {
    ...ledger,
    ...{ log, keeping, gateway, witness, schemas, checkpointKeys, signers, database, acknowledged },
    gatewayKeyFile: keyFile(gateway, "gateway.key"),
    witnessKeyFile: keyFile(witness, "witness.key"),
    stop: async () => {
      await acknowledged.client.end();
      await database.drop();
      await ledger.stop();
    },
  };

  async function registerService(name: string, signer: NoteSigner): Promise<void> {
    const id = serviceId(name);
    const input = { name, agency: AGENCY, titleTh: "บริการทดสอบ", titleEn: "Test service" };
    const timing = { heartbeatInterval: heartbeat, maxMergeDelay: mergeDelay };
    await (await log.registerService({ ...input, ...timing })).wait();
    await (await keeping.addGateway(id, gateway.address, 0, FOREVER)).wait();
    const key = { algorithm: 0, validFrom: 0, validUntil: FOREVER };
    const checkpoint = { ...key, use: 1, submitter: `0x${"00".repeat(32)}`, publicKey: signer.key.publicKey };
    await (await keeping.addKey(id, checkpoint)).wait();
    const publicKey = `0x${"ab".repeat(32)}`;
    await (
      await keeping.addKey(id, { ...key, use: 0, submitter: encodeBytes32String(SUBMITTER), publicKey })
    ).wait();
    for (const [type, cid] of schemas)
      await (await keeping.defineActionType(id, type, parseCid(cid).bytes)).wait();
  }
}

/** Record `n` of a service (its clientSeq is n + 1), as the intake would take it. */
export function recordOf(
  { schemas }: Pick<LogWorld, "schemas">,
  service: string,
  n: number,
  change: Readonly<Record<string, unknown>> = {},
): Uint8Array {
  const type = (change["type"] as string | undefined) ?? "inquiry.answered";
  const record = {
    ...{ v: 1, service, agency: AGENCY, type, schema: schemas.get(type)!, submitter: SUBMITTER },
    ...{ clientSeq: n + 1, ts: "2026-11-24T03:04:05.678Z", subject: null, actor: { role: "chatbot" } },
    data: typeOf(type).examples[n % 2],
    ...change,
  };
  return canonicalBytes(record as unknown as Json);
}

export const records = (world: Pick<LogWorld, "schemas">, service: string, from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => recordOf(world, service, from + at));
