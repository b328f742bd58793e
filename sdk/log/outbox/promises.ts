import { sdkError } from "../../errors/sdk.ts";
import type { ProngsaiError } from "../../errors.ts";
import type { ReadableDocuments } from "../../documents/documents.ts";
import { RpcClient } from "../../rpc.ts";
import { judgePromise, verdictText } from "../../verify/promise/index.ts";
import type { PromiseVerdict } from "../../verify/promise/index.ts";
import type { Writer } from "../client/writer.ts";
import type { LogAnswer } from "../promise/answer.ts";
import type { SignedPromise } from "../promise/signed.ts";
import type { OutboxDatabase, Queryable } from "./database.ts";

/** A node of the ledger and a source of published documents; neither needs to be the gateway's. */
export interface LedgerAccess {
  /** JSON-RPC address of the node */
  readonly rpc: string;
  readonly chainId: number;
  /** address of the ActionLog, `0x…` */
  readonly contract: string;
  readonly documents: ReadableDocuments;
}

type WriterName = Pick<Writer, "service" | "submitter">;

/** Promises read in one go. */
const AT_ONCE = 20;

const answerOf = (service: string, promise: SignedPromise, leaves: readonly string[]): LogAnswer => {
  const { firstIndex, count, deadline } = promise.statement;
  return { service, firstIndex, count, leaves, deadline, promise };
};

/**
 * What the gateway answered for the batch with this entry, as `npm run verify -- promise` takes it; undefined when the
 * outbox has none, or when its promise was kept.
 */
export async function promiseOf(
  client: Queryable,
  { service, submitter }: WriterName,
  index: number,
): Promise<LogAnswer | undefined> {
  const { rows } = await client.query(
    `SELECT promise, leaves FROM action_outbox.batch WHERE service = $1 AND submitter = $2 AND leaves IS NOT NULL
     AND first_index <= $3 ORDER BY first_index DESC LIMIT 1`,
    [service, submitter, index],
  );
  const [row] = rows;
  if (!row) return undefined;
  const answer = answerOf(service, row["promise"] as SignedPromise, row["leaves"] as string[]);
  return index < answer.firstIndex + answer.count ? answer : undefined;
}

function faultOf(
  verdict: PromiseVerdict,
  { service, firstIndex, deadline }: LogAnswer,
): ProngsaiError | undefined {
  if (verdict.state === "kept" && verdict.late === 0) return undefined;
  const found = verdictText(verdict, "en");
  return sdkError("LOG_OUTBOX_PROMISE_BROKEN", { service, firstIndex, deadline, found });
}

/** A promise of the outbox that is due, by the number of its first record. */
type Due = { readonly firstSeq: string; readonly answer: LogAnswer };

/** The oldest promises after `after` that are due by `time` and were not settled yet. */
async function dueAfter(
  database: OutboxDatabase,
  { service, submitter }: WriterName,
  time: number,
  after: string,
): Promise<Due[]> {
  const { rows } = await database.transaction((client) =>
    client.query(
      `SELECT first_seq, promise, leaves FROM action_outbox.batch
       WHERE service = $1 AND submitter = $2 AND kept IS NULL AND leaves IS NOT NULL AND first_seq > $4::bigint
       AND (promise->'statement'->>'deadline')::bigint < $3 ORDER BY first_seq LIMIT ${AT_ONCE}`,
      [service, submitter, time, after],
    ),
  );
  return rows.map((row) => ({
    firstSeq: row["first_seq"] as string,
    answer: answerOf(service, row["promise"] as SignedPromise, row["leaves"] as string[]),
  }));
}

async function settle(
  database: OutboxDatabase,
  { service, submitter }: WriterName,
  firstSeq: string,
  isKept: boolean,
): Promise<void> {
  await database.transaction((client) =>
    client.query(
      `UPDATE action_outbox.batch SET kept = $4, leaves = CASE WHEN $4 THEN NULL ELSE leaves END
       WHERE service = $1 AND submitter = $2 AND first_seq = $3`,
      [service, submitter, firstSeq, isKept],
    ),
  );
}

type Withheld = Extract<PromiseVerdict, { readonly state: "withheld" }>;

/** One error for all of them: as long as nothing is published, each look finds the same. */
function withheldFault(withheld: readonly Withheld[], { service }: WriterName): ProngsaiError[] {
  const [first] = withheld;
  if (!first) return [];
  const { index, cause } = first;
  const details = { service, firstIndex: index, count: withheld.length, found: cause.code };
  return [sdkError("LOG_OUTBOX_PROMISE_WITHHELD", details, cause)];
}

/**
 * Looks at promises whose time has come, oldest first: each is checked on the ledger once, from the chain and published
 * documents, without asking the gateway that gave it. One that was not kept stays in the outbox with its leaves, as
 * evidence. One whose content is withheld is looked at again next time, and holds up none after it.
 *
 * @returns what was not kept, or late: LOG_OUTBOX_PROMISE_BROKEN; and LOG_OUTBOX_PROMISE_WITHHELD, once for all of which
 * nobody can tell yet
 * @throws RpcError: what was not looked at is next time
 */
export async function checkPromises(
  database: OutboxDatabase,
  writer: WriterName,
  { rpc: url, chainId, contract, documents }: LedgerAccess,
): Promise<ProngsaiError[]> {
  const rpc = new RpcClient(url);
  const newest = await rpc.call<{ number: string; timestamp: string }>("eth_getBlockByNumber", [
    "latest",
    false,
  ]);
  const log = { rpc, chainId, contract: contract.toLowerCase(), block: Number(newest.number) };
  const broken: ProngsaiError[] = [];
  const withheld: Withheld[] = [];
  for (let after = "-1"; ;) {
    const due = await dueAfter(database, writer, Number(newest.timestamp), after);
    for (const { firstSeq, answer } of due) {
      after = firstSeq;
      const verdict = await judgePromise(log, answer, { documents });
      if (verdict.state === "withheld") {
        withheld.push(verdict);
        continue;
      }
      const fault = faultOf(verdict, answer);
      if (fault) broken.push(fault);
      await settle(database, writer, firstSeq, !fault);
    }
    if (due.length < AT_ONCE) return [...broken, ...withheldFault(withheld, writer)];
  }
}
