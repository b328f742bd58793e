import { getBytes, hexlify } from "ethers";
import { SCHEMA } from "../../../support/log/office.ts";
import { refusal, type Refusal } from "../../../support/log/refusals.ts";

/** The CID of a schema with byte `index` replaced. */
function altered(index: number, value: number): string {
  const bytes = getBytes(SCHEMA);
  bytes[index] = value;
  return hexlify(bytes);
}

export const actionTypeRefusals: Refusal[] = [
  ...["", "created", "complaint.", "Complaint.created", "complaint..created", `a.${"b".repeat(59)}`].map(
    (name) =>
      refusal(
        "ServiceRegistryActionTypeMalformed",
        `the name "${name.slice(0, 20)}"`,
        async ({ office, service }) => [
          () => office.as("keeper").defineActionType(service, name, SCHEMA),
          name,
        ],
      ),
  ),
  ...["0x", altered(0, 0), altered(1, 0x71), altered(2, 0x13), altered(3, 31), `${SCHEMA}00`].map(
    (cid, index) =>
      refusal("ServiceRegistrySchemaCidMalformed", `malformed CID ${index}`, async ({ office, service }) => [
        () => office.as("keeper").defineActionType(service, "complaint.closed", cid),
        cid,
      ]),
  ),
  refusal("ServiceRegistrySchemaUnchanged", "the same schema again", async ({ office, service }) => [
    () => office.as("keeper").defineActionType(service, "complaint.created", SCHEMA),
    "complaint.created",
    1,
  ]),
  refusal(
    "ServiceRegistryActionTypeUnknown",
    "the end of a type never defined",
    async ({ office, service }) => [
      () => office.as("keeper").withdrawActionType(service, "complaint.closed"),
      "complaint.closed",
    ],
  ),
  refusal("ServiceRegistryActionTypeUnknown", "the end of a type twice", async ({ office, service }) => {
    await office.as("keeper").withdrawActionType(service, "complaint.created");
    return [() => office.as("keeper").withdrawActionType(service, "complaint.created"), "complaint.created"];
  }),
];
