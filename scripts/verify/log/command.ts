import { parseArgs } from "node:util";
import { saidOfCommandLine } from "../../platform/errors.ts";
import type { Said } from "../../platform/errors.ts";
import { noLocale, verifyUsage } from "../errors.ts";

const USAGE: Said = {
  th: "npm run verify -- receipt FILE, npm run verify -- bundle FOLDER หรือ npm run verify -- consistency FILE; ต่อท้ายได้ด้วย [--trust FILE] [--lang th|en] [--json]",
  en: "npm run verify -- receipt FILE, npm run verify -- bundle FOLDER, or npm run verify -- consistency FILE; each with [--trust FILE] [--lang th|en] [--json]",
};

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

/** @throws ProngsaiError VERIFY_USAGE */
export function readLogCommand([kind, ...args]: readonly string[]): LogCommand {
  const { values, positionals } = parse(args);
  const [path, ...more] = positionals;
  if (!path || more.length > 0)
    throw verifyUsage({ th: `${kind} ต้องมีที่อยู่ของแฟ้มหนึ่งที่`, en: `${kind} takes one path.` }, USAGE);
  const locale = values.lang ?? "en";
  if (locale !== "th" && locale !== "en") throw verifyUsage(noLocale(locale), USAGE);
  return {
    ...{ kind: kind as LogCommand["kind"], path, locale, json: values.json ?? false },
    ...(values.trust && { trust: values.trust }),
  };
}

function parse(args: string[]) {
  const options = { trust: { type: "string" }, lang: { type: "string" }, json: { type: "boolean" } } as const;
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (cause) {
    throw verifyUsage(saidOfCommandLine(cause), USAGE, cause);
  }
}
