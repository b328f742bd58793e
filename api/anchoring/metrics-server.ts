import { once } from "node:events";
import { createServer } from "node:http";
import { collectDefaultMetrics } from "prom-client";
import type { Registry } from "prom-client";
import { anchoringError } from "./errors/anchoring-error.ts";

/**
 * Serves `/metrics` on a port of this machine for Prometheus, and nothing else.
 *
 * @returns ends it
 * @throws ProngsaiError LOG_ANCHOR_SETTING when the port is taken
 */
export async function serveMetrics(registry: Registry, port: number): Promise<() => void> {
  collectDefaultMetrics({ register: registry, prefix: "prongsai_" });
  const server = createServer((request, response) => {
    if (request.method !== "GET" || request.url !== "/metrics") return void response.writeHead(404).end();
    void registry.metrics().then((text) => {
      response.writeHead(200, { "Content-Type": registry.contentType, "Cache-Control": "no-store" });
      response.end(text);
    });
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening").catch((error: unknown) => {
    const [wanted, wantedTh] = ["a port that is free on this machine", "พอร์ตที่ว่างบนเครื่องนี้"];
    throw anchoringError("LOG_ANCHOR_SETTING", { name: "LOG_ANCHOR_METRICS_PORT", wanted, wantedTh }, error);
  });
  return () => {
    server.close();
    server.closeAllConnections();
  };
}
