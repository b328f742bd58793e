import { expect } from "chai";
import { readApiSettings } from "../../../api/settings.ts";
import { ProngsaiError } from "../../../sdk/errors.ts";
import { startApi, type ApiFixture } from "../../support/api.ts";
import { runningApi } from "../support/running.ts";

const CODE = "TH-2568-91001-000001-58";

interface Packed {
  releases: { ocid: string; id: string }[];
  records: { ocid: string; compiledRelease: { ocid: string } }[];
}

describe("the operator's prefix of open contracting ids", function () {
  this.timeout(60_000);
  let api: ApiFixture;
  before(
    async () =>
      void (api = await startApi({
        mirror: (await runningApi()).mirror,
        env: { OCID_PREFIX: "ocds-7gh2kq" },
      })),
  );
  after(() => api.service.stop());

  const json = async (path: string) => {
    const response = await fetch(api.url + path);
    expect(response.status, path).to.equal(200);
    return (await response.json()) as Packed;
  };

  it("leads every ocid that is ours, in releases, records, and addresses", async () => {
    const ocid = `ocds-7gh2kq-${CODE}`;
    for (const name of [CODE, ocid]) {
      const { releases } = await json(`/ocds/releases/${name}`);
      expect(releases[0]!.ocid).to.equal(ocid);
      expect(releases[0]!.id.startsWith(ocid)).to.equal(true);
    }
    const { records } = await json(`/ocds/records/${ocid}`);
    expect([records[0]!.ocid, records[0]!.compiledRelease.ocid]).to.deep.equal([ocid, ocid]);
    const reported = await json("/ocds/releases?of=reported&limit=5");
    for (const one of reported.releases) expect(one.ocid).to.match(/^ocds-7gh2kq-egp-\d+$/);
    const again = await json(`/ocds/releases/${reported.releases[0]!.ocid}`);
    expect(again.releases[0]!.ocid).to.equal(reported.releases[0]!.ocid);
  });

  it("must have the form of a registered one", async () => {
    const { mirror } = await runningApi();
    const env = {
      DATABASE_URL: "postgresql://localhost/x",
      RPC_URL: "http://localhost",
      DEPLOYMENT: mirror.demo.deploymentFile,
      DATA_DIR: mirror.demo.directory,
    };
    expect(readApiSettings({ ...env, OCID_PREFIX: "ocds-7gh2kq" }).ocidPrefix).to.equal("ocds-7gh2kq");
    expect(readApiSettings(env).ocidPrefix).to.equal(undefined);
    expect(readApiSettings({ ...env, OCID_PREFIX: "" }).ocidPrefix).to.equal(undefined);
    for (const wrong of [
      "ocds",
      "ocds-",
      "ocds-7gh2k",
      "ocds-7gh2kqx",
      "OCDS-7gh2kq",
      "ocds-7GH2KQ",
      "abc-7gh2kq",
    ])
      expect(() => readApiSettings({ ...env, OCID_PREFIX: wrong }), wrong)
        .to.throw(ProngsaiError)
        .with.property("code", "API_OCID_PREFIX");
  });
});
