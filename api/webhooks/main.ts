/**
 * The process that delivers webhooks: sends each anchored entry to the addresses that its service registered. It holds no
 * key but that of its deliveries, and is apart from all others since it speaks with strangers' servers. Settings by
 * environment: see settings.ts. Tells its owner `{type: "ready"}` when it delivers or stands by for one that does,
 * `{type: "fatal", code, message, mend, texts}` when it stops on an error; ends at SIGTERM, and when its owner does.
 */
import { endedBy, fatalMessage } from "../../sdk/process-end.ts";
import { createLogger } from "../../sdk/process-log.ts";
import { readWebhookSettings } from "./settings.ts";
import { deliverAll } from "./worker.ts";

const logger = createLogger("webhooks");
const tell = (message: object) => process.connected && process.send!(message);
const stop = new AbortController();
for (const event of ["SIGTERM", "SIGINT", "disconnect"] as const) process.once(event, () => stop.abort());

let ready = false;
try {
  await deliverAll({
    settings: readWebhookSettings(process.env),
    logger,
    signal: stop.signal,
    onReady: () => {
      if (!ready) tell({ type: "ready" });
      ready = true;
    },
  });
} catch (error) {
  const end = endedBy(error, "WEBHOOK_FAILED");
  logger.fatal({ code: end.code, ...(end === error ? {} : { error }) }, end.message);
  tell(fatalMessage(end));
  process.exitCode = 1;
} finally {
  if (process.connected) process.disconnect();
}
