// `npm run build`: makes everything that is generated, unless it is up to date.
import { pathToFileURL } from "node:url";
import { buildContracts } from "./build/contracts.ts";
import { buildDecoders } from "./build/decoders.ts";
import { buildRooms } from "./build/rooms.ts";
import { buildWeb } from "./build/web.ts";

interface Part {
  name: string;
  /** Builds when needed and says whether it did. */
  build(): Promise<boolean>;
}

/** In order: each part may use what the ones before it made. */
const parts: Part[] = [
  { name: "registers", build: async () => buildRooms() },
  { name: "contracts", build: buildContracts },
  { name: "decoders", build: buildDecoders },
  { name: "web", build: buildWeb },
];

/** Builds what is missing or stale and returns the names of what was built. */
export async function build(progress: (name: string) => void = () => undefined): Promise<string[]> {
  const built: string[] = [];
  for (const part of parts) {
    progress(part.name);
    if (await part.build()) built.push(part.name);
  }
  return built;
}

if (import.meta.url === pathToFileURL(process.argv[1]!).href) {
  const built = await build((name) => console.log(`${name} …`));
  console.log(built.length > 0 ? `built: ${built.join(", ")}` : "everything is up to date");
}
