import type { RequestHandler } from "express";
import type { Documents } from "../../../sdk/documents/index.ts";
import { formatReceipt } from "../../../sdk/log/receipt/index.ts";
import type { Database } from "../../read/sql/database.ts";
import type { RestContext } from "../context.ts";
import { queryOf, readVariables } from "../operation/variables.ts";
import { restError } from "../problems/rest-error.ts";
import { cached } from "../serve/caching.ts";
import { REQUEST_SECONDS } from "../serve/read.ts";
import { signalOf } from "../serve/signal.ts";
import { COSE_TYPE, receiptAddress } from "./addresses.ts";
import { anchoredSize, firstCosigned, firstHead } from "./anchors.ts";
import type { MirroredHead } from "./anchors.ts";
import { deadlineOf } from "./deadline.ts";
import { coseReceipt, makeReceipt } from "./make.ts";

/** A log of no entries has no receipts. */
const SIZE = { th: "จำนวนเต็มตั้งแต่ 1 ถึง 2147483647", en: "a whole number from 1 to 2147483647" };

type Asked = { readonly service: string; readonly index: number; readonly size?: number };

/** Without a wanted size: the first head that a witness cosigned, else the first that has the entry. */
async function headFor(
  database: Database,
  { service, index, size }: Asked,
): Promise<MirroredHead | undefined> {
  const least = Math.max(index + 1, size ?? 0);
  if (size !== undefined) return await firstHead(database, service, least);
  return (await firstCosigned(database, service, least)) ?? (await firstHead(database, service, least));
}

/** Receipts of entries. @param documents where bundles were published */
export function serveReceipt(context: RestContext, documents: Documents): RequestHandler {
  const { settings, heads } = context;
  return async (request, response) => {
    const { parameters } = receiptAddress;
    const query = queryOf(request.originalUrl);
    const asked = readVariables({ parameters }, request.params as Record<string, string>, query) as Asked;
    const path = decodeURIComponent(request.path).slice(0, 200);
    if (asked.size !== undefined && asked.size < 1)
      throw restError("PARAMETER_MALFORMED", { name: "size", value: asked.size, wanted: SIZE });
    if (asked.index < 0) throw restError("NOT_FOUND", { path });
    response.vary("Accept");
    const asCose = request.accepts(["application/json", COSE_TYPE]) === COSE_TYPE;
    const { current } = heads;
    const version = asCose ? `${current.version}-cose` : current.version;
    if (cached(request, response, { ...current, version }, false)) return;
    response.vary("Accept");
    const signal = signalOf(response, settings.requestSeconds ?? REQUEST_SECONDS);
    const database = context.database.for(signal);
    const head = await headFor(database, asked);
    if (!head) {
      const largest = await anchoredSize(database, asked.service);
      if (largest > asked.index)
        throw restError("LOG_RECEIPT_SIZE", { service: asked.service, size: asked.size, largest });
      const deadline = await deadlineOf(database, current.deployment, asked.service, asked.index);
      throw deadline === undefined
        ? restError("NOT_FOUND", { path })
        : restError("LOG_RECEIPT_PENDING", { index: asked.index, deadline });
    }
    const source = { database, fetching: { documents, signal }, chainId: current.chainId, head };
    const made = await makeReceipt(source, asked.index);
    if (asCose) response.type(COSE_TYPE).send(Buffer.from(await coseReceipt(database, made)));
    else response.type("application/json").send(formatReceipt(made.receipt));
  };
}
