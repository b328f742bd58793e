import { Counter, Gauge, Histogram, Registry } from "prom-client";

/** Metrics of the intake in Prometheus' text format. Labels are codes of errors, which are few; never a service or a key. */
export class IntakeMetrics {
  readonly registry = new Registry();
  readonly #requests: Counter;
  readonly #records: Counter;
  readonly #refused: Counter<"code">;
  readonly #group: Histogram;
  readonly #commit: Histogram;

  /**
   * @param waiting requests that wait to become durable now
   * @param closed codes of the errors by which logs are closed now
   */
  constructor(waiting: () => number, closed: () => Promise<readonly string[]>) {
    const registers = [this.registry];
    const counter = (name: string, help: string) => new Counter({ name, help, registers });
    this.#requests = counter(
      "prongsai_intake_accepted_requests_total",
      "Requests with actions that were acknowledged.",
    );
    this.#records = counter("prongsai_intake_committed_records_total", "Records that became durable.");
    this.#refused = new Counter({
      name: "prongsai_intake_refused_requests_total",
      help: "Requests with actions that were not acknowledged, by the code of the error.",
      labelNames: ["code"],
      registers,
    });
    this.#group = new Histogram({
      name: "prongsai_intake_group_requests",
      help: "Requests that became durable together.",
      buckets: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000],
      registers,
    });
    this.#commit = new Histogram({
      name: "prongsai_intake_commit_seconds",
      help: "Seconds to sign a group and make it durable.",
      buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
      registers,
    });
    new Gauge({
      name: "prongsai_intake_closed_logs",
      help: "Logs that take nothing, by the code of the reason: what is stored is not what was acknowledged or anchored.",
      labelNames: ["code"],
      registers,
      async collect() {
        this.reset();
        for (const code of await closed()) this.inc({ code });
      },
    });
    new Gauge({
      name: "prongsai_intake_waiting_requests",
      help: "Requests that wait to become durable.",
      registers,
      collect() {
        this.set(waiting());
      },
    });
  }

  accepted(): void {
    this.#requests.inc();
  }

  /** @param code stable, of docs/errors.md */
  refused(code: string): void {
    this.#refused.inc({ code });
  }

  committed(requests: number, records: number, seconds: number): void {
    this.#group.observe(requests);
    this.#records.inc(records);
    this.#commit.observe(seconds);
  }
}
