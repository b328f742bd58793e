import { expect } from "chai";
import { handIn } from "../../scripts/demo/hand-in.ts";
import { startHttpServer } from "../sdk/support/http-server.ts";

describe("the demonstration's transactions", () => {
  /** What a gateway answers to one after the other, and what it was handed. */
  async function against(answers: [status: number, body: object, wait?: string][]) {
    const bodies: string[] = [];
    const server = await startHttpServer((body, response) => {
      bodies.push(body);
      const [status, answer, wait] = answers.shift()!;
      response.writeHead(status, wait === undefined ? {} : { "retry-after": wait });
      response.end(JSON.stringify(answer));
    });
    try {
      const outcome = await handIn(server.url, "0x12").catch((error: Error) => error);
      return { outcome, bodies };
    } finally {
      await server.stop();
    }
  }

  it("wait as long as the gateway asks when others have used up its limit, and go on", async () => {
    const busy = { code: "RATE_LIMITED", title: "There are too many requests." };
    const began = performance.now();
    const { outcome, bodies } = await against([
      [429, busy, "1"],
      [429, busy, "0"],
      [201, { data: { txHash: "0xab" } }],
    ]);
    expect(outcome).to.equal("0xab");
    expect(bodies).to.deep.equal(Array(3).fill('{"signed":"0x12"}'));
    expect(performance.now() - began).to.be.greaterThan(990);
  });

  it("end the demonstration when the ledger refuses one", async () => {
    const { outcome, bodies } = await against([[422, { code: "GATEWAY_NONCE", title: "Not the next." }]]);
    expect(outcome).to.be.instanceOf(Error).and.have.property("message").that.includes("GATEWAY_NONCE");
    expect(bodies).to.have.length(1);
  });
});
