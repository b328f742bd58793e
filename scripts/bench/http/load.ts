import autocannon from "autocannon";

export interface Load {
  requests: number;
  perSecond: number;
  /** milliseconds */
  p50: number;
  p99: number;
  /** what was wrong (status and beginning of the answer, or the client's own error), and how often */
  wrong: Map<string, number>;
  kilobytes: number;
}

export interface LoadOptions {
  url: string;
  connections: number;
  /** The next thing to ask; called for each request. */
  next: () => autocannon.Request;
  isRight: (status: number, body: string) => boolean;
  seconds: number;
  /** Requests a second over all connections; as many as there can be when absent. */
  rate?: number;
}

/** Asks over kept connections for some seconds. */
export async function load({ url, connections, next, isRight, seconds, rate }: LoadOptions): Promise<Load> {
  const wrong = new Map<string, number>();
  const count = (what: string) => wrong.set(what, (wrong.get(what) ?? 0) + 1);
  const done = Promise.withResolvers<autocannon.Result>();
  const options: autocannon.Options = {
    url,
    connections,
    duration: seconds,
    ...(rate && { overallRate: Math.round(rate) }),
    requests: [
      {
        setupRequest: (request) => ({ ...request, ...next() }),
        onResponse: (status, body) => {
          if (!isRight(status, body)) count(`${status} ${body.slice(0, 300)}`);
        },
      },
    ],
  };
  const instance = autocannon(options, (error, result) =>
    error ? done.reject(error as Error) : done.resolve(result),
  );
  instance.on("reqError", (error: Error) => count(error.message));
  const { requests, latency, throughput } = await done.promise;
  return {
    requests: requests.total,
    perSecond: requests.average,
    p50: latency.p50,
    p99: latency.p99,
    wrong,
    kilobytes: throughput.total / Math.max(1, requests.total) / 1_000,
  };
}

/** How many of all were wrong; each kind of it is printed. */
export function tellWrong(loads: readonly Load[]): number {
  let total = 0;
  for (const [what, times] of loads.flatMap(({ wrong }) => [...wrong])) {
    console.log(`wrong, ${times} times: ${what}`);
    total += times;
  }
  if (total > 0) process.exitCode = 1;
  return total;
}
