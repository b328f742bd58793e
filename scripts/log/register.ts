import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { JsonRpcProvider, VoidSigner, ZeroAddress, isAddress, isCallException } from "ethers";
import type { Signer } from "ethers";
import { readAccountKey } from "../../api/keys/account-key.ts";
import type { DeploymentDescription } from "../../sdk/deployment.ts";
import { decodeContractError } from "../../sdk/error-catalogue.ts";
import { ProngsaiError } from "../../sdk/errors.ts";
import { DEMO_CHAIN_ID } from "../chain/genesis.ts";
import { registrar } from "../demo/cast.ts";
import { ArgumentError } from "../platform/arguments.ts";
import { describeError, platformError } from "../platform/errors.ts";
import { readInstance } from "../platform/instance.ts";
import { readSettings } from "../platform/settings.ts";
import { logCommandError } from "./errors.ts";
import { registeringSteps } from "./registering.ts";
import type { Role, Step } from "./registering.ts";
import { readRegistration } from "./registration.ts";

/** For how long what is registered holds, in seconds. A minute back, for clocks that go after the chain's. */
const [BEFORE, FOR] = [60, 2 * 365 * 86_400];

/** The account of the gateway that serves a service already. @throws ProngsaiError LOG_REGISTER_GATEWAY */
async function gatewayOf(service: string, apiUrl: string | undefined): Promise<string> {
  try {
    const response = await fetch(new URL(`/v1/services/${encodeURIComponent(service)}`, apiUrl));
    const { data } = (await response.json()) as { data: { gateways: { account: string }[] } };
    return data.gateways[0]!.account;
  } catch (cause) {
    throw logCommandError("LOG_REGISTER_GATEWAY", { service }, cause);
  }
}

/** What a contract or the node said, in words. */
function refused(error: unknown, rpcUrl: string): unknown {
  if (isCallException(error) && error.data) {
    const { code, th, en } = decodeContractError(error.data);
    return new ProngsaiError(code, { th, en }, {}, error);
  }
  if (error instanceof ProngsaiError || isCallException(error)) return error;
  const { message } = error as Error;
  return platformError("RPC_UNREACHABLE", { host: new URL(rpcUrl).host, reason: message }, error);
}

const line = (state: string, { method, of }: Step, more: string) =>
  console.log(`${state.padEnd(6)} ${method.padEnd(29)} ${of}   ${more}`);

/**
 * Puts a service on the ledger as a file describes it: agency, officer and admission with the registrar's key, keys,
 * gateway and types with the officer's. What is there stays, so that the two may run it one after the other, or again.
 *
 * @param args what was typed after `register`
 * @returns exit code: 0 when all that these keys may do is done, 1 when something is refused
 * @throws ArgumentError
 */
export async function registerService(args: readonly string[]): Promise<number> {
  const text = { type: "string" } as const;
  const options = { registrar: text, officer: text, rpc: text, deployment: text };
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [path, ...more] = positionals;
  if (!path || more.length > 0)
    throw new ArgumentError("register ต้องมีชื่อแฟ้มหนึ่งแฟ้ม", "register takes one file");
  if ((values.rpc === undefined) !== (values.deployment === undefined))
    throw new ArgumentError("--rpc และ --deployment ต้องใช้ด้วยกัน", "--rpc and --deployment belong together");
  let provider: JsonRpcProvider | undefined;
  try {
    const wanted = await readRegistration(path);
    const instance = values.rpc ? undefined : readInstance(readSettings().dataDir);
    const rpcUrl = values.rpc ?? instance!.rpcUrl;
    const deployment = JSON.parse(
      await readFile(values.deployment ?? instance!.deployment, "utf8"),
    ) as DeploymentDescription;
    const { chainId } = deployment;
    // Without this ethers keeps the last answer for a moment, and a second transaction would get the number of the first.
    provider = new JsonRpcProvider(rpcUrl, chainId, { staticNetwork: true, cacheTimeout: -1 });
    const signerOf = (name: Role) =>
      values[name] ? readAccountKey(`--${name}`, values[name], chainId).connect(provider!) : undefined;
    const signers: Readonly<Record<Role, Signer | undefined>> = {
      // Everybody knows the demonstration's registrar, whose right counts on its chain only.
      registrar:
        signerOf("registrar") ?? (chainId === DEMO_CHAIN_ID ? registrar.connect(provider) : undefined),
      officer: signerOf("officer"),
    };
    const officer = wanted.officer ?? (await signers.officer?.getAddress());
    if (officer === undefined) throw logCommandError("LOG_REGISTER_FILE", { path, member: "officer" });
    const gateway = isAddress(wanted.gateway)
      ? wanted.gateway
      : await gatewayOf(wanted.gateway, instance?.apiUrl);
    const now = Math.floor(Date.now() / 1_000);
    const window = { validFrom: now - BEFORE, validUntil: now + FOR };
    const reader = new VoidSigner(ZeroAddress, provider);
    for (const step of registeringSteps({ ...wanted, officer }, gateway, window, deployment, reader)) {
      const signer = signers[step.role];
      try {
        if (await step.isThere()) line("there", step, "");
        else if (!signer) line("left", step, `(for the ${step.role}: --${step.role} FILE)`);
        else {
          const sent = await step.send(signer);
          await sent.wait();
          line("done", step, sent.hash);
        }
      } catch (error) {
        throw refused(error, rpcUrl);
      }
    }
    return 0;
  } catch (error) {
    console.error(describeError(error));
    return 1;
  } finally {
    provider?.destroy();
  }
}
