import pg from "pg";
import { CHANNEL, connectionSettings } from "../../indexer/store/read.ts";
import { isAbsent } from "./sql/database.ts";
import type { CheckpointRow } from "../../indexer/store/read.ts";
import type { MetaRow } from "./rows/ledger.ts";
import { seconds } from "./sql/values.ts";

/** Where the index stands, kept up to date without asking the database for every request. */
export interface Heads {
  /** Newest state known. Before the index exists: block −1. */
  readonly current: Head;
  /**
   * Resolves as soon as the index stands at another block than `block`, to null when the signal aborts or the server
   * stops.
   */
  after(block: number, signal: AbortSignal): Promise<Head | null>;
  /** The same as soon as any answer could be another than that of `version`: documents are read after their blocks. */
  changed(version: string, signal: AbortSignal): Promise<Head | null>;
}

export interface Head extends MetaRow {
  /** Changes whenever any answer could; the same for the same index on any machine whose intake has closed no log. */
  readonly version: string;
  /** Changes whenever reported data do. */
  readonly imports: string;
  readonly caughtUp: boolean;
  /** code of the error at which the indexer fails to read documents again and again; null while it succeeds */
  readonly failing: string | null;
}

const DEMONSTRATION_CHAIN = 31_337n;
const ZERO = `0x${"00".repeat(32)}`;
const EMPTY: Head = {
  block: -1,
  blockHash: ZERO,
  blockTimestamp: 0,
  head: -1,
  lag: 0,
  chainId: 0,
  deployment: ZERO,
  demonstration: false,
  halted: null,
  version: "none",
  imports: "none",
  caughtUp: false,
  failing: null,
};

type Row = CheckpointRow & { readonly briefs: bigint; readonly readings: string; readonly unread: string };

/** Logs that the intake has closed, which no block says: a few letters that stand for them, none while there are none. */
const CLOSED_KNOWN = "SELECT to_regclass('intake.closed_log') IS NOT NULL AS there";
const CLOSED = `SELECT left(md5(string_agg(name || ' ' || code || ' ' || found_at, ',' ORDER BY name)), 8) AS closed
  FROM intake.closed_log`;

const STATE = `SELECT c.*,
  (SELECT count(*) FROM brief WHERE state <> 'available') AS briefs,
  (SELECT coalesce(string_agg(r.batch_id || r.state || coalesce(b.superseded_by::text, ''), ',' ORDER BY r.batch_id), '')
     FROM import_reading r LEFT JOIN import_batch b USING (batch_id)) AS readings,
  (SELECT concat_ws('.', count(*) FILTER (WHERE state = 'pending'), count(*) FILTER (WHERE state = 'unavailable'),
     count(*) FILTER (WHERE state = 'contradicted')) FROM log_reading WHERE state <> 'complete') AS unread
  FROM checkpoint c`;

async function closedLogs(client: pg.Client): Promise<string | null> {
  const { rows: known } = await client.query<{ there: boolean }>(CLOSED_KNOWN);
  if (!known[0]!.there) return null;
  const { rows } = await client.query<{ closed: string | null }>(CLOSED);
  return rows[0]!.closed;
}

function headOf(row: Row, closed: string | null): Head {
  const block = Number(row.block);
  const head = Number(row.head);
  const blockHash = `0x${row.block_hash.toString("hex")}`;
  return {
    block,
    blockHash,
    blockTimestamp: seconds(row.block_timestamp),
    head,
    lag: Math.max(0, head - block),
    chainId: Number(row.chain_id),
    deployment: row.deployment_id,
    demonstration: row.chain_id === DEMONSTRATION_CHAIN,
    halted: row.halted?.code ?? null,
    imports: row.readings,
    caughtUp: row.caught_up,
    failing: row.failing,
    version: [
      row.deployment_id.slice(2, 10),
      blockHash.slice(2, 12),
      block,
      head,
      row.briefs,
      row.readings.length,
      row.unread,
      row.halted?.code ?? row.failing ?? "",
      ...(closed === null ? [] : [closed]),
    ].join("-"),
  };
}

/** Follows the index by LISTEN, and looks every second in case a notification was lost. */
export class HeadFollower implements Heads {
  #current = EMPTY;
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #reading: Promise<void> | undefined;
  #again = false;
  #closed = false;
  readonly #waiting = new Set<() => void>();
  readonly #url: string;
  readonly #interval: number;

  constructor(url: string, interval = 1_000) {
    this.#url = url;
    this.#interval = interval;
  }

  get current(): Head {
    return this.#current;
  }

  /** Connects and reads once; keeps trying when the database cannot be reached. */
  async start(): Promise<void> {
    await this.#refresh();
    const look = () => {
      if (this.#closed) return;
      this.#timer = setTimeout(() => void this.#refresh().then(look), this.#interval);
      this.#timer.unref();
    };
    look();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#client?.end().catch(() => undefined);
    for (const wake of this.#waiting) wake();
  }

  after(block: number, signal: AbortSignal): Promise<Head | null> {
    return this.#until((head) => head.block !== block, signal);
  }

  changed(version: string, signal: AbortSignal): Promise<Head | null> {
    return this.#until((head) => head.version !== version, signal);
  }

  async #until(holds: (head: Head) => boolean, signal: AbortSignal): Promise<Head | null> {
    for (;;) {
      if (signal.aborted || this.#closed) return null;
      if (holds(this.#current)) return this.#current;
      await new Promise<void>((resolve) => {
        const done = () => {
          this.#waiting.delete(done);
          signal.removeEventListener("abort", done);
          resolve();
        };
        this.#waiting.add(done);
        signal.addEventListener("abort", done, { once: true });
      });
    }
  }

  /** Reads the state; a call while one runs asks for one more afterwards. */
  #refresh(): Promise<void> {
    if (this.#reading) {
      this.#again = true;
      return this.#reading;
    }
    this.#reading = (async () => {
      do {
        this.#again = false;
        try {
          const client = await this.#connected();
          const { rows } = await client.query<Row>(STATE);
          this.#set(rows[0] ? headOf(rows[0], await closedLogs(client)) : EMPTY);
        } catch (error) {
          if (isAbsent(error)) this.#set(EMPTY);
          // The database is away: what was known stays known, and the next look tries again.
          this.#client?.end().catch(() => undefined);
          this.#client = undefined;
        }
      } while (this.#again && !this.#closed);
      this.#reading = undefined;
    })();
    return this.#reading;
  }

  async #connected(): Promise<pg.Client> {
    if (this.#client) return this.#client;
    const client = new pg.Client({ ...connectionSettings(this.#url), connectionTimeoutMillis: 5_000 });
    client.on("error", () => (this.#client = undefined));
    client.on("notification", () => void this.#refresh());
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
    return (this.#client = client);
  }

  #set(head: Head): void {
    if (head.version === this.#current.version) return;
    this.#current = head;
    for (const wake of this.#waiting) wake();
  }
}
