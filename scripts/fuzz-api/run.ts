import { buildSchema } from "graphql";
import { readFileSync } from "node:fs";
import http, { maxHeaderSize } from "node:http";
import { graphqlInput } from "./graphql-inputs.ts";
import type { Input } from "./input.ts";
import { judge, LONGEST } from "./judge.ts";
import type { Answer } from "./judge.ts";
import { Random } from "./random.ts";
import { restInput } from "./rest-inputs.ts";
import type { OpenApi } from "./rest-inputs.ts";
import { judgeWebhook, WebhookInputs } from "./webhook-inputs.ts";
import type { WebhookSender } from "./webhook-inputs.ts";

export interface Finding {
  /** which of the seed's inputs it was */
  readonly number: number;
  readonly problem: string;
  readonly input: Input;
  readonly answer: Answer | null;
}

export interface FuzzResult {
  readonly inputs: number;
  readonly statuses: ReadonlyMap<number, number>;
  readonly findings: readonly Finding[];
}

export interface FuzzOptions {
  readonly url: string;
  readonly seed: number;
  readonly inputs: number;
  readonly atOnce?: number;
  /** whose webhooks are managed, under its signature; without, such requests are unsigned only */
  readonly sender?: WebhookSender;
  readonly onProgress?: (done: number) => void;
}

function send(base: URL, { method, path, headers, body }: Input, agent: http.Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = base;
    const request = http.request(
      { hostname, port, method, path, headers: { ...headers }, agent },
      (response) => {
        let text = "";
        const { statusCode: status = 0 } = response;
        const type = response.headers["content-type"] ?? "";
        const done = () => resolve({ status, type, text });
        response.setEncoding("utf8");
        response.on("data", (piece: string) => {
          text += piece;
          if (text.length > LONGEST) {
            response.destroy();
            done();
          }
        });
        response.on("end", done);
        response.on("error", () =>
          text.length > LONGEST ? done() : reject(new Error("the answer broke off")),
        );
      },
    );
    request.setTimeout(60_000, () => request.destroy(new Error("no answer in a minute")));
    // A server may refuse a body, or a head beyond Node's limit, before it has read it all; then it answers and hangs up,
    // and whether the answer or the broken pipe is seen first is chance.
    const isLarge = body || path.length > maxHeaderSize;
    request.on("error", (error: NodeJS.ErrnoException) =>
      isLarge && (error.code === "EPIPE" || error.code === "ECONNRESET")
        ? resolve({ status: 0, type: "", text: "" })
        : reject(error),
    );
    request.end(body);
  });
}

/** Sends what the seed gives to a running API, in this order but several at once, and judges every answer. */
export async function fuzzApi({
  url,
  seed,
  inputs,
  atOnce = 8,
  sender,
  onProgress,
}: FuzzOptions): Promise<FuzzResult> {
  const schema = buildSchema(readFileSync(new URL("../../api/schema.graphql", import.meta.url), "utf8"));
  const document = (await (await fetch(`${url}/openapi.json?lang=en`)).json()) as OpenApi;
  const random = new Random(seed);
  const base = new URL(url);
  const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce });
  const statuses = new Map<number, number>();
  const findings: Finding[] = [];
  const webhooks = sender && new WebhookInputs(url, sender);
  let sent = 0;

  async function work(): Promise<void> {
    while (sent < inputs && findings.length < 20) {
      const number = sent++;
      const signed = webhooks && random.chance(0.2);
      const input = signed
        ? await webhooks.next(random)
        : random.chance(0.6)
          ? restInput(document, random)
          : graphqlInput(schema, random);
      let answer: Answer | null = null;
      let problem: string | null;
      try {
        answer = await send(base, input, agent);
        problem = judge(input, answer) ?? (signed ? judgeWebhook(answer) : null);
        if (signed) webhooks.heard(answer);
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      } catch (error) {
        problem = (error as Error).message;
      }
      if (problem) findings.push({ number, problem, input, answer });
      if (sent % 5_000 === 0) onProgress?.(sent);
    }
  }

  try {
    await Promise.all(Array.from({ length: atOnce }, work));
    await webhooks?.clean();
  } finally {
    agent.destroy();
  }
  return { inputs: sent, statuses, findings };
}
