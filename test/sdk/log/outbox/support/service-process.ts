// A service of its own process, for tests that kill it. Its orders come by the process channel; it says each thing that
// it has done, so that the test kills it exactly between two of them.
import type { PromiseTrust } from "../../../../../sdk/log/client/index.ts";
import { startSender } from "../../../../../sdk/log/outbox/index.ts";
import { ServiceDatabase } from "./database.ts";
import { fileReport, writer } from "./service.ts";

export type Order =
  | { readonly file: number }
  | {
      readonly send: {
        readonly url: string;
        readonly key: JsonWebKey;
        readonly keyId: string;
        readonly lease: number;
        readonly trust: PromiseTrust;
      };
    };

const database = new ServiceDatabase(process.argv[2]!);
const say = (done: string) => process.send!(done);

async function follow(order: Order): Promise<void> {
  if ("file" in order) {
    await fileReport(database, order.file);
    return void say(`committed ${order.file}`);
  }
  const { url, keyId, lease, trust } = order.send;
  const key = await crypto.subtle.importKey("jwk", order.send.key, "Ed25519", false, ["sign"]);
  const gateway = { url, signer: { key, keyId }, trust, timeout: 2_000 };
  startSender({ database, writer, gateway, limits: { records: 5, lease }, interval: 20 });
  say("sending");
}

process.on("message", (order: Order) => void follow(order));
process.on("disconnect", () => process.exit());
say("ready");
