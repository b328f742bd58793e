import { startMirror, type MirrorFixture } from "../../../support/mirror.ts";
import { hostRest, type RestHost } from "./host.ts";
import { refusingGateway } from "./gateway.ts";

let started: Promise<{ mirror: MirrorFixture; rest: RestHost }> | undefined;

/** The demonstration year and the sample import behind the REST side; started once for all files. */
export function demonstration(): Promise<{ mirror: MirrorFixture; rest: RestHost }> {
  return (started ??= (async () => {
    const mirror = await startMirror();
    return { mirror, rest: await hostRest(mirror.database.url, refusingGateway) };
  })());
}

after(async () => {
  const running = await started?.catch(() => undefined);
  await running?.rest.stop();
  await running?.mirror.stop();
});
