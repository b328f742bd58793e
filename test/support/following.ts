/** The indexer following a chain in the test's own process. */
import { DocumentReader } from "../../indexer/documents/reader.ts";
import { follow, type FollowOptions } from "../../indexer/mirror/follow.ts";
import type { DemoFixture } from "./demo-fixture.ts";

export interface Following {
  /** Resolves each time the mirror stands at the head, with that block; rejects when following ended with an error. */
  atHead(): Promise<number>;
  /** Resolves when the mirror stands at this block, with everything that the documents say. */
  reaches(block: number): Promise<void>;
  /** What following ended with, undefined when it was stopped. */
  ended: Promise<unknown>;
  stop(): Promise<void>;
}

export function startFollowing(
  demo: DemoFixture,
  databaseUrl: string,
  options: Partial<FollowOptions> & { rpcUrl: string },
): Following {
  const stop = new AbortController();
  const waiting: ((block: number) => void)[] = [];
  const ended = follow({
    deployment: demo.deployment,
    ...options,
    databaseUrl,
    signal: stop.signal,
    onHead: (block) => waiting.splice(0).forEach((tell) => tell(block)),
  }).then(
    () => undefined,
    (error: unknown) => error,
  );
  const atHead = () =>
    Promise.race([
      new Promise<number>((resolve) => waiting.push(resolve)),
      ended.then((error) => {
        throw error instanceof Error ? error : new Error("following was stopped");
      }),
    ]);
  return {
    atHead,
    reaches: async (block) => {
      while ((await atHead()) !== block);
      await new DocumentReader(databaseUrl, demo.documents, stop.signal).readAll();
    },
    ended,
    stop: async () => {
      stop.abort();
      await ended;
    },
  };
}
