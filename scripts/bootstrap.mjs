// Runs a script of this project under the Node it needs, after making sure that the locked dependencies are there.
// It has no dependencies of its own, because it must work in a fresh clone under any Node from 20 on:
// Hardhat 3 needs Node ≥ 22.13, and npm skips Hardhat's native package when it installs under an older one.
import { spawnSync, spawn, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const NODE_VERSION = "24.21.0";
/** sha512 of the npm packages that carry the binary, so that what runs is what was reviewed. */
const NODE_INTEGRITY = {
  "linux-x64": "3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==",
  "linux-arm64": "FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==",
};

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const tools = join(root, ".tools");

function fail(message) {
  console.error(`prongsai: ${message}`);
  process.exit(1);
}

/** npm's own entry script: `npm run` names it; outside npm it is found beside the npm command. */
function npmCli() {
  if (process.env.npm_execpath?.endsWith(".js")) return process.env.npm_execpath;
  const prefix = resolve(dirname(process.execPath), "..");
  const found = [
    join(prefix, "lib/node_modules/npm/bin/npm-cli.js"),
    join(prefix, "share/nodejs/npm/bin/npm-cli.js"),
  ].find((file) => existsSync(file));
  return found ?? fail("npm was not found; run this through `npm run …`");
}

/** A Node binary that can run the project: this one when it is new enough, else a pinned one from npm. */
function ensureNode() {
  if (Number(process.versions.node.split(".")[0]) === Number(NODE_VERSION.split(".")[0]))
    return process.execPath;
  const target = join(tools, `node-${NODE_VERSION}`);
  const binary = join(target, "package/bin/node");
  if (existsSync(binary)) return binary;
  const platform = `${process.platform}-${process.arch}`;
  const integrity = NODE_INTEGRITY[platform];
  if (!integrity) {
    fail(
      `no Node ${NODE_VERSION} package is known for ${platform}; install Node ${NODE_VERSION} and try again`,
    );
  }
  console.log(`prongsai: bringing Node ${NODE_VERSION} (this machine has ${process.versions.node}) …`);
  const partial = `${target}.partial-${process.pid}`;
  mkdirSync(partial, { recursive: true });
  const packed = execFileSync(
    process.execPath,
    [npmCli(), "pack", `node-${platform}@${NODE_VERSION}`, "--silent", "--pack-destination", partial],
    { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
  );
  const archive = join(partial, packed.trim().split("\n").at(-1));
  const actual = createHash("sha512").update(readFileSync(archive)).digest("base64");
  if (actual !== integrity) {
    rmSync(partial, { recursive: true });
    fail(`the Node ${NODE_VERSION} package has an unexpected checksum (${actual}); nothing was installed`);
  }
  execFileSync("tar", ["xzf", archive, "-C", partial]);
  rmSync(archive);
  try {
    renameSync(partial, target);
  } catch (error) {
    // Two commands in a fresh clone may race; the first one to arrive wins and both are the same bytes.
    if (!existsSync(binary)) throw error;
    rmSync(partial, { recursive: true });
  }
  return binary;
}

/** Installs the locked dependencies when the lockfile is not the one that was installed last. */
function ensureDependencies(node, env) {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  const stamp = join(root, "node_modules/.prongsai-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  console.log("prongsai: installing the locked dependencies …");
  const result = spawnSync(node, [npmCli(), "ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    env,
    stdio: "inherit",
  });
  if (result.status !== 0) fail("the dependencies could not be installed; see the message above");
  writeFileSync(stamp, lock);
}

const [script, ...args] = process.argv.slice(2);
if (!script) fail("usage: node scripts/bootstrap.mjs SCRIPT [ARGUMENT …]");
const node = ensureNode();
const env = {
  ...process.env,
  PATH: `${dirname(node)}:${join(root, "node_modules/.bin")}:${process.env.PATH}`,
  // What Node compiled once, types stripped, every later process of ours takes from here: a third of its start.
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(tools, "compile-cache"),
  // Type stripping is announced as experimental in some releases; the notice would drown the progress lines.
  NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --disable-warning=ExperimentalWarning`.trim(),
};
ensureDependencies(node, env);

const child = spawn(node, [join(root, script), ...args], {
  cwd: root,
  env,
  // The channel carries nothing; it closes when this process dies in any way, and then the child ends too.
  stdio: ["inherit", "inherit", "inherit", "ipc"],
});
// The terminal sends Ctrl-C to the whole group; this process must outlive its child to pass on its exit code.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
  });
}
/** Parent of a process and the name of its program, where the system tells (Linux). */
function status(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/status`, "utf8");
    return { name: text.match(/^Name:\t(.*)$/m)[1], parent: text.match(/^PPid:\t(.*)$/m)[1] };
  } catch {
    return {};
  }
}

// npm runs a shell that runs this. Whoever kills npm means all of it: a start that nobody can stop any more would keep
// its folder locked.
const shell = process.ppid;
const npm =
  process.env.npm_lifecycle_event && /sh$/.test(status(shell).name) ? status(shell).parent : undefined;
if (npm) setInterval(() => status(shell).parent === npm || child.kill("SIGTERM"), 500).unref();
child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
