import { expect } from "chai";
import { id } from "ethers";
import { ledgerContract } from "../../../sdk/contracts.ts";
import type { ApiFixture } from "../../support/api.ts";
import { runningApi } from "../support/running.ts";

type Answer = { id: unknown; result?: unknown; error?: { code: number; message: string } };

describe("the chain's reading methods at /rpc", function () {
  this.timeout(120_000);
  let api: ApiFixture;
  before(async () => (api = await runningApi()));

  async function post<Result = Answer>(message: unknown): Promise<Result> {
    const response = await fetch(`${api.url}/rpc`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(message),
    });
    return (await response.json()) as Result;
  }
  const call = (...params: unknown[]) => ({ jsonrpc: "2.0", id: 7, method: "eth_call", params });
  const lines = () => ledgerContract("BudgetLines", api.mirror.demo.deployment, api.mirror.demo.provider);
  const getter = async () => ({
    to: await lines().getAddress(),
    data: lines().interface.encodeFunctionData("lineCount"),
  });

  it("answer getters of the ledger's contracts, alone and in a batch", async () => {
    const expected = await api.mirror.demo.provider.call(await getter());
    expect(await post(call(await getter(), "latest"))).to.deep.equal({
      jsonrpc: "2.0",
      id: 7,
      result: expected,
    });
    const batch = await post<Answer[]>([call(await getter()), { ...call(), method: "eth_chainId" }]);
    expect(batch.map(({ result }) => result)).to.deep.equal([expected, "0x7a69"]);
  });

  it("run no program that a call brings along, and give no more gas than a getter needs", async () => {
    const { to, data } = await getter();
    // A program that ends at once; one that does not would take the chain down.
    const program = "0x6000";
    for (const [what, params] of [
      ["a program of its own", [{ data: program }, "latest"]],
      ["an address that is none of the ledger's", [{ to: `0x${"11".repeat(20)}`, data }, "latest"]],
      ["another state", [{ to, data }, "latest", { [to]: { code: program } }]],
      ["no call", ["latest"]],
      ["a value, which would not be passed on", [{ to, data, value: "0x1" }, "latest"]],
      ["no address from which it comes", [{ to, data, from: "0x12" }, "latest"]],
      ["no quantity of gas", [{ to, data, gas: 5 }, "latest"]],
      ["two inputs", [{ to, data, input: "0x" }, "latest"]],
    ] as const) {
      for (const message of [call(...params), [call({ to, data }), call(...params)]]) {
        const { error, id } = await post(message);
        expect({ code: error?.code, id }, what).to.deep.equal({ code: -32602, id: 7 });
      }
    }
    const greedy = await post(call({ to, data, gas: "0xffffffffffff" }, "latest"));
    expect(greedy.result).to.equal(await api.mirror.demo.provider.call({ to, data }));
    const short = await post(call({ to, data, gas: "0x5208" }, "latest"));
    expect(short).to.have.property("error");
    const { error } = await post(call({ to, data, value: "0x1" }, "latest"));
    expect(error!.message).to.include("no member value");
  });

  it("ask in the name of the account that a call names", async () => {
    const { deployment } = api.mirror.demo;
    const log = ledgerContract("ActionLog", deployment, api.mirror.demo.provider);
    const from = `0x${"5a".repeat(20)}`;
    const data = log.interface.encodeFunctionData("heartbeat", [[id("th.go.police.chatbot")]]);
    const { error } = await post(call({ to: await log.getAddress(), data, from }, "latest"));
    expect(JSON.stringify(error)).to.include("5a".repeat(20));
  });
});
