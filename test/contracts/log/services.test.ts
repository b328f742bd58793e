/** What services, their keys, gateways and action types are at any time. */
import { expect } from "chai";
import { id, keccak256, ZeroHash } from "ethers";
import { ledger, networkHelpers, START } from "../../support/ledger.ts";
import {
  CHECKPOINT,
  DELAY,
  END,
  HEARTBEAT,
  LogOffice,
  logging,
  OTHER_SERVICE,
  SCHEMA,
  SERVICE,
  submissionKey,
  SUBMISSION,
} from "../../support/log/office.ts";
import { AGENCY, OTHER_AGENCY } from "../../support/people.ts";
import { later } from "./refusals/scene.ts";

const scene = () => networkHelpers.loadFixture(logging);

describe("ServiceRegistry", () => {
  it("knows services by the keccak256 of their names, in order of registration, and answers with the id", async () => {
    const office = new LogOffice(await ledger());
    expect(await office.on.log.services()).to.deep.equal([]);
    const { log } = office.on;
    const registeredAt = await later();
    await office.register({ name: OTHER_SERVICE, agency: OTHER_AGENCY, heartbeatInterval: 0 });
    await office.register();
    expect(await log.services()).to.deep.equal([id(OTHER_SERVICE), id(SERVICE)]);
    expect(await log.service(id(OTHER_SERVICE))).to.deep.equal([
      BigInt(OTHER_AGENCY),
      0n,
      BigInt(DELAY),
      BigInt(registeredAt),
      0n,
      false,
    ]);
    const [agency, heartbeat] = await log.service(id(SERVICE));
    expect([agency, heartbeat]).to.deep.equal([BigInt(AGENCY), BigInt(HEARTBEAT)]);
    const name = "th.go.first.third";
    const input = {
      name,
      agency: AGENCY,
      titleTh: "ก",
      titleEn: "A",
      heartbeatInterval: 0,
      maxMergeDelay: 1,
    };
    expect(await office.as("registrar").registerService.staticCall(input)).to.equal(id(name));
  });

  it("changes times", async () => {
    const { office, log, service } = await scene();
    await office.as("keeper").changeTiming(service, 600, 30);
    const { heartbeatInterval, maxMergeDelay } = await log.service(service);
    expect([heartbeatInterval, maxMergeDelay]).to.deep.equal([600n, 30n]);
  });

  it("suspends, reinstates and retires; only the last is for ever", async () => {
    const { office, log, service } = await scene();
    const state = async () => {
      const { closedAt, retired } = await log.service(service);
      return [Number(closedAt), retired];
    };
    const closedAt = await later();
    await office.as("registrar").suspendService(service);
    expect(await state()).to.deep.equal([closedAt, false]);
    await office.as("registrar").reinstateService(service);
    expect(await state()).to.deep.equal([0, false]);
    const retiredAt = await later();
    await office.as("keeper").retireService(service);
    expect(await state()).to.deep.equal([retiredAt, true]);
  });

  it("keeps use, label and window of keys, ended or not, each service its own", async () => {
    const { office, log, service, other, keyId } = await scene();
    const keeper = office.as("keeper");
    const { submitter } = submissionKey();
    const key = (of: string, keyOf: string) => log.key(of, keyOf);
    expect(await key(service, keyId)).to.deep.equal([
      BigInt(SUBMISSION),
      submitter,
      [BigInt(START), BigInt(END), 0n],
    ]);
    const note = { ...submissionKey("note"), use: CHECKPOINT, submitter: ZeroHash, validFrom: END };
    const noteId = await keeper.addKey.staticCall(service, note);
    await keeper.addKey(service, note);
    expect(await key(service, noteId)).to.deep.equal([
      BigInt(CHECKPOINT),
      ZeroHash,
      [BigInt(END), BigInt(END), 0n],
    ]);
    const endedAt = await later();
    await keeper.endKey(service, keyId);
    expect((await key(service, keyId)).window.endedAt).to.equal(BigInt(endedAt));
    await office.as("otherKeeper").addKey(other, submissionKey());
    expect((await key(other, keyId)).window.endedAt).to.equal(0n);
  });

  it("knows who was a gateway at any second: from the first to the last, and not from the end on", async () => {
    const { office, log, service, other } = await scene();
    const is = (number: number, time: number, of = service) =>
      log.isGatewayAt(of, office.gateway(number), time);
    expect(await is(0, START - 1)).to.equal(false);
    expect(await is(0, START)).to.equal(true);
    expect(await is(0, END)).to.equal(true);
    expect(await is(0, END + 1)).to.equal(false);
    expect(await is(1, START)).to.equal(false);
    expect(await is(1, START, other)).to.equal(true);
    expect(await is(4, END - 1)).to.equal(false);
    expect(await is(4, END)).to.equal(true);
    const endedAt = await later();
    await office.as("keeper").endGateway(service, office.gateway(0));
    expect(await is(0, endedAt - 1)).to.equal(true);
    expect(await is(0, endedAt)).to.equal(false);
    expect(await is(0, END)).to.equal(false);
  });

  it("lets gateways rotate without a gap: both anchor while their windows overlap", async () => {
    const { office, service } = await scene();
    const now = await networkHelpers.time.latest();
    const keeper = office.as("keeper");
    await keeper.addGateway(service, office.gateway(1), now, END);
    await office.anchor(service, 5, 6);
    await office.anchor(service, 6, 7, { gateway: 1 });
    await keeper.endGateway(service, office.gateway(0));
    await office.anchor(service, 7, 8, { gateway: 1 });
  });

  it("counts versions of an action type through its withdrawal", async () => {
    const { office, log, service, other } = await scene();
    const keeper = office.as("keeper");
    const type = (of = service) => log.actionType(of, "complaint.created");
    const second = `${SCHEMA.slice(0, -2)}ff`;
    expect(await type()).to.deep.equal([1n, keccak256(SCHEMA), true]);
    expect(await type(other)).to.deep.equal([0n, ZeroHash, false]);
    expect(await keeper.defineActionType.staticCall(service, "complaint.created", second)).to.equal(2n);
    await keeper.defineActionType(service, "complaint.created", second);
    expect(await type()).to.deep.equal([2n, keccak256(second), true]);
    await keeper.withdrawActionType(service, "complaint.created");
    expect(await type()).to.deep.equal([2n, keccak256(second), false]);
    await keeper.defineActionType(service, "complaint.created", second);
    expect(await type()).to.deep.equal([3n, keccak256(second), true]);
  });
});
