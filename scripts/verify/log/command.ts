import { parseArgs } from "node:util";
import { PlatformError } from "../../platform/errors.ts";

const USAGE =
  "npm run verify -- receipt FILE, npm run verify -- bundle FOLDER, or npm run verify -- consistency FILE; each with [--trust FILE] [--lang th|en] [--json]";

const KINDS = ["receipt", "bundle", "consistency"] as const;

export interface LogCommand {
  readonly kind: (typeof KINDS)[number];
  readonly path: string;
  /** file that says which keys and heads are believed */
  readonly trust?: string;
  readonly locale: "th" | "en";
  readonly json: boolean;
}

/** Whether the command line is one about logs, which need neither mirror nor node. */
export const isLogCommand = ([kind]: readonly string[]): boolean =>
  KINDS.includes(kind as LogCommand["kind"]);

/** @throws PlatformError VERIFY_USAGE */
export function readLogCommand([kind, ...args]: readonly string[]): LogCommand {
  const options = { trust: { type: "string" }, lang: { type: "string" }, json: { type: "boolean" } } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [path, ...more] = positionals;
    if (!path || more.length > 0) throw new Error(`${kind} takes one path`);
    const locale = values.lang ?? "en";
    if (locale !== "th" && locale !== "en") throw new Error(`--lang ${locale} is neither th nor en`);
    return {
      ...{ kind: kind as LogCommand["kind"], path, locale, json: values.json ?? false },
      ...(values.trust && { trust: values.trust }),
    };
  } catch (cause) {
    throw new PlatformError("VERIFY_USAGE", (cause as Error).message, USAGE, cause);
  }
}
