/**
 * The demonstration's services at work, in a process of their own: hands in the days that have passed, then each action
 * when it happens, for as long as it runs. Settings by environment: API_URL, RPC_URL, DEPLOYMENT. Tells its owner
 * `{type: "progress", logged}`, `{type: "ready", logged, held}` when the past is handed in (`held` names the services whose
 * past is not), `{type: "fatal", code, message, mend, texts}` when it cannot go on; ends at SIGTERM, and when its owner does. A
 * restart goes on where the logs are: nothing is kept here.
 */
import { Contract, id, Interface, JsonRpcProvider } from "ethers";
import { abis } from "../../../sdk/generated/abi/index.ts";
import { services } from "../../../sdk/log/catalogue/index.ts";
import { dayOf } from "../../../sdk/log/catalogue/play/calendar.ts";
import { pause } from "../../../sdk/log/client/index.ts";
import { fatalMessage } from "../../../sdk/process-end.ts";
import { readDeployment } from "../../../sdk/read-deployment.ts";
import { DEMO_CHAIN_ID } from "../../chain/genesis.ts";
import { platformError } from "../../platform/errors.ts";
import { SUBMITTER, gateway, submissionSigner } from "./cast.ts";
import { PlayedService } from "./played.ts";

/** Longest sleep between two looks at the clock, ms: the machine's may be set, or sleep itself. */
const LOOK_AGAIN = 30_000;

const tell = (message: object) => process.connected && process.send!(message);
const ending = new AbortController();
for (const event of ["SIGTERM", "SIGINT", "disconnect"] as const) process.once(event, () => ending.abort());
const say = (text: string) => console.error(`${new Date().toISOString()} ${text}`);

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

/**
 * Hands in what has happened by now.
 *
 * @param resume whether the log must be asked first how far it is
 * @returns whether the log took it
 */
async function handIn(played: PlayedService, name: string, resume: boolean): Promise<boolean> {
  try {
    if (resume) await played.resume();
    await played.handIn(Date.now());
    return true;
  } catch (error) {
    // The gateway may be away for long, or the log closed; the days are not lost by that, they follow from their seed.
    say(`${name}: ${(error as Error).message}`);
    return false;
  }
}

async function live(played: PlayedService, name: string, begun: boolean): Promise<void> {
  for (let well = begun; !ending.signal.aborted;) {
    const wait = well ? Math.min(Math.max(0, played.nextAt - Date.now()), LOOK_AGAIN) : LOOK_AGAIN;
    await pause(wait, ending.signal);
    if (ending.signal.aborted) return;
    well = await handIn(played, name, !well);
  }
}

async function main(): Promise<void> {
  const deployment = readDeployment(given("DEPLOYMENT"));
  const { chainId } = deployment;
  if (chainId !== DEMO_CHAIN_ID)
    throw new Error(`the demonstration's keys are public and refused on chain ${chainId}`);
  const apiUrl = given("API_URL");
  const provider = new JsonRpcProvider(given("RPC_URL"), chainId, { staticNetwork: true, cacheTimeout: -1 });
  const verifyingContract = deployment.contracts.ActionLog!.address;
  const log = new Contract(verifyingContract, new Interface(abis.ActionLog), provider);
  const trust = { domain: { chainId, verifyingContract }, gateways: [gateway.address] };

  const begun = await Promise.all(
    services.map(async (service) => {
      const { registeredAt } = (await log.getFunction("service")(id(service.name))) as {
        registeredAt: bigint;
      };
      const signer = await submissionSigner(service.name, SUBMITTER);
      return new PlayedService(service, dayOf(Number(registeredAt) * 1_000), { url: apiUrl, signer, trust });
    }),
  );
  const logged = () => begun.reduce((sum, played) => sum + played.logged, 0);
  const reporting = setInterval(() => tell({ type: "progress", logged: logged() }), 500);
  const well = await Promise.all(begun.map((played, n) => handIn(played, services[n]!.name, true)));
  clearInterval(reporting);
  const held = services.filter((_, n) => !well[n]).map(({ name }) => name);
  tell({ type: "ready", logged: logged(), held });
  provider.destroy();
  await Promise.all(begun.map((played, n) => live(played, services[n]!.name, well[n]!)));
}

try {
  await main();
} catch (error) {
  const { message } = error as Error;
  say(message);
  tell(fatalMessage(platformError("DEMO_SERVICES_FAILED", { reason: message }, error)));
  process.exitCode = 1;
} finally {
  if (process.connected) process.disconnect();
}
