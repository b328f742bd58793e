import { startApi, type ApiFixture } from "../../support/api.ts";

let started: Promise<ApiFixture> | undefined;

/** One API over the demonstration for all files that only read; started at the first call. */
export function runningApi(): Promise<ApiFixture> {
  return (started ??= startApi());
}

after(async function () {
  this.timeout(30_000);
  const running = await started?.catch(() => undefined);
  await running?.stop();
});
