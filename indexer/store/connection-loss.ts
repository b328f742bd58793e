/** SQLSTATEs of a connection that broke, and of a server that starts, stops or has no place left. */
const STATES = /^(08...|57P0[123]|53300)$/;
const SYSTEM = new Set(["ECONNRESET", "EPIPE", "ETIMEDOUT"]);
/** What `pg` says when a connection breaks under a query, or gives no answer in time; it gives no code for it. */
const BROKEN =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|Query read timeout|timeout ex)/;

/** Whether an error of `pg` means that the connection was lost or refused, so that a later one may succeed. */
export function isConnectionLoss(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isConnectionLoss);
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  if (syscall === "connect" || syscall === "getaddrinfo") return true;
  if (typeof code === "string" && (STATES.test(code) || SYSTEM.has(code))) return true;
  return BROKEN.test(error.message);
}
