import { expect } from "chai";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { createDatabase } from "../support/postgres.ts";
import type { TestDatabase } from "../support/postgres.ts";
import { ServiceDatabase } from "../sdk/log/outbox/support/database.ts";
import { fileReport, filed, writer } from "../sdk/log/outbox/support/service.ts";

describe("npm run log -- outbox", function () {
  this.timeout(120_000);
  let test: TestDatabase;
  let database: ServiceDatabase;
  before(async () => {
    test = await createDatabase();
    database = new ServiceDatabase(test.url);
  });
  after(async () => {
    await database.end();
    await test.drop();
  });

  async function outbox(url: string, ...args: string[]) {
    const env = { ...process.env, OUTBOX_DATABASE_URL: url };
    const child = spawn(process.execPath, ["scripts/built.ts", "log.ts", "outbox", ...args], { env });
    const exit = once(child, "exit") as Promise<[number]>;
    const [out, err, [status]] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
    return { out, err, status };
  }

  it("says in both languages when there is no outbox, or no database", async () => {
    for (const url of ["", "http://nobody", test.url]) {
      const { err, status } = await outbox(url);
      expect(err).to.match(/^LOG_OUTBOX_DATABASE: .*[ก-๙].*\n {2}→ .*\n.*\n {2}→ .*\n$/);
      expect(status).to.equal(1);
    }
    const away = await outbox("postgresql://somebody:secret@127.0.0.1:1/nothing");
    expect(away.err)
      .to.match(/^DB_UNREACHABLE: /)
      .and.include("OUTBOX_DATABASE_URL")
      .and.not.include("secret");
  });

  it("shows what waits, what holds it up and what was refused, and ends with 1 when a person must look", async () => {
    await database.prepare();
    const { service, submitter, agency } = writer;
    await fileReport(database, 1);
    const well = await outbox(test.url);
    expect(well.out).to.equal(`${service}  ${submitter}   waiting 1   being sent 0   refused 0\n`);
    expect(well.status, well.err).to.equal(0);

    const record = {
      ...filed(2),
      v: 1,
      service,
      submitter,
      agency,
      clientSeq: 7,
      ts: "2026-01-01T00:00:00.000Z",
    };
    const problem = { code: "LOG_INTAKE_DATA", title: "Not by the schema.", detail: "", details: {} };
    await database.pool.query(
      "INSERT INTO action_outbox.refused (id, service, submitter, record, problem) VALUES (41, $1, $2, $3, $4)",
      [service, submitter, JSON.stringify(record), JSON.stringify(problem)],
    );
    const told = await outbox(test.url);
    expect(told.out)
      .to.include("refused 1\n")
      .and.match(/^ {2}refused 41 {2}\S+Z {2}.* complaint\.created {2}LOG_INTAKE_DATA: Not by the schema\.$/m)
      .and.not.include(record.subject!);
    expect(told.status).to.equal(1);
    const { refused } = JSON.parse((await outbox(test.url, "--json")).out) as { refused: unknown[] };
    expect(refused[0]).to.deep.include({ id: "41", record, problem });
  });
});
