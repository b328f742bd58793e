/** An intake, its mirror, the process that anchors, and services that may register webhooks to this machine. */
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { startAnchoring, type AnchoringProcess } from "../log/anchoring-process.ts";
import { newSubmitter, noteSchema, startIntakeWorld } from "../log/intake-world.ts";
import { cidOf } from "../log/notes.ts";
import { record, submit } from "../log/submitting.ts";

export const SERVICE = "th.go.example.notes";
export const OTHER = "th.go.example.other";

export type WebhookWorld = Awaited<ReturnType<typeof startWebhookWorld>>;

/** @param loopback whether webhooks may lead to this machine */
export async function startWebhookWorld({ loopback = true } = {}) {
  const desk = await newSubmitter("desk-1");
  const other = await newSubmitter("desk-2");
  const intake = await startIntakeWorld(
    async (keeper) => {
      await keeper.register(SERVICE);
      await keeper.register(OTHER);
      await keeper.addKey(SERVICE, desk);
      await keeper.addKey(OTHER, other);
    },
    { WEBHOOK_LOOPBACK: loopback ? "1" : "0" },
  );
  const { ledger, mirror, processes, api } = intake;
  const webhookKeyFile = join(ledger.directory, "webhook.key");
  writeFileSync(webhookKeyFile, `0x${"5a".repeat(32)}\n`, { mode: 0o600 });
  const anchoring = startAnchoring(processes);
  await once(anchoring.said, "ready");
  let logged = 0;
  return {
    ...{ desk, other, api, mirror, deployment: ledger.deployment },
    /** Logs so many notes. @returns how many the log has then */
    log: async (count: number): Promise<number> => {
      const schema = cidOf(noteSchema);
      const records = Array.from({ length: count }, (_, at) =>
        record(SERVICE, desk.label, logged + at + 1, schema),
      );
      const { status, text } = await submit({ url: api.url, service: SERVICE, submitter: desk, records });
      if (status !== 201) throw new Error(text);
      return (logged += count);
    },
    /** A process that delivers. */
    deliver: async (): Promise<AnchoringProcess> => {
      const env = {
        WEBHOOK_KEY_FILE: webhookKeyFile,
        WEBHOOK_LOOPBACK: loopback ? "1" : "0",
        WEBHOOK_TIMEOUT: "1",
      };
      const worker = startAnchoring(processes, env, "api/webhooks/main.ts");
      await once(worker.said, "ready");
      return worker;
    },
    stop: async () => {
      await anchoring.stop();
      await intake.stop();
    },
  };
}
