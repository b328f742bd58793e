import autocannon from "autocannon";

export interface Question {
  query: string;
  variables: Record<string, unknown>;
}

export interface Load {
  requests: number;
  perSecond: number;
  /** milliseconds */
  p50: number;
  p99: number;
  /** answers that are not a 200 with data and without errors */
  wrong: number;
  kilobytes: number;
}

export interface LoadOptions {
  url: string;
  /** The next thing to ask; called for each request. */
  next: () => Question;
  seconds: number;
  /** Requests a second over all connections; as many as there can be when absent. */
  rate?: number;
}

const CONNECTIONS = 32;

/** Asks over kept connections for some seconds. */
export async function load({ url, next, seconds, rate }: LoadOptions): Promise<Load> {
  let wrong = 0;
  const instance = autocannon({
    url: `${url}/graphql`,
    connections: CONNECTIONS,
    duration: seconds,
    ...(rate && { overallRate: Math.round(rate) }),
    requests: [
      {
        method: "POST",
        headers: { "content-type": "application/json" },
        setupRequest: (request) => ({ ...request, body: JSON.stringify(next()) }),
        onResponse: (status, body) => {
          if (status !== 200 || !body.startsWith('{"data":{') || body.includes('"errors":')) wrong++;
        },
      },
    ],
  });
  const result = await instance;
  return {
    requests: result.requests.total,
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    wrong: wrong + result.errors + result.timeouts,
    kilobytes: result.throughput.total / Math.max(1, result.requests.total) / 1_000,
  };
}
