import type { Server } from "node:http";
import { WebSocketServer, type WebSocket } from "ws";
import type { Engine } from "./engine.ts";
import { answer, type Call } from "./rpc.ts";
import { RpcError } from "./rpc-error.ts";

const MAX_BODY = 8 * 1024 * 1024;
const MAX_SUBSCRIPTIONS = 100;
/** A reader who does not read is cut off rather than kept in memory. */
const MAX_UNSENT = 64 * 1024 * 1024;

/** JSON-RPC over WebSocket on the same port, with eth_subscribe (newHeads, logs) and eth_unsubscribe. */
export function serveWebSocket(server: Server, engine: Engine, call: Call): WebSocketServer {
  const sockets = new WebSocketServer({ server, maxPayload: MAX_BODY });
  const subscribers = new Map<string, WebSocket>();

  engine.onNotification(({ subscription, result }) => {
    const socket = subscribers.get(subscription);
    if (!socket) return;
    const params = { subscription, result };
    socket.send(JSON.stringify({ jsonrpc: "2.0", method: "eth_subscription", params }));
    if (socket.bufferedAmount > MAX_UNSENT) socket.terminate();
  });

  sockets.on("connection", (socket) => {
    const own = new Set<string>();

    const subscribe = async (params: unknown[]): Promise<string> => {
      if (params[0] !== "newHeads" && params[0] !== "logs") {
        throw new RpcError(-32602, "subscriptions are offered to newHeads and logs");
      }
      if (own.size >= MAX_SUBSCRIPTIONS)
        throw new RpcError(-32000, `at most ${MAX_SUBSCRIPTIONS} subscriptions`);
      const id = (await engine.request("eth_subscribe", params)) as string;
      own.add(id);
      subscribers.set(id, socket);
      if (socket.readyState !== socket.OPEN) await unsubscribe([id]);
      return id;
    };
    const unsubscribe = async ([id]: unknown[]): Promise<boolean> => {
      if (typeof id !== "string" || !own.delete(id)) return false;
      subscribers.delete(id);
      return (await engine.request("eth_unsubscribe", [id])) as boolean;
    };
    const withSubscriptions: Call = async (method, params) => {
      if (method === "eth_subscribe") return await subscribe(params);
      if (method === "eth_unsubscribe") return await unsubscribe(params);
      return await call(method, params);
    };

    socket.on("message", async (data) => {
      const text = await answer(data.toString(), withSubscriptions);
      if (text !== undefined && socket.readyState === socket.OPEN) socket.send(text);
    });
    socket.on("close", () => {
      for (const id of own) void unsubscribe([id]).catch(() => undefined);
    });
    socket.on("error", () => socket.terminate());
  });
  return sockets;
}
