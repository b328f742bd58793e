import { concat, encodeBytes32String, id, sha256, ZeroAddress, ZeroHash } from "ethers";
import { CHECKPOINT, ED25519, END, P256, SCHEMA, submissionKey } from "../../../support/log/office.ts";
import { START } from "../../../support/ledger.ts";
import { refusal, type Refusal } from "../../../support/log/refusals.ts";
import { later, NOBODY } from "./scene.ts";

type Key = ReturnType<typeof submissionKey>;

const point = (first: number, x = id("x")) => concat([new Uint8Array([first]), x]);

const addKey = (error: string, why: string, change: Partial<Key>, ...values: unknown[]) =>
  refusal(error, why, async ({ office, service }) => [
    () => office.as("keeper").addKey(service, { ...submissionKey("new"), ...change }),
    ...(values as never[]),
  ]);

const malformed: [string, number, string][] = [
  ["no Ed25519 key", ED25519, "0x"],
  ["an Ed25519 key of 31 bytes", ED25519, id("x").slice(0, -2)],
  ["an Ed25519 key of 33 bytes", ED25519, point(2)],
  ["a P-256 key of 32 bytes", P256, id("x")],
  ["a P-256 key of 34 bytes", P256, `${point(2)}00`],
  ["a P-256 key that begins with 1", P256, point(1)],
  ["a P-256 key that begins with 4", P256, point(4)],
];

const labels: [string, string][] = [
  ["no label", ZeroHash],
  ["a label of 32 bytes", `0x${"61".repeat(32)}`],
  ["a label in capitals", encodeBytes32String("Desk")],
  ["a label with something behind its end", `${encodeBytes32String("desk").slice(0, -2)}61`],
];

export const keyRefusals: Refusal[] = [
  ...malformed.map(([why, algorithm, publicKey]) =>
    addKey("ServiceRegistryKeyMalformed", why, { algorithm, publicKey }, algorithm, publicKey),
  ),
  ...labels.map(([why, submitter]) =>
    addKey("ServiceRegistrySubmitterMalformed", why, { submitter }, submitter),
  ),
  addKey(
    "ServiceRegistrySubmitterMalformed",
    "a checkpoint key with a label",
    { use: CHECKPOINT },
    submissionKey().submitter,
  ),
  addKey(
    "ServiceRegistryKeyUseUnfit",
    "checkpoints signed with P-256",
    { use: CHECKPOINT, algorithm: P256, publicKey: point(3), submitter: ZeroHash },
    CHECKPOINT,
    P256,
  ),
  refusal("ServiceRegistryKeyExists", "the same key again", async ({ office, service, keyId }) => [
    () => office.as("keeper").addKey(service, submissionKey()),
    service,
    keyId,
  ]),
  refusal("ServiceRegistryKeyExists", "an ended key for another use", async ({ office, service, keyId }) => {
    await office.as("keeper").endKey(service, keyId);
    const again = { ...submissionKey(), use: CHECKPOINT, submitter: ZeroHash };
    return [() => office.as("keeper").addKey(service, again), service, keyId];
  }),
  refusal("ServiceRegistryWindowEmpty", "a key's window backwards", async ({ office, service }) => {
    const now = await later();
    const key = { ...submissionKey("new"), validFrom: END, validUntil: END - 1 };
    return [() => office.as("keeper").addKey(service, key), END, END - 1, now];
  }),
  refusal("ServiceRegistryWindowEmpty", "a key that expired a second ago", async ({ office, service }) => {
    const now = await later();
    const key = { ...submissionKey("new"), validUntil: now - 1 };
    return [() => office.as("keeper").addKey(service, key), START, now - 1, now];
  }),
  refusal("ServiceRegistryKeyUnknown", "the end of a key never added", async ({ office, service }) => [
    () => office.as("keeper").endKey(service, id("nobody's")),
    service,
    id("nobody's"),
  ]),
  refusal(
    "ServiceRegistryKeyUnknown",
    "the end of another service's key",
    async ({ office, other, keyId }) => [() => office.as("otherKeeper").endKey(other, keyId), other, keyId],
  ),
  refusal("ServiceRegistryKeyUnknown", "a question about no key", async ({ log, service }) => [
    () => log.key(service, id("nobody's")),
    service,
    id("nobody's"),
  ]),
  refusal("ServiceRegistryKeyEnded", "the end of a key twice", async ({ office, service, keyId }) => {
    const endedAt = await later();
    await office.as("keeper").endKey(service, keyId);
    return [() => office.as("keeper").endKey(service, keyId), service, keyId, endedAt];
  }),
  refusal("ServiceRegistryGatewayMissing", "no account", async ({ office, service }) => [
    () => office.as("keeper").addGateway(service, ZeroAddress, START, END),
  ]),
  ...([0, 2, 3] as const).map((number) =>
    refusal("ServiceRegistryGatewayExists", `gateway ${number} again`, async ({ office, service }) => [
      () => office.as("keeper").addGateway(service, office.gateway(number), START, END),
      service,
      office.gateway(number).address,
    ]),
  ),
  refusal("ServiceRegistryWindowEmpty", "a gateway's window backwards", async ({ office, service }) => {
    const now = await later();
    return [() => office.as("keeper").addGateway(service, NOBODY, END, END - 1), END, END - 1, now];
  }),
  refusal("ServiceRegistryWindowEmpty", "a gateway that has expired", async ({ office, service }) => {
    const now = await later();
    return [() => office.as("keeper").addGateway(service, NOBODY, START, now - 1), START, now - 1, now];
  }),
  refusal("ServiceRegistryGatewayUnknown", "the end of nobody", async ({ office, service }) => [
    () => office.as("keeper").endGateway(service, NOBODY),
    service,
    NOBODY,
  ]),
  refusal("ServiceRegistryGatewayUnknown", "the end of another service's", async ({ office, service }) => [
    () => office.as("keeper").endGateway(service, office.gateway(1)),
    service,
    office.gateway(1).address,
  ]),
  refusal("ServiceRegistryGatewayEnded", "the end of a gateway twice", async ({ office, service }) => {
    const endedAt = await later();
    await office.as("keeper").endGateway(service, office.gateway(0));
    return [
      () => office.as("keeper").endGateway(service, office.gateway(0)),
      service,
      office.gateway(0).address,
      endedAt,
    ];
  }),
  ...(
    [
      ["addKey", [submissionKey("new")]],
      ["addGateway", [NOBODY, START, END]],
      ["defineActionType", ["complaint.closed", SCHEMA]],
      ["withdrawActionType", ["complaint.created"]],
    ] as const
  ).map(([method, rest]) =>
    refusal("ServiceRegistryServiceClosed", `${method} while suspended`, async ({ office, service }) => {
      const closedAt = await later();
      await office.as("registrar").suspendService(service);
      return [() => office.as("keeper").getFunction(method)(service, ...rest), service, closedAt];
    }),
  ),
  ...(
    [
      ["addKey", [submissionKey("new")]],
      ["endKey", [sha256(submissionKey().publicKey)]],
      ["addGateway", [NOBODY, START, END]],
      ["endGateway", [NOBODY]],
      ["defineActionType", ["complaint.closed", SCHEMA]],
      ["withdrawActionType", ["complaint.created"]],
    ] as const
  ).map(([method, rest]) =>
    refusal("ServiceRegistryServiceUnknown", `${method} of a name never registered`, async ({ office }) => [
      () => office.as("keeper").getFunction(method)(id("th.go.nobody"), ...rest),
      id("th.go.nobody"),
    ]),
  ),
];
