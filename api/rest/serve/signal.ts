import type { Response } from "express";
import { apiError } from "../../errors/api-error.ts";

/** Reason of an abort when nobody waits for the answer any more. */
export class ClientLeft extends Error {
  override readonly name = "AbortError";
}

/** Aborts when the client leaves or the time is over; whatever reads under it is cancelled. */
export function signalOf(response: Response, seconds: number): AbortSignal {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(apiError("TOO_SLOW", { seconds })), seconds * 1000);
  const closed = () => {
    clearTimeout(timer);
    if (!response.writableFinished) controller.abort(new ClientLeft("the client left"));
  };
  // Whoever left while the request was let in has closed already, and will not close again.
  if (response.closed) closed();
  else response.once("close", closed);
  return controller.signal;
}
