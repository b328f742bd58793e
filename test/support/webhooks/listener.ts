/** Counts who connects, and answers as a receiver that means harm. */
import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo, Server, Socket } from "node:net";

export class Listener {
  connections = 0;
  readonly #server: Server;

  private constructor(answer: (socket: Socket) => void) {
    this.#server = createServer((socket) => {
      this.connections++;
      socket.on("error", () => undefined);
      answer(socket);
    });
  }

  /** @param host address of this machine; every one when absent */
  static async start(answer: (socket: Socket) => void, host?: string): Promise<Listener> {
    const listener = new Listener(answer);
    listener.#server.listen(0, host);
    await once(listener.#server, "listening");
    return listener;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  stop(): void {
    this.#server.close();
  }
}
