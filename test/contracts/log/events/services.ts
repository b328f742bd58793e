import { concat, id, sha256, ZeroHash } from "ethers";
import { networkHelpers, START } from "../../../support/ledger.ts";
import { logged, type Logged } from "../../../support/log/logs.ts";
import {
  CHECKPOINT,
  DELAY,
  ED25519,
  END,
  HEARTBEAT,
  P256,
  SCHEMA,
  serviceInput,
  submissionKey,
  SUBMISSION,
} from "../../../support/log/office.ts";
import { AGENCY } from "../../../support/people.ts";
import { later, NOBODY } from "../refusals/scene.ts";

const NEW = "th.go.first.new";
const [from, until] = [BigInt(START), BigInt(END)];

export const serviceEvents: Logged[] = [
  logged("registration", async ({ office }) => {
    const input = serviceInput({ name: NEW });
    const { agency, titleTh, titleEn } = input;
    const values = [NEW, titleTh, titleEn, BigInt(HEARTBEAT), BigInt(DELAY)];
    return [
      office.as("registrar").registerService(input),
      ["ServiceRegistered", id(NEW), BigInt(agency), ...values],
    ];
  }),
  logged("the longest delay, no heartbeat", async ({ office }) => {
    const input = serviceInput({ name: NEW, heartbeatInterval: 0, maxMergeDelay: 86_400 });
    const values = [NEW, input.titleTh, input.titleEn, 0n, 86_400n];
    return [
      office.as("registrar").registerService(input),
      ["ServiceRegistered", id(NEW), BigInt(AGENCY), ...values],
    ];
  }),
  logged("other titles, even after the end", async ({ office, service }) => {
    await office.as("keeper").retireService(service);
    return [
      office.as("keeper").retitleService(service, "ชื่อใหม่", "New name"),
      ["ServiceRetitled", service, "ชื่อใหม่", "New name"],
    ];
  }),
  logged("other times: a heartbeat as long as the delay", async ({ office, service }) => [
    office.as("keeper").changeTiming(service, 30, 30),
    ["ServiceTimingChanged", service, 30n, 30n],
  ]),
  logged("suspension", async ({ office, service }) => {
    const closedAt = await later();
    return [office.as("registrar").suspendService(service), ["ServiceSuspended", service, BigInt(closedAt)]];
  }),
  logged("reinstatement", async ({ office, service }) => {
    await office.as("registrar").suspendService(service);
    return [office.as("registrar").reinstateService(service), ["ServiceReinstated", service]];
  }),
  logged("the end", async ({ office, service }) => {
    const closedAt = await later();
    return [office.as("keeper").retireService(service), ["ServiceRetired", service, BigInt(closedAt)]];
  }),
  logged(
    "the end of a suspended service, which closed when it was suspended",
    async ({ office, service }) => {
      const closedAt = await later();
      await office.as("registrar").suspendService(service);
      await networkHelpers.time.increase(10);
      return [office.as("keeper").retireService(service), ["ServiceRetired", service, BigInt(closedAt)]];
    },
  ),
];

export const keyEvents: Logged[] = [
  // A compressed point begins with the parity of its y. Source: SEC 1, section 2.3.3.
  ...["0x02", "0x03"].map((parity) =>
    logged(`a submission key on P-256, ${parity}…, for the shortest label`, async ({ office, service }) => {
      const publicKey = concat([parity, id("x")]);
      const submitter = `0x30${"00".repeat(31)}`;
      const now = await later();
      const key = { ...submissionKey(), algorithm: P256, submitter, publicKey, validUntil: now };
      const values = [BigInt(SUBMISSION), BigInt(P256), submitter, publicKey, from, BigInt(now)];
      return [office.as("keeper").addKey(service, key), ["KeyAdded", service, sha256(publicKey), ...values]];
    }),
  ),
  logged("a checkpoint key for one second to come", async ({ office, service }) => {
    const publicKey = id("note");
    const key = { ...submissionKey("note"), use: CHECKPOINT, submitter: ZeroHash, validFrom: END };
    const values = [BigInt(CHECKPOINT), BigInt(ED25519), ZeroHash, publicKey, until, until];
    return [office.as("keeper").addKey(service, key), ["KeyAdded", service, sha256(publicKey), ...values]];
  }),
  logged("the key of one service added to another", async ({ office, other, keyId }) => {
    const { use, algorithm, submitter, publicKey } = submissionKey();
    const values = [BigInt(use), BigInt(algorithm), submitter, publicKey, from, until];
    return [office.as("otherKeeper").addKey(other, submissionKey()), ["KeyAdded", other, keyId, ...values]];
  }),
  logged("the end of a key after the service's end", async ({ office, service, keyId }) => {
    await office.as("keeper").retireService(service);
    const now = await later();
    return [office.as("keeper").endKey(service, keyId), ["KeyEnded", service, keyId, BigInt(now)]];
  }),
  logged("a gateway", async ({ office, service }) => {
    const now = await later();
    return [
      office.as("keeper").addGateway(service, NOBODY, now, now),
      ["GatewayAdded", service, NOBODY, BigInt(now), BigInt(now)],
    ];
  }),
  logged(
    "the end of a gateway that is still to come, after the service's end",
    async ({ office, service }) => {
      await office.as("keeper").retireService(service);
      const now = await later();
      const { address } = office.gateway(4);
      return [
        office.as("keeper").endGateway(service, address),
        ["GatewayEnded", service, address, BigInt(now)],
      ];
    },
  ),
  logged("a first version of an action type", async ({ office, service }) => [
    office.as("keeper").defineActionType(service, "complaint.closed", SCHEMA),
    ["ActionTypeDefined", service, "complaint.closed", 1n, SCHEMA],
  ]),
  logged("a next version", async ({ office, service }) => {
    const schema = `${SCHEMA.slice(0, -2)}ff`;
    return [
      office.as("keeper").defineActionType(service, "complaint.created", schema),
      ["ActionTypeDefined", service, "complaint.created", 2n, schema],
    ];
  }),
  logged("a withdrawal", async ({ office, service }) => [
    office.as("keeper").withdrawActionType(service, "complaint.created"),
    ["ActionTypeWithdrawn", service, "complaint.created", 1n],
  ]),
  logged("a withdrawn type taken up again with the same schema", async ({ office, service }) => {
    await office.as("keeper").withdrawActionType(service, "complaint.created");
    return [
      office.as("keeper").defineActionType(service, "complaint.created", SCHEMA),
      ["ActionTypeDefined", service, "complaint.created", 2n, SCHEMA],
    ];
  }),
];
