import { fillLogs } from "../../../support/log/fill.ts";
import type { Logs } from "../../../support/log/fill.ts";
import { startApi } from "../../../support/api.ts";
import type { ApiFixture } from "../../../support/api.ts";
import { startDemo } from "../../../support/demo-fixture.ts";
import { startMirror } from "../../../support/mirror.ts";

export interface Filled extends ApiFixture {
  readonly logs: Logs;
}

/** Ten minutes ago: what a service logged then is neither old news nor in the future. */
const recently = () => Math.floor(Date.now() / 1000) - 600;

let started: Promise<Filled> | undefined;

async function start(): Promise<Filled> {
  const demo = await startDemo();
  const logs = await fillLogs(demo, recently());
  const mirror = await startMirror(demo);
  await mirror.reaches(logs.block);
  const api = await startApi({ mirror });
  const stop = async () => {
    await api.stop();
    await mirror.stop();
    await demo.stop();
  };
  return { ...api, logs, stop };
}

/** The site over the demonstration with services that log, for all files that only read; started at the first call. */
export function filled(): Promise<Filled> {
  return (started ??= start());
}

after(async function () {
  this.timeout(60_000);
  const running = await started?.catch(() => undefined);
  await running?.stop();
});
