import { hexlify, Interface, ZeroHash } from "ethers";
import type { Wallet } from "ethers";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import pg from "pg";
import { connectionSettings, MIRROR } from "../../../indexer/store/read.ts";
import { parseCid } from "../../../sdk/documents/index.ts";
import { abis } from "../../../sdk/generated/abi/index.ts";
import { keccak256 } from "../../../sdk/keccak.ts";
import { actionsOf, findService } from "../../../sdk/log/catalogue/index.ts";
import { schemaCid } from "../../../sdk/log/catalogue/schema-document.ts";
import { keyIdOf } from "../../../sdk/log/http-signature/index.ts";

export const SERVICE = findService("th.go.police.chatbot")!;
export const ACTION = actionsOf(SERVICE)[0]!;
export const SCHEMA = schemaCid(ACTION);
export const DEPLOYMENT = `0x${"11".repeat(32)}`;
export const ACTION_LOG = `0x${"a1".repeat(20)}`;

/** A writer of the service with its Ed25519 key. */
export interface BenchWriter {
  readonly label: string;
  readonly key: KeyObject;
  /** `0x…` */
  readonly keyId: string;
  readonly publicKey: Buffer;
}

export function newWriter(label: string): BenchWriter {
  const { privateKey } = generateKeyPairSync("ed25519");
  const key = createPrivateKey(privateKey.export({ type: "pkcs8", format: "pem" }));
  const publicKey = createPublicKey(key).export({ type: "spki", format: "der" }).subarray(-32);
  return { label, key, keyId: keyIdOf(publicKey), publicKey };
}

const schema = new URL("../../../indexer/store/schema.sql", import.meta.url);
const PLACE = "1, '\\x00', 0, 1";

/** A mirror in which the service has these writers and this gateway; the tables are the indexer's. */
export async function fillServices(
  url: string,
  writers: readonly BenchWriter[],
  gateway: Wallet,
): Promise<void> {
  const client = new pg.Client(connectionSettings(url));
  await client.connect();
  const id = Buffer.from(keccak256(new TextEncoder().encode(SERVICE.name)));
  try {
    await client.query(`CREATE SCHEMA ${MIRROR}`);
    await client.query(readFileSync(schema, "utf8"));
    await client.query(`INSERT INTO checkpoint (schema_fingerprint, chain_id, deployment_id, genesis_hash, block, block_hash,
      block_timestamp, head, caught_up) VALUES ('bench', 31337, '${DEPLOYMENT}', '\\x00', 1, '\\x01', 1, 1, true)`);
    await client.query(
      `INSERT INTO service (service, number, name, agency, title_th, title_en, heartbeat_interval, max_merge_delay, registered_at,
        retired, block, tx_hash, log_index, timestamp) VALUES ($1, 1, $2, $3, 'ก', 'a', 0, 86400, 1, false, ${PLACE})`,
      [id, SERVICE.name, SERVICE.agency.code],
    );
    await client.query(
      `INSERT INTO log_head (service, size, root, anchors, broken_promises, block, tx_hash, log_index, timestamp)
        VALUES ($1, 0, '\\x00', 0, 0, ${PLACE})`,
      [id],
    );
    await client.query(
      `INSERT INTO service_gateway (service, account, valid_from, valid_until, block, tx_hash, log_index, timestamp)
        VALUES ($1, $2, 0, $3, ${PLACE})`,
      [id, Buffer.from(gateway.address.slice(2), "hex"), 2 ** 40],
    );
    await client.query(
      `INSERT INTO action_type (service, name, version, schema_cid, in_use, block, tx_hash, log_index, timestamp)
        VALUES ($1, $2, 1, $3, true, ${PLACE})`,
      [id, ACTION.type, Buffer.from(parseCid(SCHEMA).bytes)],
    );
    const keys = writers.map((writer) => ({ ...writer, use: 0, submitter: writer.label }));
    for (const { keyId, publicKey, use, submitter } of [
      ...keys,
      { ...newWriter("checkpoint"), use: 1, submitter: null },
    ])
      await client.query(
        `INSERT INTO service_key (service, key_id, use, algorithm, submitter, public_key, valid_from, valid_until, block,
          tx_hash, log_index, timestamp) VALUES ($1, $2, $3, 0, $4, $5, 0, $6, ${PLACE})`,
        [id, Buffer.from(keyId.slice(2), "hex"), use, submitter, publicKey, 2 ** 40],
      );
  } finally {
    await client.end();
  }
}

interface Call {
  readonly id: number;
  readonly method: string;
}

/** A node that knows of nothing anchored, and whose newest block is the one that the mirror has. */
export async function startEmptyNode(): Promise<{ url: string; stop(): void }> {
  const head = [ZeroHash, 0, 0, 0, 0, 0];
  const empty = hexlify(new Interface(abis.ActionLog).encodeFunctionResult("head", [head]));
  const answer = ({ id, method }: Call) => ({
    jsonrpc: "2.0",
    id,
    result: method === "eth_blockNumber" ? "0x1" : empty,
  });
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      const asked = JSON.parse(Buffer.concat(pieces).toString()) as Call | Call[];
      response.end(JSON.stringify(Array.isArray(asked) ? asked.map(answer) : answer(asked)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => server.close(),
  };
}
