import type { MirrorRow } from "../../../indexer/store/read.ts";
import { eventText } from "../../../sdk/events/index.ts";
import type { EventRow } from "../rows/ledger.ts";
import type { Database } from "../sql/database.ts";
import { provenanceOf } from "../sql/source.ts";
import { raw, sql } from "../sql/sql.ts";
import { address } from "../sql/values.ts";
import { eventArguments } from "./decode.ts";

export type EventColumns = MirrorRow["event"];

export const EVENT_SELECT = raw("SELECT e.* FROM event e");

/** Addresses of the registers by name, read once a request. */
export function contractAddresses(database: Database): () => Promise<ReadonlyMap<string, string>> {
  let known: Promise<ReadonlyMap<string, string>> | undefined;
  return () =>
    (known ??= database
      .rows<{ contract: string; address: Buffer }>(sql`SELECT contract, address FROM journal`)
      .then((rows) => new Map(rows.map((row) => [row.contract, address(row.address)]))));
}

/** Arguments that name who signed; an `account` is whom or what the event is about: an officer enrolled, a gateway admitted. */
const SIGNERS = ["officer", "signer"];

export function eventOf(row: EventColumns, addresses: ReadonlyMap<string, string>): EventRow {
  const args = eventArguments(row.contract, row.topics, row.data);
  return {
    cursor: `${row.block}:${row.log_index}`,
    name: row.name,
    contractName: row.contract,
    address: addresses.get(row.contract) ?? `0x${"00".repeat(20)}`,
    provenance: provenanceOf(row),
    args,
    text: eventText(row.name, Object.fromEntries(args.map(({ name, value }) => [name, value]))),
    signer: args.find(({ name, type }) => type === "address" && SIGNERS.includes(name))?.value ?? null,
    projectCode: row.project,
  };
}
