import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { httpHandler } from "./http.ts";
import type { Ledger } from "./ledger.ts";
import { publicMethods } from "./rpc.ts";
import { serveWebSocket } from "./websocket.ts";

export interface ChainServer {
  port: number;
  close(): Promise<void>;
}

/** Serves a ledger on 127.0.0.1: HTTP and WebSocket on one port; `port` 0 takes a free one. */
export async function serve(ledger: Ledger, port: number): Promise<ChainServer> {
  const call = publicMethods(ledger);
  const server = createServer({ keepAliveTimeout: 60_000 }, httpHandler(call));
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const sockets = serveWebSocket(server, ledger.engine, call);
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
