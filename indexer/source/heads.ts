import { WebSocket } from "ws";
import { retrying } from "./retry.ts";
import type { OnRetry } from "./retry.ts";
import type { Rpc } from "./rpc.ts";

/** Without a subscription the node is asked this often; with one, only to notice a silent socket (milliseconds). */
const POLL = 250;
const POLL_BESIDE_SOCKET = 5_000;
const RECONNECT_AFTER = 2_000;

export interface HeadsOptions {
  readonly rpc: Rpc;
  /** `ws://…` of the same node; without it, polling only */
  readonly wsUrl?: string;
  readonly signal: AbortSignal;
  readonly onRetry?: OnRetry;
}

/** Knows the newest block number, by subscription where the node offers one, by polling otherwise. */
export class Heads {
  readonly #options: HeadsOptions;
  #socket: WebSocket | undefined;
  #subscribed = false;
  #timer: NodeJS.Timeout | undefined;
  #wake: (() => void) | undefined;
  #news = false;

  constructor(options: HeadsOptions) {
    this.#options = options;
    this.#connect();
    options.signal.addEventListener("abort", () => this.#stop(), { once: true });
  }

  /** The number of the newest block now. */
  async current(): Promise<number> {
    const { rpc, signal, onRetry } = this.#options;
    return await retrying(async () => Number(await rpc.call("eth_blockNumber", [])), signal, onRetry);
  }

  /** Resolves when there may be a new block: the node said so, or it is time to ask. */
  async news(): Promise<void> {
    this.#options.signal.throwIfAborted();
    if (!this.#news) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        this.#timer = setTimeout(resolve, this.#subscribed ? POLL_BESIDE_SOCKET : POLL);
      });
      clearTimeout(this.#timer);
      this.#wake = undefined;
    }
    this.#news = false;
    this.#options.signal.throwIfAborted();
  }

  #tell(): void {
    this.#news = true;
    this.#wake?.();
  }

  #connect(): void {
    const { wsUrl, signal } = this.#options;
    if (!wsUrl || signal.aborted) return;
    const socket = new WebSocket(wsUrl, { handshakeTimeout: 5_000 });
    this.#socket = socket;
    socket.on("open", () =>
      socket.send(JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_subscribe", params: ["newHeads"] })),
    );
    socket.on("message", (data) => {
      const text = String(data);
      if (text.includes('"eth_subscription"')) this.#tell();
      else this.#subscribed = text.includes('"result"');
      if (this.#subscribed) this.#tell();
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      this.#subscribed = false;
      this.#tell();
      if (!signal.aborted) setTimeout(() => this.#connect(), RECONNECT_AFTER).unref();
    });
  }

  #stop(): void {
    this.#socket?.terminate();
    clearTimeout(this.#timer);
    this.#tell();
  }
}
