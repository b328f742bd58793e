import { parseArgs } from "node:util";
import pg from "pg";
import { outboxStates, refusedActions } from "../../sdk/log/outbox/index.ts";
import type { OutboxState, RefusedAction } from "../../sdk/log/outbox/index.ts";
import type { Queryable } from "../../sdk/log/outbox/database.ts";
import { ArgumentError } from "../platform/arguments.ts";
import { describeError, platformError } from "../platform/errors.ts";
import { logCommandError } from "./errors.ts";

/** PostgreSQL says that there is no such schema or table. */
const ABSENT = new Set(["3F000", "42P01"]);

/** @throws ProngsaiError LOG_OUTBOX_DATABASE, DB_UNREACHABLE */
async function connect(url: string | undefined): Promise<pg.Client> {
  const address = url && URL.parse(url);
  if (!address || !/^postgres(ql)?:$/.test(address.protocol)) throw logCommandError("LOG_OUTBOX_DATABASE");
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return client;
  } catch (cause) {
    const { hostname, port, pathname } = address;
    const details = {
      setting: "OUTBOX_DATABASE_URL",
      address: `${hostname}:${port || 5432}${pathname}`,
      reason: (cause as Error).message,
    };
    throw platformError("DB_UNREACHABLE", details, cause);
  }
}

/** Every action that was set aside, page by page. */
async function allRefused(client: Queryable): Promise<RefusedAction[]> {
  const all: RefusedAction[] = [];
  for (;;) {
    const page = await refusedActions(client, all.at(-1)?.id);
    if (page.length === 0) return all;
    all.push(...page);
  }
}

const stateLines = ({ service, submitter, waiting, open, refused }: OutboxState) => {
  const problem = open?.problem;
  return [
    `${service}  ${submitter}   waiting ${waiting}   being sent ${open?.count ?? 0}   refused ${refused}`,
    ...(problem ? [`  held up by ${problem.code}: ${problem.title} ${problem.detail}`.trimEnd()] : []),
  ];
};

/** What the record says stays in the database: a terminal's output is copied and mailed. */
const refusedLine = ({ id, service, submitter, record, problem, refusedAt }: RefusedAction) =>
  `  refused ${id}  ${refusedAt.toISOString()}  ${service}  ${submitter}  ${record.type}  ${problem.code}: ${problem.title} ${problem.detail}`.trimEnd();

/**
 * Shows how the outbox in a service's database (OUTBOX_DATABASE_URL) stands: what waits, what holds it up, and what the log
 * refused for good.
 *
 * @param args what was typed after `outbox`
 * @returns exit code: 0 when nothing needs a person, 1 when something was refused or is held up, or it cannot be read
 * @throws ArgumentError
 */
export async function showOutbox(args: readonly string[]): Promise<number> {
  const options = { json: { type: "boolean" } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  if (positionals.length > 0) throw new ArgumentError("outbox ไม่รับชื่อแฟ้ม", "outbox takes no file");
  let client: pg.Client | undefined;
  try {
    client = await connect(process.env.OUTBOX_DATABASE_URL);
    const states = await outboxStates(client);
    const refused = await allRefused(client);
    if (values.json) {
      const plain = refused.map((one) => ({ ...one, id: String(one.id) }));
      console.log(JSON.stringify({ writers: states, refused: plain }, undefined, 2));
    } else for (const line of [...states.flatMap(stateLines), ...refused.map(refusedLine)]) console.log(line);
    return refused.length > 0 || states.some(({ open }) => open?.problem) ? 1 : 0;
  } catch (error) {
    const isAbsent = ABSENT.has((error as { code?: string }).code ?? "");
    console.error(describeError(isAbsent ? logCommandError("LOG_OUTBOX_DATABASE", {}, error) : error));
    return 1;
  } finally {
    await client?.end();
  }
}
