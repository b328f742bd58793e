import { resolve } from "node:path";
import { platformError } from "./errors.ts";

/** What an operator may set by environment; every one has a working default. */
export interface Settings {
  /** TCP port of the API and the pages. PORT, default 8080. */
  port: number;
  /** Folder of everything that is kept. DATA_DIR, default `.data`. */
  dataDir: string;
  /** PostgreSQL ≥ 15 of the operator's own. DATABASE_URL; default: the embedded one. */
  databaseUrl?: string;
  /** JSON-RPC address of another chain. RPC_URL; default: the embedded one. */
  rpcUrl?: string;
  /** RPC address of Kubo. IPFS_API_URL; default: blocks in a folder. */
  ipfsApiUrl?: string;
}

const LOG_LEVELS = ["debug", "info", "warn", "error"];

const ROOT = resolve(import.meta.dirname, "../..");

/**
 * Reads and checks the settings; an empty variable counts as absent.
 * @throws ProngsaiError SETTING_PORT, SETTING_URL, SETTING_LOG_LEVEL
 */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  checkLogLevel(env.LOG_LEVEL);
  return {
    port: readPort(env.PORT || "8080"),
    dataDir: resolve(ROOT, env.DATA_DIR || ".data"),
    databaseUrl: readUrl("DATABASE_URL", env.DATABASE_URL, ["postgresql:", "postgres:"]),
    rpcUrl: readUrl("RPC_URL", env.RPC_URL, ["http:", "https:"]),
    ipfsApiUrl: readUrl("IPFS_API_URL", env.IPFS_API_URL, ["http:", "https:"]),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw platformError("SETTING_PORT", { value: text });
}

/** LOG_LEVEL is for each process itself, of which none could say what is wrong with it. */
function checkLogLevel(text: string | undefined): void {
  if (text && !LOG_LEVELS.includes(text))
    throw platformError("SETTING_LOG_LEVEL", { value: text.slice(0, 40), wanted: LOG_LEVELS.join(", ") });
}

function readUrl(name: string, text: string | undefined, protocols: string[]): string | undefined {
  if (!text) return undefined;
  const url = URL.parse(text);
  if (url && protocols.includes(url.protocol)) return text;
  throw platformError("SETTING_URL", {
    name,
    wanted: protocols.map((protocol) => `${protocol}//…`).join(", "),
  });
}
