import { isAddress } from "ethers";
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { DeploymentDescription } from "../../../sdk/deployment.ts";
import type { ReadableDocuments } from "../../../sdk/documents/index.ts";
import { documentsOr, openDocuments } from "../../platform/documents.ts";
import { saidOfCommandLine } from "../../platform/errors.ts";
import type { Said } from "../../platform/errors.ts";
import { readInstance } from "../../platform/instance.ts";
import { readSettings } from "../../platform/settings.ts";
import { noLocale, verifyUsage } from "../errors.ts";

const USAGE: Said = {
  th: "npm run verify -- promise ANSWER.json [--report [--key-file FILE]] [--lang th|en] [--json]; ถ้าระบบไม่ได้ทำงานที่นี่ ให้เพิ่ม --rpc URL --directory 0x… และ --documents FOLDER, --ipfs URL หรือ --gateway URL",
  en: "npm run verify -- promise ANSWER.json [--report [--key-file FILE]] [--lang th|en] [--json]; for a ledger that does not run here also --rpc URL --directory 0x… and --documents FOLDER, --ipfs URL or --gateway URL",
};

export interface PromiseCommand {
  /** file with the intake's answer */
  readonly answer: string;
  readonly rpc: string;
  /** address of the Directory: the one thing that must be known beforehand */
  readonly directory: string;
  readonly documents: ReadableDocuments;
  /** address of the documents' gateway, where one was given */
  readonly gateway?: string;
  /** put what is broken on record */
  readonly report: boolean;
  /** whose account reports; absent: one that is made for this and forgotten */
  readonly keyFile?: string;
  readonly locale: "th" | "en";
  readonly json: boolean;
}

const usage = (what: Said, cause?: unknown) => verifyUsage(what, USAGE, cause);

const options = {
  rpc: { type: "string" },
  directory: { type: "string" },
  documents: { type: "string" },
  ipfs: { type: "string" },
  gateway: { type: "string" },
  report: { type: "boolean" },
  "key-file": { type: "string" },
  lang: { type: "string" },
  json: { type: "boolean" },
} as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (cause) {
    throw usage(saidOfCommandLine(cause), cause);
  }
}

type Given = ReturnType<typeof parse>["values"];

/** What a running instance knows is taken where nothing is given. */
async function withInstance(given: Given): Promise<Given> {
  if (given.rpc) return given;
  const instance = readInstance(readSettings().dataDir);
  const { contracts } = JSON.parse(await readFile(instance.deployment, "utf8")) as DeploymentDescription;
  const directory = contracts["Directory"]!.address;
  return { directory, ...given, ...documentsOr(given, instance), rpc: instance.rpcUrl };
}

/** @throws ProngsaiError VERIFY_USAGE, INSTANCE_NOT_RUNNING */
export async function readPromiseCommand(args: readonly string[]): Promise<PromiseCommand> {
  const { values, positionals } = parse(args);
  const [answer, ...more] = positionals;
  if (!answer || more.length > 0) throw usage({ th: "promise ต้องมีแฟ้มหนึ่งแฟ้ม", en: "promise takes one file." });
  const locale = values.lang ?? "en";
  if (locale !== "th" && locale !== "en") throw usage(noLocale(locale));
  const keyFile = values["key-file"];
  if (keyFile && !values.report)
    throw usage({ th: "--key-file ใช้กับ --report", en: "--key-file is for --report." });
  const given = await withInstance(values);
  const { rpc, directory } = given;
  if (!isAddress(directory))
    throw usage({
      th: "ต้องระบุที่อยู่ของสารบบ (Directory): --directory 0x…",
      en: "Say where the ledger's Directory is: --directory 0x…",
    });
  const documents = openDocuments(given, usage);
  if (!documents)
    throw usage({
      th: "ต้องระบุที่เก็บเอกสารที่เผยแพร่: --documents, --ipfs หรือ --gateway",
      en: "Say where published documents are: --documents, --ipfs or --gateway.",
    });
  return {
    ...{ answer, rpc: rpc!, directory, documents, locale },
    ...{ report: values.report ?? false, json: values.json ?? false },
    ...(given.gateway && { gateway: given.gateway }),
    ...(keyFile && { keyFile }),
  };
}
