import { fromHex } from "../../../sdk/hex.ts";
import type { Int8, Queryable } from "../store/queryable.ts";

/** A service's log as far as it was acknowledged. */
export interface AcknowledgedLog {
  /** number in the intake's tables */
  readonly log: number;
  /** id of the service, 32 bytes */
  readonly service: Buffer;
  /** reverse-DNS name */
  readonly name: string;
  readonly size: number;
  /** RFC 9162 root over `size` entries */
  readonly root: Buffer;
  /** latest deadline ever promised, Unix seconds; 0 before the first */
  readonly deadline: number;
}

interface Row extends Omit<AcknowledgedLog, "size" | "deadline"> {
  readonly size: Int8;
  readonly deadline: Int8;
}

/** The logs of a deployment of the ledger, by the services' names. @param deploymentId `0x` and 64 digits */
export async function readLogs(database: Queryable, deploymentId: string): Promise<AcknowledgedLog[]> {
  const { rows } = await database.query<Row>(
    "SELECT log, service, name, size, root, deadline FROM intake.log WHERE deployment = $1 ORDER BY name",
    [Buffer.from(fromHex(deploymentId, 32))],
  );
  return rows.map((row) => ({ ...row, size: Number(row.size), deadline: Number(row.deadline) }));
}
