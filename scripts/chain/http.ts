import type { IncomingMessage, ServerResponse } from "node:http";
import { answer, type Call } from "./rpc.ts";

/** Large enough for a batch of contract deployments. */
const MAX_BODY = 8 * 1024 * 1024;

/** JSON-RPC over HTTP POST, open to pages of every origin: reading the chain oneself is what verifying means. */
export function httpHandler(call: Call): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    response.setHeader("access-control-allow-origin", "*");
    if (request.method === "OPTIONS") {
      response.setHeader("access-control-allow-methods", "POST");
      response.setHeader("access-control-allow-headers", "content-type");
      response.setHeader("access-control-max-age", "86400");
      response.writeHead(204).end();
      return;
    }
    if (request.method !== "POST") {
      response.writeHead(405, { allow: "POST, OPTIONS", "content-type": "text/plain" });
      response.end("This is a JSON-RPC address of a Prongsai chain: send POST requests.\n");
      return;
    }
    void respond(request, response, call);
  };
}

async function respond(request: IncomingMessage, response: ServerResponse, call: Call): Promise<void> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > MAX_BODY) {
        response.writeHead(413, { "content-type": "text/plain", connection: "close" });
        response.end(`The body may have ${MAX_BODY} bytes at most.\n`);
        return;
      }
      chunks.push(chunk);
    }
  } catch {
    // The client went away while sending: nobody is left to answer.
    return;
  }
  const text = await answer(Buffer.concat(chunks).toString("utf8"), call);
  if (text === undefined) response.writeHead(204).end();
  else response.writeHead(200, { "content-type": "application/json" }).end(text);
}
