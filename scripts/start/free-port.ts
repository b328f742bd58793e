import { once } from "node:events";
import { createServer } from "node:net";
import { platformError } from "../platform/errors.ts";

/**
 * Looks whether the pages can be served at this port before anything is started for them.
 *
 * @throws ProngsaiError PORT_IN_USE
 */
export async function requireFreePort(port: number): Promise<void> {
  const server = createServer();
  server.listen(port, process.env.HOST);
  try {
    await once(server, "listening");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EADDRINUSE") throw cause;
    throw platformError("PORT_IN_USE", { port }, cause);
  }
  server.close();
  await once(server, "close");
}
