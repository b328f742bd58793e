import pino, { type Logger } from "pino";

export type { Logger };

/** Names of fields whose values never belong in a log. */
const SECRETS = ["password", "privateKey", "mnemonic", "authorization", "databaseUrl", "DATABASE_URL", "url"];

/**
 * Structured log of one process, JSON lines on standard error (written at once, so that a crash loses no line). Log
 * codes, counts and public identifiers only: no request bodies, no search words, no names of persons, no secrets.
 * `LOG_LEVEL` (info) chooses how much.
 */
export function createLogger(name: string): Logger {
  return pino(
    {
      name,
      level: process.env.LOG_LEVEL ?? "info",
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: SECRETS.flatMap((field) => [field, `*.${field}`]), censor: "[secret]" },
    },
    pino.destination({ fd: 2, sync: true }),
  );
}
