/**
 * The anchoring process: publishes what the intake acknowledged and anchors it on the chain. Settings by environment: see
 * settings.ts. Tells its owner `{type: "ready"}` when it anchors or stands by for one that does, `{type: "anchored",
 * block, services}` after each transaction, `{type: "trouble", service, code, texts, index, deadline}` when a log cannot be
 * anchored or a promise is late, `{type: "mended", service}` when it is anchored again, `{type: "fatal", code, message, mend,
 * texts}` when it stops on an error; ends at SIGTERM, and when its owner does. Waits for a chain, a database or documents
 * that are away.
 */
import { endedBy, fatalMessage } from "../../sdk/process-end.ts";
import { createLogger } from "../../sdk/process-log.ts";
import { readAnchoringSettings } from "./settings.ts";
import { anchorAll } from "./worker.ts";

const logger = createLogger("anchoring");
const tell = (message: object) => process.connected && process.send!(message);
const stop = new AbortController();
for (const event of ["SIGTERM", "SIGINT", "disconnect"] as const) process.once(event, () => stop.abort());

let ready = false;
try {
  await anchorAll({
    settings: readAnchoringSettings(process.env),
    logger,
    signal: stop.signal,
    onReady: () => {
      if (!ready) tell({ type: "ready" });
      ready = true;
    },
    onAnchored: (anchored) => tell({ type: "anchored", ...anchored }),
    onTrouble: (trouble) => tell({ type: "trouble", ...trouble }),
    onMended: (service) => tell({ type: "mended", service }),
  });
} catch (error) {
  const end = endedBy(error, "LOG_ANCHOR_FAILED");
  logger.fatal({ code: end.code, ...(end === error ? {} : { error }) }, end.message);
  tell(fatalMessage(end));
  process.exitCode = 1;
} finally {
  if (process.connected) process.disconnect();
}
