/** Connections on which a test writes what it likes, byte for byte. */
import { once } from "node:events";
import { connect } from "node:net";
import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export class RawConnection {
  readonly socket: Socket;
  #said = "";
  #ended = false;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on("data", (piece) => (this.#said += piece.toString("latin1")));
    socket.on("error", () => undefined);
    socket.on("close", () => (this.#ended = true));
  }

  /** @param from address of this machine, 127.0.0.1 to 127.255.255.254 */
  static async open(url: string, from = "127.0.0.1"): Promise<RawConnection> {
    const { hostname, port } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port), localAddress: from });
    const connection = new RawConnection(socket);
    await once(socket, "connect");
    return connection;
  }

  /** Everything that came, a character a byte. */
  get said(): string {
    return this.#said;
  }

  /** Whether it is closed. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Status of the first answer, 100 (Continue) too. */
  get status(): number | undefined {
    const line = /^HTTP\/1\.1 (\d{3})/.exec(this.#said);
    return line ? Number(line[1]) : undefined;
  }

  /** Code of the first problem document that came. */
  get code(): string | undefined {
    return /"code":"(\w+)"/.exec(this.#said)?.[1];
  }

  write(bytes: string | Uint8Array): void {
    if (!this.socket.destroyed) this.socket.write(bytes);
  }

  /** Until something came that matches, or the connection is closed. @returns whether it came */
  async until(pattern: RegExp, milliseconds = 10_000): Promise<boolean> {
    for (const end = Date.now() + milliseconds; Date.now() < end && !this.#ended; await sleep(5))
      if (pattern.test(this.#said)) return true;
    return pattern.test(this.#said);
  }

  close(): void {
    this.socket.destroy();
  }
}

/** The head of a request. @param target as the request line has it */
export const head = (
  target: string,
  fields: readonly (readonly [name: string, value: string])[],
  method = "POST",
): string =>
  `${method} ${target} HTTP/1.1\r\n${fields.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`;
