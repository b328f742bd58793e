import { CID } from "multiformats/cid";
import type { MirrorRow } from "../../../indexer/store/read.ts";
import { toHex } from "../../../sdk/hex.ts";
import { commonSchemas } from "../../../sdk/log/common/index.ts";
import { verifyingKey } from "../../../sdk/log/http-signature/verifying-key.ts";
import type { VerifyingKey } from "../../../sdk/log/http-signature/verifying-key.ts";
import type { Queryable } from "../store/queryable.ts";
import type { KnownService, KnownType, SubmissionKey, Window } from "./service.ts";

/** How long an earlier schema of a type is taken after the type got a newer one, in seconds. */
export const SCHEMA_GRACE = 86_400;

/** Source: enum KeyUse in contracts/log/IServiceRegistry.sol. */
const SUBMISSION = 0;
const CHECKPOINT = 1;

type ServiceRow = MirrorRow["service"] & Pick<MirrorRow["logHead"], "size">;
type KeyRow = MirrorRow["serviceKey"];
type GatewayRow = MirrorRow["serviceGateway"];
type TypeRow = MirrorRow["actionType"];

/** Keys never change; making one costs more than looking it up. */
const keys = new Map<string, VerifyingKey | null>();

function keyOf({ key_id, algorithm, public_key }: KeyRow): VerifyingKey | null {
  const id = toHex(key_id);
  let key = keys.get(id);
  if (key === undefined) {
    try {
      key = verifyingKey(algorithm === 0 ? "ed25519" : "ecdsa-p256-sha256", public_key);
    } catch {
      // The contract cannot see whether 33 bytes are a point of the curve; such a key signs for nobody.
      key = null;
    }
    keys.set(id, key);
  }
  return key;
}

const windowOf = (row: Pick<KeyRow, "valid_from" | "valid_until" | "ended_at">): Window => ({
  from: Number(row.valid_from),
  until: Number(row.valid_until),
  endedAt: row.ended_at === null ? null : Number(row.ended_at),
});

/** @param versions of one type, oldest first */
function typeOf(versions: readonly TypeRow[]): KnownType | undefined {
  const newest = versions.at(-1)!;
  if (!newest.in_use) return undefined;
  const cid = CID.decode(newest.schema_cid).toString();
  // Earlier ones are over since whenever; the newest may be one of them again.
  const schemas = new Map(versions.map(({ schema_cid }) => [CID.decode(schema_cid).toString(), 0]));
  schemas.set(cid, Infinity);
  const before = versions.at(-2);
  // The version before was put out of use by the newest one, in the same block, and not by being withdrawn.
  if (before && before.timestamp === newest.timestamp && !before.schema_cid.equals(newest.schema_cid)) {
    schemas.set(CID.decode(before.schema_cid).toString(), Number(newest.timestamp) + SCHEMA_GRACE);
  }
  return { newest: cid, schemas };
}

function grouped<Row>(rows: readonly Row[], of: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(of(row));
    if (group) group.push(row);
    else groups.set(of(row), [row]);
  }
  return groups;
}

const hex = (bytes: Buffer) => toHex(bytes);
const byService = <Row extends { service: Buffer }>(rows: readonly Row[]) =>
  grouped(rows, ({ service }) => hex(service));

function submissionKeys(rows: readonly KeyRow[]): Map<string, SubmissionKey> {
  const found = new Map<string, SubmissionKey>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key && row.use === SUBMISSION && row.submitter !== null)
      found.set(hex(row.key_id), { submitter: row.submitter, key, window: windowOf(row) });
  }
  return found;
}

function typesOf(rows: readonly TypeRow[]): Map<string, KnownType> {
  const common = [...commonSchemas].map(
    ([name, cid]) => [name, { newest: cid, schemas: new Map([[cid, Infinity]]) }] as const,
  );
  const found = new Map<string, KnownType>(common);
  for (const [name, versions] of grouped(rows, (row) => row.name)) {
    const type = typeOf(versions);
    if (type) found.set(name, type);
    else found.delete(name);
  }
  return found;
}

const SERVICES = `SELECT s.*, h.size FROM mirror.service s JOIN mirror.log_head h ON h.service = s.service`;
const KEYS = "SELECT * FROM mirror.service_key";
const GATEWAYS = "SELECT * FROM mirror.service_gateway WHERE account = $1";
const TYPES = "SELECT * FROM mirror.action_type ORDER BY version";

/**
 * All services of the mirror.
 *
 * @param connection a connection in a transaction of its own, so that what is read belongs together
 * @param gateway this gateway's account, 20 bytes
 */
export async function loadServices(connection: Queryable, gateway: Uint8Array): Promise<KnownService[]> {
  const { rows: services } = await connection.query<ServiceRow>(SERVICES);
  const keyRows = byService((await connection.query<KeyRow>(KEYS)).rows);
  const gateways = byService((await connection.query<GatewayRow>(GATEWAYS, [Buffer.from(gateway)])).rows);
  const types = byService((await connection.query<TypeRow>(TYPES)).rows);
  return services.map((row) => {
    const id = hex(row.service);
    const keysOf = keyRows.get(id) ?? [];
    return {
      id,
      name: row.name,
      agency: row.agency,
      registeredAt: Number(row.registered_at),
      maxMergeDelay: row.max_merge_delay,
      closedAt: row.closed_at === null ? null : Number(row.closed_at),
      keys: submissionKeys(keysOf),
      checkpoints: keysOf.filter(({ use }) => use === CHECKPOINT).map(windowOf),
      gateway: (gateways.get(id) ?? []).map(windowOf),
      types: typesOf(types.get(id) ?? []),
      anchoredSize: Number(row.size),
    };
  });
}
