import { once } from "node:events";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { RpcError } from "../../chain/rpc-error.ts";
import type { Answers } from "./answer.ts";

interface Question {
  readonly id: unknown;
  readonly method: string;
  readonly params?: readonly unknown[];
}

/** The pieces of an answer's JSON, sent one after another without being joined. */
function answer(answers: Answers, { id, method, params = [] }: Question): Buffer[] {
  const head = `{"jsonrpc":"2.0","id":${JSON.stringify(id)},`;
  try {
    const result = answers.result(method, params);
    return [Buffer.from(`${head}"result":`), result, Buffer.from("}")];
  } catch (error) {
    const { code, message, data } = error instanceof RpcError ? error : new RpcError(-32603, String(error));
    return [Buffer.from(`${head}"error":${JSON.stringify({ code, message, data })}}`)];
  }
}

async function respond(answers: Answers, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const message = JSON.parse(Buffer.concat(chunks).toString("utf8")) as Question | Question[];
  const pieces = Array.isArray(message)
    ? [
        Buffer.from("["),
        ...message.flatMap((question, i) =>
          i === 0 ? answer(answers, question) : [Buffer.from(","), ...answer(answers, question)],
        ),
        Buffer.from("]"),
      ]
    : answer(answers, message);
  const length = pieces.reduce((sum, { length }) => sum + length, 0);
  response.writeHead(200, { "content-type": "application/json", "content-length": length });
  response.cork();
  for (const piece of pieces) response.write(piece);
  response.end();
}

/** Serves a recording on 127.0.0.1; `port` 0 takes a free one. */
export async function serveRecording(
  answers: Answers,
  port = 0,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    respond(answers, request, response).catch(() => response.destroy());
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
