import { runningApi } from "../../support/running.ts";

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  /** the body as text, a byte order mark included */
  readonly text: string;
}

/** Asks the running API, in English unless told otherwise. */
export async function get(path: string, headers: Record<string, string> = {}): Promise<Answered> {
  const { url } = await runningApi();
  const response = await fetch(url + path, {
    headers: { "Accept-Language": "en", "Accept-Encoding": "identity", ...headers },
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes, text: bytes.toString() };
}

/** The answer's JSON; fails with the answer itself when the status is another. */
export async function json<Body = Envelope>(path: string, status = 200, headers = {}): Promise<Body> {
  const answer = await get(path, headers);
  if (answer.status !== status) throw new Error(`${path}: ${answer.status} ${answer.text.slice(0, 500)}`);
  return JSON.parse(answer.text) as Body;
}

export type Row = Record<string, unknown>;

export interface Envelope {
  readonly data: Row[];
  readonly page: { readonly limit: number; readonly next: string | null; readonly totalCount?: number };
  readonly meta: { readonly block: number; readonly blockHash: string; readonly head: number };
}

export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly mend: string;
  readonly details: Row;
}
