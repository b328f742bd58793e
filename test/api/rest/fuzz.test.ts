import { expect } from "chai";
import { readFileSync } from "node:fs";
import { judge } from "../../../scripts/fuzz-api/judge.ts";
import { fuzzApi } from "../../../scripts/fuzz-api/run.ts";
import { runningApi } from "../support/running.ts";

const INPUTS = Number(process.env.FUZZ_INPUTS ?? 2_000);

describe("hostile inputs", function () {
  this.timeout(300_000);

  it(`are answered without a server error or a word about internals (${INPUTS}, seeded)`, async () => {
    const { url, log } = await runningApi();
    const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
    const { statuses, findings, inputs } = await fuzzApi({ url, seed, inputs: INPUTS });
    const told = findings.map(
      ({ problem, input, answer }) =>
        `${problem}: ${JSON.stringify(input).slice(0, 400)}\n  ${answer?.text.slice(0, 200)}`,
    );
    expect(findings, `FUZZ_SEED=${seed}\n${told.join("\n")}`).to.deep.equal([]);
    expect(inputs).to.equal(INPUTS);
    expect(statuses.get(200), "some get through").to.be.greaterThan(INPUTS / 10);
    expect(statuses.get(400), "some are refused").to.be.greaterThan(INPUTS / 10);
    expect(readFileSync(log, "utf8"), `FUZZ_SEED=${seed}`).not.to.match(/a (request|query) failed|broke off/);
  });

  it("are judged strictly", () => {
    const input = { method: "GET", path: "/v1/lines", headers: {} };
    const answer = (status: number, text: string, type = "application/json") => ({ status, type, text });
    for (const wrong of [
      answer(500, "{}"),
      answer(503, '{"code":"TOO_SLOW"}'),
      answer(400, '{"title":"no code"}'),
      answer(400, "not json"),
      answer(200, '{"x":"Error\\n    at x"}\n    at run (/srv/a.js:1:2)'),
      answer(400, '{"code":"X","detail":"relation \\"project\\" does not exist"}'),
      answer(200, '{"errors":[{"extensions":{"code":"INTERNAL"}}]}'),
    ]) {
      expect(judge(input, wrong), wrong.text).to.be.a("string");
    }
    expect(judge(input, answer(200, "{}"))).to.equal(null);
    const notOffered = '{"type":"…","status":503,"code":"LOG_INTAKE_NO_KEY"}';
    expect(judge(input, answer(503, notOffered))).to.equal(null);
    expect(judge(input, answer(404, '{"code":"NOT_FOUND"}'))).to.equal(null);
  });
});
