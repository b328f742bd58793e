import { expect } from "chai";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nowhere } from "../support/deployment.ts";
import { readApiSettings } from "../../api/settings.ts";

describe("settings of the API", () => {
  const folder = mkdtempSync(join(tmpdir(), "prongsai-settings-"));
  after(() => rmSync(folder, { recursive: true }));

  const read = (env: NodeJS.ProcessEnv) => {
    const deployment = join(folder, "deployment.json");
    writeFileSync(deployment, JSON.stringify(nowhere));
    const needed = { DATABASE_URL: "postgresql://localhost/x", RPC_URL: "http://localhost" };
    return readApiSettings({ ...needed, DEPLOYMENT: deployment, DATA_DIR: folder, ...env });
  };

  for (const name of [
    "REQUESTS_PER_MINUTE",
    "DATABASE_CONNECTIONS",
    "LOG_REQUESTS_AT_ONCE",
    "MAX_CONNECTIONS",
  ])
    for (const value of ["0", "-1", "1.5", "many"])
      it(`refuse ${name}=${value}, which would let nobody in`, () => {
        expect(() => read({ [name]: value }))
          .to.throw(name)
          .with.property("code", "API_SETTING");
      });

  it("take one as the least", () => {
    expect(read({ REQUESTS_PER_MINUTE: "1", DATABASE_CONNECTIONS: "1" })).to.include({
      ...{ requestsPerMinute: 1, connections: 1 },
    });
    expect(read({})).to.include({ connections: 10 }).and.not.to.have.property("requestsPerMinute");
  });
});
