import { chownSync, statSync } from "node:fs";
import { execFileSync, spawnSync } from "node:child_process";
import { platformError } from "./errors.ts";

/** How a PostgreSQL program is run: a command prefix, and the identity it gets. */
export interface RunAs {
  prefix: string[];
  uid?: number;
  gid?: number;
}

const NAME = "postgres";

/**
 * PostgreSQL refuses to run as root. For root this finds (or creates) the system user `postgres`, hands it
 * `directory`, and makes sure that it can reach every path of `reach`: a checkout below a private folder (/root, a
 * fresh temporary directory) is closed to other users, and then the right to search and read folders is passed on as
 * an ambient capability instead of opening somebody's home.
 */
export function runAs(directory: string, reach: string[]): RunAs {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const { uid, gid } = ids() ?? createUser();
  if (statSync(directory).uid !== uid) chownSync(directory, uid, gid);
  const paths = [directory, ...reach];
  if (canReach([], paths, { uid, gid })) return { prefix: [], uid, gid };
  for (const capability of ["dac_read_search", "dac_override"]) {
    const prefix = ["setpriv", `--reuid=${uid}`, `--regid=${gid}`, "--clear-groups"];
    // Without this bit access(2), with which initdb looks for its server, ignores capabilities.
    prefix.push("--securebits=+no_setuid_fixup");
    prefix.push(`--inh-caps=+${capability}`, `--ambient-caps=+${capability}`, "--");
    if (canReach(prefix, paths, {})) return { prefix };
  }
  throw platformError("PG_UNREACHABLE", { user: NAME, paths: paths.join(", ") });
}

function ids(): { uid: number; gid: number } | undefined {
  const id = (flag: string) => spawnSync("id", [flag, NAME], { encoding: "utf8" });
  const [uid, gid] = [id("-u"), id("-g")];
  return uid.status === 0 && gid.status === 0
    ? { uid: Number(uid.stdout), gid: Number(gid.stdout) }
    : undefined;
}

function createUser(): { uid: number; gid: number } {
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", NAME], { stdio: "pipe" });
  } catch (cause) {
    throw platformError("PG_NO_USER", { user: NAME }, cause);
  }
  const created = ids();
  if (!created) throw new Error(`the user ${NAME} was created but cannot be found`);
  return created;
}

function canReach(prefix: string[], paths: string[], identity: { uid?: number; gid?: number }): boolean {
  const test = [
    "sh",
    "-c",
    'for path; do test -r "$path" && test -x "$path" || exit 1; done',
    "sh",
    ...paths,
  ];
  const [command, ...args] = [...prefix, ...test] as [string, ...string[]];
  return spawnSync(command, args, { ...identity, cwd: "/", stdio: "ignore" }).status === 0;
}
