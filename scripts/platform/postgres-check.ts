import pg from "pg";
import { platformError } from "./errors.ts";

const MINIMUM = 150_000;
export const EXTENSIONS = ["pg_trgm", "btree_gist", "btree_gin"] as const;

/** Creates the database that `url` names when the server does not have it, and its extensions, then checks it. */
export async function ensureDatabase(url: string): Promise<void> {
  const maintenance = new URL(url);
  const database = decodeURIComponent(maintenance.pathname.slice(1));
  maintenance.pathname = "/postgres";
  const client = await connect(maintenance.href);
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
  await checkDatabase(url);
}

/**
 * Checks that a PostgreSQL database can carry the index: version ≥ 15, encoding UTF8, the extensions (created when
 * absent), and Thai words that pg_trgm can compare. Run at every start, also against an operator's own server.
 * @throws ProngsaiError DB_UNREACHABLE, DB_VERSION, DB_ENCODING, DB_EXTENSION, DB_LOCALE_THAI
 */
export async function checkDatabase(url: string): Promise<void> {
  const client = await connect(url);
  try {
    const { rows } = await client.query<{ version: number; name: string; encoding: string; ctype: string }>(
      `SELECT current_setting('server_version_num')::int AS version, datname AS name,
              pg_encoding_to_char(encoding) AS encoding, datctype AS ctype
       FROM pg_database WHERE datname = current_database()`,
    );
    const { version, name, encoding, ctype } = rows[0]!;
    if (version < MINIMUM) {
      throw platformError("DB_VERSION", { version: version / 1e4 });
    }
    if (encoding !== "UTF8") throw platformError("DB_ENCODING", { name, encoding });
    for (const extension of EXTENSIONS) await createExtension(client, extension);
    // Two school names that share most of their letters: 0 when the locale does not know Thai letters.
    const similarity = await client.query<{ value: number }>(
      "SELECT similarity('โรงเรียนบ้านหนองบัว', 'โรงเรียนบ้านหนองบอน') AS value",
    );
    if (similarity.rows[0]!.value < 0.3) throw platformError("DB_LOCALE_THAI", { name, ctype });
  } finally {
    await client.end();
  }
}

async function createExtension(client: pg.Client, extension: string): Promise<void> {
  try {
    const present = await client.query("SELECT FROM pg_extension WHERE extname = $1", [extension]);
    if (present.rowCount === 0) await client.query(`CREATE EXTENSION IF NOT EXISTS ${extension}`);
  } catch (cause) {
    throw platformError("DB_EXTENSION", { extension }, cause);
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return client;
  } catch (cause) {
    const { hostname, port, pathname } = new URL(url);
    const address = `${hostname}:${port || 5432}${pathname}`;
    throw platformError("DB_UNREACHABLE", { address, reason: (cause as Error).message }, cause);
  }
}
