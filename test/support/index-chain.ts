/** The indexer in the test's own process. */
import { DocumentReader } from "../../indexer/documents/reader.ts";
import { follow } from "../../indexer/mirror/follow.ts";
import type { FollowOptions } from "../../indexer/mirror/follow.ts";
import type { DemoFixture } from "./demo-fixture.ts";

/** Reads the chain of a fixture into a database up to a block (default: its newest), and the documents that it names. */
export async function indexChain(
  demo: DemoFixture,
  databaseUrl: string,
  options: Partial<FollowOptions> = {},
): Promise<void> {
  const { signal = new AbortController().signal } = options;
  await follow({
    rpcUrl: demo.chain.rpcUrl,
    deployment: demo.deployment,
    until: await demo.provider.getBlockNumber(),
    ...options,
    databaseUrl,
    signal,
  });
  await new DocumentReader(databaseUrl, demo.documents, signal, options.schema).readAll();
}
