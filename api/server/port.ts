import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { networkOf } from "./client-address.ts";
import { hasSeveralHosts, toOriginForm } from "./request-target.ts";

/** Milliseconds within which the head of a request must have come, and all of the request; how often that is looked at. */
const HEAD_WITHIN = 15_000;
const REQUEST_WITHIN = 60_000;
const LOOK_EVERY = 1_000;
/** Connections at the same time, and the part of them that one address may have. */
export const MOST_CONNECTIONS = 8_000;
const ADDRESS_SHARE = 1 / 4;

export interface PortOptions {
  /** answers a request; of one that waits for 100 (Continue) the body comes after `response.writeContinue()` */
  readonly answer: (request: IncomingMessage, response: ServerResponse, waits: boolean) => void;
  readonly connections?: number;
  /** proxies in front; with any, addresses of connections are theirs and have no share */
  readonly proxies: number;
}

/** Closes connections of an address that has its share. */
function boundAddresses(server: Server, share: number): void {
  const open = new Map<string, number>();
  server.on("connection", (socket: Socket) => {
    const address = networkOf(socket.remoteAddress ?? "");
    const count = (open.get(address) ?? 0) + 1;
    if (count > share) {
      socket.destroy();
      return;
    }
    open.set(address, count);
    socket.once("close", () => {
      const left = open.get(address)! - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
  });
}

/** The server of the API's port, with bounds on how many connections there are and how long a request may take to come. */
export function openPort({ answer, connections = MOST_CONNECTIONS, proxies }: PortOptions): Server {
  const server = createServer({
    headersTimeout: HEAD_WITHIN,
    requestTimeout: REQUEST_WITHIN,
    connectionsCheckingInterval: LOOK_EVERY,
  });
  server.maxConnections = connections;
  if (proxies === 0) boundAddresses(server, Math.max(1, Math.floor(connections * ADDRESS_SHARE)));
  const answering = (waits: boolean) => (request: IncomingMessage, response: ServerResponse) => {
    // As Node answers when there is none.
    if (hasSeveralHosts(request)) return void response.writeHead(400, { Connection: "close" }).end();
    toOriginForm(request);
    answer(request, response, waits);
  };
  server.on("request", answering(false));
  server.on("checkContinue", answering(true));
  return server;
}
