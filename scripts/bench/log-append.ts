// `npm run bench:log-append [-- records …]`: records a second into a log's tree, in one thread: canonical JSON, leaf
// hash, nodes and tiles, at growing sizes; then inclusion proofs a second from the tiles.
import { cpus, loadavg } from "node:os";
import { canonicalBytes } from "../../sdk/canonical-json.ts";
import type { Json } from "../../sdk/canonical-json.ts";
import { MemoryTiles, TiledTree, readInclusion } from "../../sdk/log/tree/index.ts";
import { leafHash } from "../../sdk/merkle.ts";
import { wholeNumbers } from "../platform/arguments.ts";

const PROOFS = 2_000;

/** A record like those of the services: about 400 bytes of canonical JSON. */
function record(n: number): Json {
  return {
    v: 1,
    service: "th.go.police.station",
    agency: 1007,
    type: "inquiry.answered",
    schema: "bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy",
    submitter: "gateway-1",
    clientSeq: n + 1,
    ts: new Date(1_795_000_000_000 + n * 37).toISOString(),
    subject: null,
    actor: { role: "chatbot" },
    data: { topic: "lost-document", province: "10", answered: n % 7 > 0, seconds: n % 90, model: "v3" },
  };
}

async function measure(count: number): Promise<string[]> {
  const tiles = new MemoryTiles();
  const tree = new TiledTree((tile, bytes) => tiles.put(tile, bytes));
  let bytes = 0;
  const started = performance.now();
  for (let n = 0; n < count; n++) {
    const entry = canonicalBytes(record(n));
    bytes += entry.length;
    tree.append(leafHash(entry));
  }
  const seconds = (performance.now() - started) / 1_000;
  for (const { tile, bytes } of tree.partialTiles()) tiles.put(tile, bytes);
  const from = performance.now();
  for (let n = 0; n < PROOFS; n++) await readInclusion(tiles, Math.floor((n / PROOFS) * count), count);
  const proving = (performance.now() - from) / 1_000;
  return [
    count.toLocaleString("en"),
    `${Math.round(bytes / count)} B`,
    `${seconds.toFixed(2)} s`,
    Math.round(count / seconds).toLocaleString("en"),
    Math.round(PROOFS / proving).toLocaleString("en"),
  ];
}

const sizes = wholeNumbers(process.argv.slice(2));
const processor = `${cpus()[0]?.model ?? "unknown processor"}, load ${loadavg()[0]!.toFixed(2)}`;
console.log(`Node ${process.version}, ${processor}, one thread\n`);
await measure(20_000);
console.log("| records | record | time | appends/s | inclusion proofs/s |\n|---:|---:|---:|---:|---:|");
for (const size of sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000])
  console.log(`| ${(await measure(size)).join(" | ")} |`);
