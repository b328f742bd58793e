import { expect } from "chai";
import { Wallet } from "ethers";
import { SubmissionError, submitOnce, withRetry } from "../../../../sdk/log/client/index.ts";
import type { Gateway } from "../../../../sdk/log/client/index.ts";
import { sampleRecord } from "../record/sample.ts";
import { TestGateway } from "../support/test-gateway.ts";

const SERVICE = "th.go.police.station";
const ed25519 = () =>
  crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"]) as Promise<CryptoKeyPair>;

describe("handing actions in", () => {
  let log: TestGateway;
  let gateway: Gateway;
  beforeEach(async () => {
    log = await new TestGateway(SERVICE).start();
    gateway = { url: log.url, signer: await log.admit(await ed25519()), trust: log.trust };
  });
  afterEach(() => log.stop());

  const records = (first: number, count: number) =>
    Array.from(
      { length: count },
      (_, n) => sampleRecord({ service: SERVICE, clientSeq: first + n }) as never,
    );
  const submission = (first = 1, count = 1, idempotencyKey = `key-${first}`) => ({
    ...{ service: SERVICE, records: records(first, count), idempotencyKey },
  });
  const failure = async (run: Promise<unknown>): Promise<SubmissionError> => {
    const error = await run.then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(error).to.be.instanceOf(SubmissionError);
    return error as SubmissionError;
  };

  it("gives the signed promise of one action and of many", async () => {
    expect((await submitOnce(gateway, submission())).statement).to.include({ firstIndex: 0, count: 1 });
    expect((await submitOnce(gateway, submission(2, 300))).statement).to.include({
      firstIndex: 1,
      count: 300,
    });
    expect(log.entries.map(({ clientSeq }) => clientSeq)).to.deep.equal(
      Array.from({ length: 301 }, (_, n) => n + 1),
    );
  });

  it("logs once what is sent again, with a new signature each time", async () => {
    const promise = await submitOnce(gateway, submission());
    expect(await submitOnce(gateway, submission())).to.deep.equal(promise);
    expect(log.entries).to.have.lengthOf(1);
    const error = await failure(submitOnce(gateway, submission(2, 1, "key-1")));
    expect(error.problem?.code).to.equal("LOG_INTAKE_KEY_REUSED");
    expect(error.retryable).to.equal(false);
  });

  it("tries again while the gateway is busy or away, and then logs once", async () => {
    log.faults.push("busy", "drop", "logged-then-dropped", "busy");
    const promise = await withRetry(() => submitOnce(gateway, submission()));
    expect(promise.statement).to.include({ firstIndex: 0, count: 1 });
    expect(log.entries).to.have.lengthOf(1);
    expect(new Set(log.requests.map(({ key, body }) => `${key} ${body}`))).to.have.lengthOf(1);
  });

  it("gives up after as many attempts as were asked for", async () => {
    log.faults.push("busy", "busy", "busy");
    const error = await failure(withRetry(() => submitOnce(gateway, submission()), { attempts: 2 }));
    expect(error.code).to.equal("LOG_SUBMISSION_REFUSED");
    expect(error.problem?.code).to.equal("RATE_LIMITED");
    expect(log.faults).to.have.lengthOf(1);
  });

  it("says which number the log waits for", async () => {
    const error = await failure(withRetry(() => submitOnce(gateway, submission(5))));
    expect(error.problem).to.deep.include({ code: "LOG_INTAKE_SEQUENCE_GAP" });
    expect(error.problem?.details).to.include({ expected: 1, found: 5 });
  });

  it("says that nobody answers, and that trying again may help", async () => {
    await log.stop();
    const error = await failure(submitOnce(gateway, submission()));
    expect(error.code).to.equal("LOG_SUBMISSION_UNREACHABLE");
    expect(error.retryable).to.equal(true);
    expect(error.details).to.deep.include({ reason: "ECONNREFUSED" });
    await log.start();
  });

  it("does not wait for ever", async () => {
    log.faults.push("logged-then-silent");
    const error = await failure(submitOnce({ ...gateway, timeout: 200 }, submission()));
    expect(error.details).to.deep.include({ reason: "timeout" });
  });

  it("takes no promise of a stranger, for other leaves, or none at all", async () => {
    const stranger = { ...log.trust, gateways: [Wallet.createRandom().address] };
    const error = await failure(submitOnce({ ...gateway, trust: stranger }, submission()));
    expect(error.code).to.equal("LOG_SUBMISSION_ANSWER");
    expect(error.details).to.include({ reason: "the signature" });
    log.faults.push("no-promise", "other-leaves");
    for (const reason of ["the form of a signed promise", "the leaves' root"])
      expect((await failure(submitOnce(gateway, submission()))).details).to.include({ reason });
  });

  it("is refused under a key that nobody knows", async () => {
    const { privateKey } = await ed25519();
    const signer = { key: privateKey, keyId: `0x${"11".repeat(32)}` };
    const error = await failure(submitOnce({ ...gateway, signer }, submission()));
    expect(error.problem?.code).to.equal("LOG_SIGNATURE_KEY_UNKNOWN");
    expect(error.retryable).to.equal(false);
  });
});
