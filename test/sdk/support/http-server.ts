import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServerResponse } from "node:http";

/** An HTTP server on a free port that hands each request's body to `answer`. */
export async function startHttpServer(answer: (body: string, response: ServerResponse) => unknown) {
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (piece: string) => (body += piece));
    request.on("end", () => void answer(body, response));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

type Message = { id: number; method: string; params: unknown[]; result?: unknown; error?: unknown };

/**
 * A node that is not to be trusted: it passes everything to the node behind it and gives each answer to `alter`, which
 * may change it in place.
 */
export function startLyingNode(behind: string, alter: (request: Message, answer: Message) => void) {
  return startHttpServer(async (body, response) => {
    const headers = { "content-type": "application/json" };
    const honest = await fetch(behind, { method: "POST", headers, body });
    const requests = [JSON.parse(body)].flat() as Message[];
    const answers: unknown = await honest.json();
    for (const answer of [answers].flat() as Message[]) {
      const request = requests.find(({ id }) => id === answer.id);
      if (request) alter(request, answer);
    }
    response.writeHead(200, headers).end(JSON.stringify(answers));
  });
}
