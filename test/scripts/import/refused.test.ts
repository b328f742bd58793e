import { expect } from "chai";
import { resolve } from "node:path";
import { anchorPlan, importSigner, planImport } from "../../../scripts/import/index.ts";
import { ledgerContract } from "../../../sdk/contracts.ts";
import { ProngsaiError } from "../../../sdk/errors.ts";
import { startLedger } from "../../support/demo-fixture.ts";
import { rejection } from "../../support/rejection.ts";

const DATA = resolve(import.meta.dirname, "../../../data/egp");

describe("an import that the ledger refuses", function () {
  this.timeout(60_000);

  it("says why in Thai and English, and leaves nothing", async () => {
    const { chain, provider, deployment, documents, stop } = await startLedger();
    try {
      const paths = { path: `${DATA}/egp-contract-2568-250.csv`, source: `${DATA}/SOURCE.json` };
      const plan = await planImport({ format: "egp", ...paths, documents });
      await chain.setClock(plan.source.retrievedAt + 60);
      // Nobody is enrolled yet, so this key belongs to no officer.
      const error = await rejection(anchorPlan(plan, deployment, await importSigner(provider, {})));
      expect(error).to.be.instanceOf(ProngsaiError).with.property("code", "IMPORT_REFUSED");
      const { th, en } = (error as ProngsaiError).texts;
      expect(en.what).to.match(/AgencyRegistryOfficer\w+.*officer/s);
      expect(th.what).to.match(/AgencyRegistryOfficer\w+.*เจ้าหน้าที่/s);
      expect(await ledgerContract("ImportAnchor", deployment, provider).batchCount()).to.equal(0n);
    } finally {
      await stop();
    }
  });
});
