import pino, { type Logger } from "pino";

export type { Logger };

/** Names of fields whose values never belong in a log. */
const SECRETS = ["password", "privateKey", "mnemonic", "authorization", "databaseUrl", "DATABASE_URL", "url"];

/** What waits to be written while the disk is full; further lines are dropped (bytes). */
const WAITING = 1 << 16;

/**
 * Structured log of one process, JSON lines on standard error (written at once, so that a crash loses no line). Log
 * codes, counts and public identifiers only: no request bodies, no search words, no names of persons, no secrets.
 * `LOG_LEVEL` (info) chooses how much.
 *
 * A line that cannot be written, because the disk is full, is dropped: whoever serves goes on serving.
 */
export function createLogger(name: string): Logger {
  const destination = pino.destination({ fd: 2, sync: true, maxLength: WAITING });
  destination.on("error", () => undefined);
  return pino(
    {
      name,
      level: process.env.LOG_LEVEL || "info",
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: SECRETS.flatMap((field) => [field, `*.${field}`]), censor: "[secret]" },
    },
    destination,
  );
}
