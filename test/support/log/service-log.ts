/** A service on the demonstration's chain with a log of its own, kept and anchored by the SDK alone. */
import { CID } from "multiformats/cid";
import { encodeBytes32String, id, Interface, keccak256, toUtf8Bytes, Transaction } from "ethers";
import type { HDNodeWallet, TransactionReceipt } from "ethers";
import { registrar } from "../../../scripts/demo/cast.ts";
import type { ContractName } from "../../../sdk/contracts.ts";
import { abis } from "../../../sdk/generated/abi/index.ts";
import { toHex } from "../../../sdk/hex.ts";
import { publishBundle } from "../../../sdk/log/bundle/index.ts";
import { actionsOf } from "../../../sdk/log/catalogue/index.ts";
import type { Service } from "../../../sdk/log/catalogue/index.ts";
import { schemaDocument } from "../../../sdk/log/catalogue/schema-document.ts";
import { ed25519PublicKey } from "../../../sdk/log/checkpoint/ed25519.ts";
import { ed25519Signer, logOrigin, signCheckpoint } from "../../../sdk/log/checkpoint/index.ts";
import type { NoteSigner } from "../../../sdk/log/checkpoint/index.ts";
import { encodeCoseReceipt, signRoot } from "../../../sdk/log/cose/index.ts";
import { RECEIPT_TYPE } from "../../../sdk/log/receipt/index.ts";
import type { Anchor, ChainCosigner, Receipt } from "../../../sdk/log/receipt/index.ts";
import type { SealedRecord } from "../../../sdk/log/record/index.ts";
import { buildEntryBundle, TILE_WIDTH } from "../../../sdk/log/tiles/index.ts";
import { MemoryTiles, readConsistency, readInclusion, TiledTree } from "../../../sdk/log/tree/index.ts";
import type { TileReader } from "../../../sdk/log/tree/index.ts";
import { sha256 } from "../../../sdk/sha256.ts";
import type { DemoFixture } from "../demo-fixture.ts";

/** Whoever the service's law names, by what they do. */
export interface Keepers {
  readonly keeper: HDNodeWallet;
  readonly gateway: HDNodeWallet;
}

export const [FROM, UNTIL] = [Date.UTC(2024, 0, 1) / 1000, Date.UTC(2029, 0, 1) / 1000];
const [SUBMISSION, CHECKPOINT, ED25519] = [0, 1, 0];

/** Signs a call at gas price zero, has the chain take it, and fails when the contract refuses. */
export async function act(
  { provider, deployment }: DemoFixture,
  wallet: HDNodeWallet,
  contract: ContractName,
  method: string,
  args: unknown[],
): Promise<TransactionReceipt> {
  const abi = new Interface(abis[contract]);
  const transaction = Transaction.from({
    type: 0,
    chainId: deployment.chainId,
    to: deployment.contracts[contract]!.address,
    nonce: await provider.getTransactionCount(wallet.address),
    gasLimit: 10_000_000,
    gasPrice: 0,
    data: abi.encodeFunctionData(method, args),
  });
  transaction.signature = wallet.signingKey.sign(transaction.unsignedHash);
  const hash = (await provider.send("eth_sendRawTransaction", [transaction.serialized])) as string;
  const receipt = await provider.waitForTransaction(hash);
  if (receipt?.status !== 1) throw new Error(`${contract}.${method} was refused`);
  return receipt;
}

/** Public key of the one writer that a service of these has. @param service its name */
export const writerKey = (service: string): Uint8Array =>
  ed25519PublicKey(sha256(toUtf8Bytes(`test writer ${service}`)));

export class ServiceLog {
  readonly service: Service;
  readonly id: string;
  readonly signer: NoteSigner;
  readonly #demo: DemoFixture;
  readonly #keepers: Keepers;
  readonly #entries: Uint8Array[] = [];
  readonly #tiles = new MemoryTiles();
  readonly #tree = new TiledTree((tile, bytes) => this.#tiles.put(tile, bytes));
  /** Size of the anchored log. */
  size = 0;
  anchor: Anchor | undefined;
  readonly cosigners: ChainCosigner[] = [];

  constructor(demo: DemoFixture, service: Service, keepers: Keepers) {
    this.#demo = demo;
    this.#keepers = keepers;
    this.service = service;
    this.id = id(service.name);
    const secret = sha256(toUtf8Bytes(`test log ${service.name}`));
    this.signer = ed25519Signer(logOrigin(service.name, demo.deployment.deploymentId), "note", secret);
  }

  get root(): string {
    return toHex(this.#tree.root());
  }

  /** The service admitted, with its agency, keys, gateway and every type that the catalogue has for it. */
  async register(heartbeatInterval = this.service.heartbeatSeconds): Promise<void> {
    const { service, id: name } = this;
    const { keeper, gateway } = this.#keepers;
    const { agency, title } = service;
    const registers = (contract: ContractName, method: string, args: unknown[]) =>
      act(this.#demo, registrar, contract, method, args);
    const keeps = (method: string, args: unknown[]) => act(this.#demo, keeper, "ActionLog", method, args);
    const { code, name: called, province } = agency;
    await registers("AgencyRegistry", "enrolAgency", [code, called.th, called.en, province]);
    const tag = keccak256(toUtf8Bytes(`test keeper ${code}`));
    await registers("AgencyRegistry", "enrolOfficer", [keeper.address, code, 512, FROM, UNTIL, tag]);
    await registers("ActionLog", "registerService", [
      {
        name: service.name,
        agency: code,
        titleTh: title.th,
        titleEn: title.en,
        heartbeatInterval,
        maxMergeDelay: service.maximumMergeDelaySeconds,
      },
    ]);
    const key = { algorithm: ED25519, validFrom: FROM, validUntil: UNTIL };
    const submitter = encodeBytes32String("desk-1");
    const publicKey = toHex(writerKey(service.name));
    await keeps("addKey", [name, { ...key, use: SUBMISSION, submitter, publicKey }]);
    await keeps("addKey", [
      name,
      {
        ...key,
        use: CHECKPOINT,
        submitter: encodeBytes32String(""),
        publicKey: toHex(this.signer.key.publicKey),
      },
    ]);
    await keeps("addGateway", [name, gateway.address, FROM, UNTIL]);
    for (const action of actionsOf(service)) {
      const { cid } = await this.#demo.documents.put(schemaDocument(action));
      await keeps("defineActionType", [name, action.type, toHex(CID.parse(cid).bytes)]);
    }
  }

  /** Appends the records, publishes them and anchors the longer log. */
  async grow(records: readonly SealedRecord[]): Promise<void> {
    const from = this.size;
    for (const { bytes, leaf } of records) {
      this.#entries.push(bytes);
      this.#tree.append(leaf);
    }
    for (const { tile, bytes } of this.#tree.partialTiles()) this.#tiles.put(tile, bytes);
    const to = this.#tree.size;
    const root = this.#tree.root();
    const publication = {
      service: this.service.name,
      from,
      to,
      root: toHex(root),
      checkpoint: await this.checkpoint(),
      coseSignature: toHex(await signRoot(root, this.signer)),
    };
    const { bundle } = await publishBundle(this.#demo.documents, publication, this.#source());
    const proof = from === 0 ? [] : (await readConsistency(this.#tiles, from, to)).path.map(toHex);
    const { gateway } = this.#keepers;
    const args = [this.id, to, toHex(root), bundle, proof];
    const receipt = await act(this.#demo, gateway, "ActionLog", "anchor", args);
    const block = await this.#demo.provider.getBlock(receipt.blockNumber);
    this.size = to;
    this.cosigners.length = 0;
    this.anchor = {
      chainId: this.#demo.deployment.chainId,
      contract: this.#demo.deployment.contracts["ActionLog"]!.address.toLowerCase(),
      txHash: receipt.hash,
      block: receipt.blockNumber,
      blockTime: block!.timestamp,
      size: to,
      root: toHex(root),
    };
  }

  /** A signed note over the whole log. */
  checkpoint(): Promise<string> {
    const { size } = this.#tree;
    const root = this.#tree.root();
    return signCheckpoint({ origin: this.signer.key.name, size, root, extensions: [] }, this.signer);
  }

  /** An officer of another agency confirms the anchored log. */
  async cosign(witness: HDNodeWallet, agency: number): Promise<void> {
    const { hash, blockNumber } = await act(this.#demo, witness, "ActionLog", "cosign", [
      this.id,
      this.size,
      this.root,
      [],
    ]);
    this.cosigners.push({
      agency,
      officer: witness.address.toLowerCase(),
      txHash: hash,
      block: blockNumber,
    });
  }

  /** The receipt of an anchored entry, as the operator gives it. */
  async receipt(index: number): Promise<Receipt> {
    const { path } = await readInclusion(this.#tiles, index, this.size);
    const bytes = this.#entries[index]!;
    return {
      type: RECEIPT_TYPE,
      version: 1,
      service: this.service.name,
      index,
      leaf: toHex(sha256(Uint8Array.of(0, ...bytes))),
      record: JSON.parse(new TextDecoder().decode(bytes)) as NonNullable<Receipt["record"]>,
      inclusion: { size: this.size, path: path.map(toHex) },
      checkpoint: await this.checkpoint(),
      anchor: this.anchor!,
      cosigners: [...this.cosigners],
    };
  }

  async coseReceipt(index: number): Promise<Uint8Array> {
    return encodeCoseReceipt(await this.receipt(index), this.signer);
  }

  /** Hash tiles as they are kept, entry bundles made when they are asked for. */
  #source(): TileReader {
    return {
      readTile: (tile) => {
        if (tile.level !== "entries") return this.#tiles.readTile(tile);
        const first = tile.index * TILE_WIDTH;
        return buildEntryBundle(this.#entries.slice(first, first + TILE_WIDTH));
      },
    };
  }
}
