import { once } from "node:events";
import { createServer } from "node:net";
import { platformError } from "../platform/errors.ts";

/**
 * Looks whether the pages can be served at this port before anything is started for them.
 *
 * @throws ProngsaiError PORT_IN_USE, HOST_UNUSABLE
 */
export async function requireFreePort(port: number): Promise<void> {
  const server = createServer();
  server.listen(port, process.env.HOST);
  try {
    await once(server, "listening");
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === "EADDRINUSE") throw platformError("PORT_IN_USE", { port }, cause);
    throw platformError("HOST_UNUSABLE", { host: process.env.HOST ?? "", reason: message }, cause);
  }
  server.close();
  await once(server, "close");
}
