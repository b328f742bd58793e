import autocannon from "autocannon";

export interface Load {
  pages: number;
  perSecond: number;
  /** milliseconds */
  p50: number;
  p99: number;
  /** answers that are not a whole page */
  wrong: number;
  /** as sent, compressed */
  kilobytes: number;
}

const CONNECTIONS = 16;

/** Opens pages over kept connections for some seconds, compressed as browsers take them. */
export async function load(url: string, next: () => string, seconds: number): Promise<Load> {
  let wrong = 0;
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    requests: [
      {
        method: "GET",
        headers: { accept: "text/html", "accept-encoding": "gzip" },
        setupRequest: (request) => ({ ...request, path: next() }),
        onResponse: (status) => {
          if (status !== 200) wrong++;
        },
      },
    ],
  });
  const pages = result.requests.total;
  return {
    pages,
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    wrong: wrong + result.errors + result.timeouts,
    kilobytes: result.throughput.total / Math.max(1, pages) / 1_000,
  };
}
