import { createHash } from "node:crypto";
import { once } from "node:events";
import type { RequestHandler } from "express";
import { checkedAsOf } from "../../graphql/core/as-of.ts";
import { openSnapshot } from "../../read/sql/snapshot.ts";
import type { Snapshot } from "../../read/sql/snapshot.ts";
import type { AsOf } from "../../read/sql/source.ts";
import type { RestContext } from "../context.ts";
import { countRows } from "../exports/body.ts";
import { EXPORT_SECONDS } from "../exports/serve.ts";
import type { Slots } from "../exports/slots.ts";
import { exportState } from "../exports/state.ts";
import { queryOf, readVariables } from "../operation/variables.ts";
import { cached } from "../serve/caching.ts";
import { originOf } from "../serve/origin.ts";
import { signalOf } from "../serve/signal.ts";
import type { FiscalAddress } from "./addresses.ts";
import { fiscalHeader, fiscalRows } from "./columns.ts";
import { fiscalPackage } from "./package.ts";
import type { FiscalBody } from "./package.ts";

/** The table's bytes: header, then rows as PostgreSQL writes them. */
async function* tableOf(snapshot: Snapshot, asOf: AsOf): AsyncGenerator<Buffer> {
  yield Buffer.from(fiscalHeader);
  yield* snapshot.texts(fiscalRows(asOf));
}

async function measured(table: AsyncIterable<Buffer>): Promise<FiscalBody> {
  const hash = createHash("sha256");
  let [rows, bytes] = [-1, 0];
  for await (const piece of table) {
    hash.update(piece);
    bytes += piece.length;
    rows += countRows(piece);
  }
  return { rows, bytes, sha256: hash.digest("hex") };
}

/** The descriptor, or the table that it describes: both as of one block, which the descriptor's link to the table pins. */
export function serveFiscal(address: FiscalAddress, context: RestContext, slots: Slots): RequestHandler {
  const { settings, heads, database } = context;
  const seconds = settings.exportSeconds ?? EXPORT_SECONDS;
  return async (request, response) => {
    const given = readVariables(address, {}, queryOf(request.originalUrl));
    const asOf = await checkedAsOf(given.asOfBlock as number | undefined, context);
    if (cached(request, response, heads.current, asOf !== null)) return;
    const free = slots.take();
    try {
      const signal = signalOf(response, seconds);
      const snapshot = await openSnapshot(database, signal, seconds);
      try {
        const state = await exportState(snapshot.database, asOf);
        const table = tableOf(snapshot, asOf);
        if (address.part === "descriptor") {
          const body = fiscalPackage(originOf(request, settings), state, await measured(table));
          return void response.type("application/json").send(`${JSON.stringify(body)}\n`);
        }
        response.set({
          "Content-Type": "text/csv; charset=utf-8",
          "Content-Disposition": `attachment; filename="prongsai-budget-block-${state.asOfBlock}.csv"`,
        });
        for await (const piece of table)
          if (!response.write(piece)) await once(response, "drain", { signal });
        response.end();
      } finally {
        await snapshot.close();
      }
    } finally {
      free();
    }
  };
}
