import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Documents } from "../../sdk/documents/index.ts";

/** Metrics of the anchoring process in Prometheus' text format; without labels, since services are not bounded. */
export class AnchoringMetrics {
  readonly registry = new Registry();
  readonly #transactions: Counter;
  readonly #anchors: Counter;
  readonly #entries: Counter;
  readonly #documents: Counter;
  readonly #waited: Histogram;
  readonly #held: Gauge;

  constructor() {
    const registers = [this.registry];
    const counter = (name: string, help: string) => new Counter({ name, help, registers });
    this.#transactions = counter("prongsai_anchoring_transactions_total", "Transactions that anchored logs.");
    this.#anchors = counter("prongsai_anchoring_anchors_total", "Anchors of single logs in them.");
    this.#entries = counter("prongsai_anchoring_entries_total", "Entries that were anchored.");
    this.#documents = counter("prongsai_anchoring_documents_total", "Documents that were published.");
    this.#waited = new Histogram({
      name: "prongsai_anchoring_wait_seconds",
      help: "Seconds from when a log's new entries were found acknowledged (within 0.2 s) to their anchor.",
      buckets: [0.1, 0.3, 1, 2, 3, 5, 10, 30, 60, 300, 1_800],
      registers,
    });
    this.#held = new Gauge({
      name: "prongsai_anchoring_held_services",
      help: "Services whose logs cannot be anchored for a reason of their own.",
      registers,
    });
  }

  sent(): void {
    this.#transactions.inc();
  }

  /** @param milliseconds since its new entries were found */
  anchored(entries: number, milliseconds: number): void {
    this.#anchors.inc();
    this.#entries.inc(entries);
    this.#waited.observe(milliseconds / 1_000);
  }

  held(services: number): void {
    this.#held.set(services);
  }

  /** Documents to publish by, each of which is counted. */
  counting(documents: Pick<Documents, "put">): Pick<Documents, "put"> {
    return {
      put: async (content) => {
        const stored = await documents.put(content);
        this.#documents.inc();
        return stored;
      },
    };
  }
}
