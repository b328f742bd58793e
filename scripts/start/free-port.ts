import { once } from "node:events";
import { createServer } from "node:net";
import { PlatformError } from "../platform/errors.ts";

/**
 * Looks whether the pages can be served at this port before anything is started for them.
 *
 * @throws PlatformError PORT_IN_USE
 */
export async function requireFreePort(port: number): Promise<void> {
  const server = createServer();
  server.listen(port, process.env.HOST);
  try {
    await once(server, "listening");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EADDRINUSE") throw cause;
    const mend = "stop that program, or give another PORT, such as PORT=9000 npm start";
    throw new PlatformError(
      "PORT_IN_USE",
      `port ${port} is in use: another program listens there`,
      mend,
      cause,
    );
  }
  server.close();
  await once(server, "close");
}
