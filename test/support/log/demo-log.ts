/**
 * Two services of the catalogue on the demonstration's chain, with a few believable days anchored and cosigned: what
 * every part that reads the action log is tested on. Written as gateways write, with published bundles.
 */
import { encodeBytes32String, HDNodeWallet, id, Interface, keccak256, toUtf8Bytes } from "ethers";
import type { InterfaceAbi } from "ethers";
import { CID } from "multiformats/cid";
import { agencies, duty, registrar } from "../../../scripts/demo/cast.ts";
import { Stage } from "../../../scripts/demo/stage.ts";
import type { DeploymentDescription } from "../../../sdk/deployment.ts";
import type { Documents } from "../../../sdk/documents/index.ts";
import { abis } from "../../../sdk/generated/abi/index.ts";
import { fromHex, toHex } from "../../../sdk/hex.ts";
import { publishBundle } from "../../../sdk/log/bundle/index.ts";
import { actionsOf, findAction, findService, schemaCid } from "../../../sdk/log/catalogue/index.ts";
import type { PlayedAction, Service } from "../../../sdk/log/catalogue/index.ts";
import { schemaDocument } from "../../../sdk/log/catalogue/schema-document.ts";
import { ed25519Signer, logOrigin, signCheckpoint } from "../../../sdk/log/checkpoint/index.ts";
import { signRoot } from "../../../sdk/log/cose/index.ts";
import { sealRecord } from "../../../sdk/log/record/index.ts";
import { TILE_WIDTH, buildEntryBundle } from "../../../sdk/log/tiles/index.ts";
import { MemoryTiles, readConsistency, readRoot, TiledTree } from "../../../sdk/log/tree/index.ts";
import type { TileReader } from "../../../sdk/log/tree/index.ts";
import { sha256 } from "../../../sdk/sha256.ts";
import type { Chain } from "../../../scripts/platform/chain.ts";
import type { JsonRpcProvider } from "ethers";

/** Names of the services, and how many days of each are played. */
export const LOGGED = { "th.go.sathit-city.sign-tax": 40, "th.go.police.chatbot": 2 } as const;
/** First day of the services; all that they log then has happened when it is anchored. */
const FIRST_DAY = "2026-04-01";
const REGISTERED = Date.UTC(2026, 6, 1, 6) / 1_000;
const YEARS = 3 * 365 * 86_400;

const wallet = (name: string) =>
  HDNodeWallet.fromSeed(toUtf8Bytes(`prongsai test log ${name}`.padEnd(64, ".").slice(0, 64)));
const secret = (name: string) => fromHex(id(`prongsai test log ${name}`), 32);

interface Loggable {
  readonly chain: Chain;
  readonly provider: JsonRpcProvider;
  readonly deployment: DeploymentDescription;
  readonly documents: Documents;
}

/** Registers the services, anchors their days in three steps, and lets the audit office cosign what stands then. */
export async function anchorDemoLogs({ chain, provider, deployment, documents }: Loggable): Promise<void> {
  const contracts = Object.fromEntries(
    Object.entries(deployment.contracts).map(([name, { address }]) => [
      name,
      { address, interface: new Interface((abis as Record<string, unknown>)[name] as InterfaceAbi) },
    ]),
  );
  const stage = new Stage({
    provider,
    chainId: BigInt(chain.chainId),
    contracts,
    submit: (signed) => provider.send("eth_sendRawTransaction", [signed]) as Promise<string>,
    setTime: (seconds) => chain.setClock(seconds),
  });
  // The registrar has acted before this stage began.
  stage.startAt(registrar.address, await provider.getTransactionCount(registrar.address));
  const witness = wallet("witness");
  const tag = (name: string) => keccak256(toUtf8Bytes(`prongsai test person ${name}`));
  const until = REGISTERED + YEARS;
  await stage.call(registrar, REGISTERED, "AgencyRegistry", "enrolOfficer", [
    ...[witness.address, agencies.audit.code, duty.witness, REGISTERED, until, tag("witness")],
  ]);
  for (const [name, days] of Object.entries(LOGGED)) {
    const service = findService(name)!;
    const keeper = wallet(`${name} keeper`);
    const gateway = wallet(`${name} gateway`);
    const at = (contract: string, method: string, args: unknown[], actor: HDNodeWallet = keeper) =>
      stage.call(actor, REGISTERED, contract, method, args);
    await register(service);

    const entries = recordsOf(service, service.days(7, FIRST_DAY, days));
    const source = sourceOf(entries);
    let from = 0;
    for (const to of [Math.ceil(entries.length / 3), Math.ceil(entries.length / 2), entries.length]) {
      await anchor(from, to);
      from = to;
    }
    const size = Math.ceil(entries.length / 2);
    const proof = (await readConsistency(source, size, entries.length)).path.map(toHex);
    const head = [id(name), size, toHex(await readRoot(source, size)), proof];
    await at("ActionLog", "cosign", head, witness);

    async function register({ agency, title, heartbeatSeconds, maximumMergeDelaySeconds }: Service) {
      const { code, name: names, province } = agency;
      await at("AgencyRegistry", "enrolAgency", [code, names.th, names.en, province], registrar);
      const officer = [keeper.address, code, duty.services, REGISTERED, until, tag(name)];
      await at("AgencyRegistry", "enrolOfficer", officer, registrar);
      const input = {
        ...{ name, agency: code, titleTh: title.th, titleEn: title.en },
        ...{ heartbeatInterval: heartbeatSeconds, maxMergeDelay: maximumMergeDelaySeconds },
      };
      await at("ActionLog", "registerService", [input], registrar);
      for (const [use, submitter] of [
        [0, encodeBytes32String("main")],
        [1, `0x${"00".repeat(32)}`],
      ] as const) {
        const { publicKey } = checkpointSigner(name, use === 0 ? "writer" : "checkpoint").key;
        const key = { use, algorithm: 0, submitter, publicKey, validFrom: REGISTERED, validUntil: until };
        await at("ActionLog", "addKey", [id(name), key]);
      }
      await at("ActionLog", "addGateway", [id(name), gateway.address, REGISTERED, until]);
      for (const action of actionsOf(findService(name)!)) {
        const { cid } = await documents.put(schemaDocument(action));
        await at("ActionLog", "defineActionType", [id(name), action.type, CID.parse(cid).bytes]);
      }
    }

    async function anchor(before: number, size: number) {
      const root = await readRoot(source, size);
      const signer = checkpointSigner(name, "checkpoint");
      const checkpoint = await signCheckpoint(
        { origin: signer.key.name, size, root, extensions: [] },
        signer,
      );
      const coseSignature = toHex(await signRoot(root, signer));
      const growth = { service: name, from: before, to: size, root: toHex(root), checkpoint, coseSignature };
      const { bundle } = await publishBundle(documents, growth, source);
      const proof = before === 0 ? [] : (await readConsistency(source, before, size)).path.map(toHex);
      await at("ActionLog", "anchor", [id(name), size, toHex(root), bundle, proof], gateway);
    }
  }

  function checkpointSigner(service: string, use: string) {
    return ed25519Signer(logOrigin(service, deployment.deploymentId), "note", secret(`${service} ${use}`));
  }
}

/** The played actions as the service's log holds them. Salts are made from the subject, so that every run is the same. */
function recordsOf({ name, agency }: Service, played: readonly PlayedAction[]): Uint8Array[] {
  const newest = new Map<string, number>();
  return played.map(({ type, ts, subjectKey, actor, data, refs }, index) => {
    const about = refs?.map((one) => ({ index: newest.get(`${one.type} ${one.subjectKey}`)! }));
    newest.set(`${type} ${subjectKey}`, index);
    const { bytes } = sealRecord({
      ...{ v: 1, service: name, agency: agency.code, type, schema: schemaCid(findAction(name, type)!) },
      ...{ submitter: "main", clientSeq: index + 1, ts, actor, data },
      subject: subjectKey && toHex(sha256(toUtf8Bytes(`sj1 test salt ${name} ${subjectKey}`))),
      ...(about && { refs: about }),
    });
    return bytes;
  });
}

function sourceOf(entries: readonly Uint8Array[]): TileReader {
  const tiles = new MemoryTiles();
  const tree = new TiledTree((tile, bytes) => tiles.put(tile, bytes));
  for (const bytes of entries) tree.append(sealRecord(JSON.parse(Buffer.from(bytes).toString())).leaf);
  for (const { tile, bytes } of tree.partialTiles()) tiles.put(tile, bytes);
  return {
    readTile: (tile) => {
      if (tile.level !== "entries") return tiles.readTile(tile);
      const some = entries.slice(tile.index * TILE_WIDTH, (tile.index + 1) * TILE_WIDTH);
      return some.length >= tile.width ? buildEntryBundle(some) : undefined;
    },
  };
}
