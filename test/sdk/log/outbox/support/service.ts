import { complaintCreated } from "../../../../../sdk/log/catalogue/complaints/intake.ts";
import { complaints } from "../../../../../sdk/log/catalogue/complaints/index.ts";
import { schemaCid } from "../../../../../sdk/log/catalogue/index.ts";
import type { Action, Writer } from "../../../../../sdk/log/client/index.ts";
import { logAction } from "../../../../../sdk/log/outbox/index.ts";
import type { ServiceDatabase } from "./database.ts";

export const writer: Writer = {
  service: complaints.name,
  agency: complaints.agency.code,
  submitter: "guest",
};

/** An action that names its report's number as its subject's last digits, so that tests find it again. */
export const filed = (number: number): Action => ({
  type: complaintCreated.type,
  schema: schemaCid(complaintCreated),
  subject: `0x${String(number).padStart(64, "fe")}`,
  actor: { role: "citizen" },
  data: { ...complaintCreated.examples[0]! },
});

/** What the service does: it files a report, and logs that, in one transaction. */
export const fileReport = (database: ServiceDatabase, number: number): Promise<bigint> =>
  database.transaction(async (client) => {
    await client.query("INSERT INTO report (number) VALUES ($1)", [number]);
    return await logAction(client, writer, filed(number));
  });
