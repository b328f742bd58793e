/** Puts the catalogue's services on the ledger, by the signed path that agencies use. What is there already stays. */
import { encodeBytes32String, id, ZeroHash } from "ethers";
import type { JsonRpcProvider } from "ethers";
import { parseCid } from "../../../sdk/documents/index.ts";
import type { Documents } from "../../../sdk/documents/index.ts";
import { actionsOf, schemaDocument, services } from "../../../sdk/log/catalogue/index.ts";
import type { Service } from "../../../sdk/log/catalogue/index.ts";
import { ed25519PublicKey } from "../../../sdk/log/checkpoint/ed25519.ts";
import { keyIdOf } from "../../../sdk/log/http-signature/index.ts";
import { exists } from "../../platform/exists.ts";
import { registrar } from "../cast.ts";
import type { DemoAgency, DemoOfficer } from "../cast.ts";
import { thaiTime } from "../play.ts";
import type { Stage } from "../stage.ts";
import {
  GUEST,
  GUEST_SERVICE,
  SUBMITTER,
  checkpointSecret,
  gateway,
  keeperOf,
  submissionSecret,
  university,
  witnesses,
} from "./cast.ts";

const VALID_FROM = thaiTime("2024-08-01T00:00:00");
const VALID_UNTIL = thaiTime("2029-09-30T23:59:59");

const use = { submission: 0, checkpoint: 1 } as const;
const ED25519 = 0;

export interface Registration {
  readonly stage: Stage;
  readonly provider: JsonRpcProvider;
  readonly documents: Documents;
  /** Unix seconds of the first transaction, if the chain's clock can still be set so far back */
  readonly time: number;
  readonly progress: (done: number, total: number) => void;
}

/** Enrols agencies and officers, registers the services with keys and gateway, publishes schemas, defines action types. */
export async function registerServices(registration: Registration): Promise<void> {
  const { stage, provider, time, progress } = registration;
  for (const wallet of [registrar, ...services.map((service) => keeperOf(service).wallet)])
    stage.startAt(wallet.address, await provider.getTransactionCount(wallet.address));
  await enrolAgency(stage, time, university);
  for (const witness of witnesses) await enrolOfficer(stage, time, witness);
  for (const service of services) await admit(registration, service);
  let done = 0;
  // Each keeper's transactions follow each other; those of different keepers need not.
  await Promise.all(
    services.map(async (service) => {
      await equip(registration, service);
      progress(++done, services.length);
    }),
  );
}

async function enrolAgency(stage: Stage, time: number, agency: DemoAgency): Promise<void> {
  const { code, nameTh, nameEn, province } = agency;
  if (await exists(stage.read("AgencyRegistry").getFunction("agency")(code))) return;
  await stage.call(registrar, time, "AgencyRegistry", "enrolAgency", [code, nameTh, nameEn, province]);
}

async function enrolOfficer(stage: Stage, time: number, officer: DemoOfficer): Promise<void> {
  const { wallet, agency, duties, personTag } = officer;
  if (await exists(stage.read("AgencyRegistry").getFunction("officer")(wallet.address))) return;
  const registration = [wallet.address, agency, duties, VALID_FROM, VALID_UNTIL, personTag];
  await stage.call(registrar, time, "AgencyRegistry", "enrolOfficer", registration);
}

/** What the registrar does for a service: its agency, its keeper, its place on the list. */
async function admit({ stage, time }: Registration, service: Service): Promise<void> {
  const { name, agency, title, heartbeatSeconds, maximumMergeDelaySeconds } = service;
  const { code, province, name: names } = agency;
  await enrolAgency(stage, time, { code, province, nameTh: names.th, nameEn: names.en });
  await enrolOfficer(stage, time, keeperOf(service));
  if (await exists(stage.read("ActionLog").getFunction("service")(id(name)))) return;
  const input = {
    ...{ name, agency: code, titleTh: title.th, titleEn: title.en },
    ...{ heartbeatInterval: heartbeatSeconds, maxMergeDelay: maximumMergeDelaySeconds },
  };
  await stage.call(registrar, time, "ActionLog", "registerService", [input]);
}

/** What the service's keeper does: keys, gateway, schemas and action types. */
async function equip({ stage, documents, time }: Registration, service: Service): Promise<void> {
  const { name } = service;
  const serviceId = id(name);
  const keeper = keeperOf(service);
  const log = stage.read("ActionLog");
  const act = (method: string, args: unknown[]) => stage.call(keeper, time, "ActionLog", method, args);

  const addKey = async (purpose: 0 | 1, submitter: string, secret: Uint8Array) => {
    const publicKey = ed25519PublicKey(secret);
    if (await exists(log.getFunction("key")(serviceId, keyIdOf(publicKey)))) return;
    const window = { validFrom: VALID_FROM, validUntil: VALID_UNTIL };
    await act("addKey", [serviceId, { use: purpose, algorithm: ED25519, submitter, publicKey, ...window }]);
  };
  for (const label of name === GUEST_SERVICE ? [SUBMITTER, GUEST] : [SUBMITTER])
    await addKey(use.submission, encodeBytes32String(label), submissionSecret(name, label));
  await addKey(use.checkpoint, ZeroHash, checkpointSecret(name));
  if (!(await log.getFunction("isGatewayAt")(serviceId, gateway.address, VALID_UNTIL)))
    await act("addGateway", [serviceId, gateway.address, VALID_FROM, VALID_UNTIL]);

  for (const action of actionsOf(service)) {
    const { cid } = await documents.put(schemaDocument(action));
    const [version] = (await log.getFunction("actionType")(serviceId, action.type)) as [bigint];
    if (Number(version) < action.version)
      await act("defineActionType", [serviceId, action.type, parseCid(cid).bytes]);
  }
}
