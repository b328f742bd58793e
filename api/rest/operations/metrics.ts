import { trace, SpanStatusCode } from "@opentelemetry/api";
import type { RequestHandler, Response } from "express";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Heads } from "../../read/heads.ts";

/** Metrics of this API in Prometheus' text format; names begin with `prongsai_`. */
export class Metrics {
  readonly registry = new Registry();
  readonly #requests: Counter<"method" | "route" | "status">;
  readonly #seconds: Histogram<"method" | "route">;
  readonly #rows: Counter<"set" | "format">;

  constructor(heads: Heads, pool: () => { total: number; idle: number; waiting: number }) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry, prefix: "prongsai_" });
    this.#requests = new Counter({
      name: "prongsai_http_requests_total",
      help: "Requests answered, by route and status.",
      labelNames: ["method", "route", "status"],
      registers,
    });
    this.#seconds = new Histogram({
      name: "prongsai_http_request_seconds",
      help: "Seconds until the answer was complete.",
      labelNames: ["method", "route"],
      buckets: [0.002, 0.005, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 60],
      registers,
    });
    this.#rows = new Counter({
      name: "prongsai_export_rows_total",
      help: "Rows exported.",
      labelNames: ["set", "format"],
      registers,
    });
    const gauge = (name: string, help: string, read: () => number) =>
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(read());
        },
      });
    gauge("prongsai_index_block", "Newest block in the index.", () => heads.current.block);
    gauge("prongsai_index_head", "Newest block of the chain that the index knows.", () => heads.current.head);
    gauge("prongsai_index_lag_blocks", "Blocks between the two.", () => heads.current.lag);
    gauge("prongsai_index_caught_up", "1 when the index stands at the head.", () =>
      heads.current.caughtUp ? 1 : 0,
    );
    gauge("prongsai_index_halted", "1 when the index stopped on an error.", () =>
      heads.current.halted === null ? 0 : 1,
    );
    gauge("prongsai_index_block_timestamp_seconds", "Time of the newest block in the index.", () =>
      Math.max(0, heads.current.blockTimestamp),
    );
    gauge("prongsai_database_connections", "Connections to the database.", () => pool().total);
    gauge("prongsai_database_connections_idle", "Connections that nobody uses.", () => pool().idle);
    gauge("prongsai_database_waiting", "Requests that wait for a connection.", () => pool().waiting);
  }

  exported(set: string, format: string, rows: number): void {
    this.#rows.inc({ set, format }, rows);
  }

  /** Counts and times each request under its route, and gives it a span when a tracer is installed. */
  readonly observe: RequestHandler = (request, response, next) => {
    const end = this.#seconds.startTimer({ method: request.method });
    const span = trace.getTracer("prongsai-api").startSpan(`${request.method} REST`);
    response.once("close", () => {
      const route = routeOf(response);
      const status = response.statusCode;
      end({ route });
      this.#requests.inc({ method: request.method, route, status });
      span.updateName(`${request.method} ${route}`);
      span.setAttributes({
        "http.request.method": request.method,
        "http.route": route,
        "http.response.status_code": status,
      });
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    });
    next();
  };
}

/** Routes are few and known; what clients invent is counted together. */
function routeOf({ locals }: Response): string {
  return (locals.route as string | undefined) ?? "other";
}
