import { id } from "ethers";
import { networkHelpers } from "../../../support/ledger.ts";
import { serviceInput, type ServiceInput } from "../../../support/log/office.ts";
import { refusal, type Refusal } from "../../../support/log/refusals.ts";
import { AGENCY, Duty, OTHER_AGENCY } from "../../../support/people.ts";
import { later, NOBODY } from "./scene.ts";

const NEW = "th.go.first.new";
const register = (error: string, why: string, change: Partial<ServiceInput>, ...values: unknown[]) =>
  refusal(error, why, async ({ office }) => [
    () => office.register({ name: NEW, ...change }),
    ...(values as never[]),
  ]);

export const serviceRefusals: Refusal[] = [
  ...["police", "th.", "Th.go", "th..go", "th.-go", `th.${"a".repeat(118)}`].map((name) =>
    register("ServiceRegistryNameMalformed", `the name ${name.slice(0, 12)}`, { name }, name),
  ),
  refusal("ServiceRegistryServiceExists", "a name that stands for a service", async ({ office, service }) => [
    () => office.register({ agency: OTHER_AGENCY }),
    service,
  ]),
  refusal("ServiceRegistryServiceExists", "the name of a retired service", async ({ office, service }) => {
    await office.as("keeper").retireService(service);
    return [() => office.register(), service];
  }),
  register("AgencyRegistryAgencyUnknown", "a service of nobody", { agency: 54_321 }, 54_321),
  refusal("AgencyRegistryAgencyInactive", "a service of a suspended agency", async ({ office, registry }) => {
    await registry.suspendAgency(OTHER_AGENCY);
    return [() => office.register({ name: NEW, agency: OTHER_AGENCY }), OTHER_AGENCY];
  }),
  register("ServiceRegistryTitleMissing", "no Thai title", { titleTh: "" }),
  register("ServiceRegistryTitleMissing", "no English title", { titleEn: "" }),
  register("ServiceRegistryDelayOutOfRange", "no delay at all", { maxMergeDelay: 0 }, 0),
  register("ServiceRegistryDelayOutOfRange", "a delay of more than a day", { maxMergeDelay: 86_401 }, 86_401),
  register(
    "ServiceRegistryHeartbeatTooShort",
    "a heartbeat within the delay",
    { heartbeatInterval: 59, maxMergeDelay: 60 },
    59,
    60,
  ),
  ...(["titleTh", "titleEn"] as const).map((title) =>
    refusal("ServiceRegistryTitleMissing", `retitled without ${title}`, async ({ office, service }) => {
      const { titleTh, titleEn } = serviceInput({ [title]: "" });
      return [() => office.as("keeper").retitleService(service, titleTh, titleEn)];
    }),
  ),
  refusal("ServiceRegistryDelayOutOfRange", "a delay changed to none", async ({ office, service }) => [
    () => office.as("keeper").changeTiming(service, 0, 0),
    0,
  ]),
  refusal("ServiceRegistryDelayOutOfRange", "a delay changed to days", async ({ office, service }) => [
    () => office.as("keeper").changeTiming(service, 0, 86_401),
    86_401,
  ]),
  refusal("ServiceRegistryHeartbeatTooShort", "a heartbeat changed", async ({ office, service }) => [
    () => office.as("keeper").changeTiming(service, 9, 10),
    9,
    10,
  ]),
  refusal("ServiceRegistryServiceOpen", "reinstatement of an open service", async ({ office, service }) => [
    () => office.as("registrar").reinstateService(service),
    service,
  ]),
  refusal("ServiceRegistryServiceClosed", "suspension twice", async ({ office, service }) => {
    const closedAt = await later();
    await office.as("registrar").suspendService(service);
    return [() => office.as("registrar").suspendService(service), service, closedAt];
  }),
  refusal("ServiceRegistryServiceClosed", "suspension after the end", async ({ office, service }) => {
    const closedAt = await later();
    await office.as("keeper").retireService(service);
    return [() => office.as("registrar").suspendService(service), service, closedAt];
  }),
  refusal("ServiceRegistryServiceClosed", "other times while suspended", async ({ office, service }) => {
    const closedAt = await later();
    await office.as("registrar").suspendService(service);
    return [() => office.as("keeper").changeTiming(service, 0, 1), service, closedAt];
  }),
  refusal("ServiceRegistryServiceRetired", "reinstatement after the end", async ({ office, service }) => {
    const closedAt = await later();
    await office.as("keeper").retireService(service);
    return [() => office.as("registrar").reinstateService(service), service, closedAt];
  }),
  refusal("ServiceRegistryServiceRetired", "the end twice", async ({ office, service }) => {
    const closedAt = await later();
    await office.as("registrar").suspendService(service);
    await networkHelpers.time.increase(10);
    await office.as("keeper").retireService(service);
    return [() => office.as("keeper").retireService(service), service, closedAt];
  }),
  ...(
    [
      ["registrar", "suspendService", []],
      ["registrar", "reinstateService", []],
      ["keeper", "retitleService", ["ก", "A"]],
      ["keeper", "changeTiming", [0, 1]],
      ["keeper", "retireService", []],
      ["keeper", "service", []],
      ["keeper", "heartbeatOverdue", []],
    ] as const
  ).map(([whom, method, rest]) =>
    refusal("ServiceRegistryServiceUnknown", `${method} of a name never registered`, async ({ office }) => [
      () => office.as(whom).getFunction(method)(id("th.go.nobody"), ...rest),
      id("th.go.nobody"),
    ]),
  ),
  refusal("AccessManagedUnauthorized", "registration by a keeper", async ({ office, officers }) => [
    () => office.as("keeper").registerService(serviceInput({ name: NEW })),
    officers.keeper.address,
  ]),
  refusal("AgencyRegistryOtherAgency", "another agency's keeper", async ({ office, service, officers }) => [
    () => office.as("otherKeeper").retitleService(service, "ก", "A"),
    officers.otherKeeper.address,
    OTHER_AGENCY,
    AGENCY,
  ]),
  refusal(
    "AgencyRegistryDutyMissing",
    "an officer without the duty",
    async ({ office, service, officers }) => [
      () => office.as("recorder").retireService(service),
      officers.recorder.address,
      Duty.RECORDER,
      Duty.SERVICES,
    ],
  ),
  refusal("AgencyRegistryOfficerUnknown", "a stranger", async ({ log, service, stranger }) => [
    () => log.retireService(service),
    stranger.address,
  ]),
  refusal("AccessManagedUnauthorized", "another authority", async ({ log, stranger }) => [
    () => log.setAuthority(NOBODY),
    stranger.address,
  ]),
];
