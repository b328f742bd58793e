import { expect } from "chai";
import { readFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { demonstrationCheckpointKey } from "../../../api/keys/demonstration.ts";
import { ed25519PublicKey } from "../../../sdk/log/checkpoint/ed25519.ts";
import { keyIdOf } from "../../../sdk/log/http-signature/index.ts";
import type { ActionRecord } from "../../../sdk/log/record/index.ts";
import { newSubmitter, noteSchema, serviceId, startIntakeWorld } from "../../support/log/intake-world.ts";
import type { IntakeWorld, Submitter } from "../../support/log/intake-world.ts";
import { cidOf } from "../../support/log/notes.ts";
import { record, send, signed, submit } from "../../support/log/submitting.ts";
import type { Answered, Sending } from "../../support/log/submitting.ts";

const SERVICE = "th.go.example.notes";
const CLOSED = "th.go.example.closed";
const ELSEWHERE = "th.go.example.elsewhere";
const KEYLESS = "th.go.example.keyless";
const LAPSED = "th.go.example.lapsed";
const CID = cidOf(noteSchema);
const UNSAFE = {
  type: "object",
  additionalProperties: false,
  properties: { a: { type: "string", pattern: "^(a+)+$" } },
};
const OPEN = { type: "object", properties: {} };
const ABSENT = cidOf({ type: "object", additionalProperties: false, title: "nobody has this" });
const [FIRST, SECOND] = [
  { ...noteSchema, title: "first" },
  { ...noteSchema, title: "second" },
];
const SOON = 3_600;

/** What is wrong with a request, how it is answered, and where the fault is said to be. */
type Refusal = [name: string, status: number, code: string, change: Change, path?: string];
type Change = (right: Sending, all: All) => Partial<Sending>;
interface All {
  readonly other: Submitter;
  readonly expired: Submitter;
  readonly coming: Submitter;
  readonly ended: Submitter;
  readonly checkpoint: Submitter;
  readonly stranger: Submitter;
}

const note = (more: Partial<ActionRecord> = {}, seq = 1) => record(SERVICE, "desk-1", seq, CID, more);
const one =
  (more: Partial<Record<keyof ActionRecord, unknown>>): Change =>
  () => ({ records: [note(more as Partial<ActionRecord>)] });
const text = (value: string) => new TextEncoder().encode(value);
const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString();

const refusals: Refusal[] = [
  ["an unknown service", 404, "LOG_INTAKE_SERVICE_UNKNOWN", () => ({ service: "th.go.example.nobody" })],
  ["an id that is no service's", 404, "LOG_INTAKE_SERVICE_UNKNOWN", () => ({ service: serviceId("x.y") })],
  ["a suspended service", 403, "LOG_INTAKE_SERVICE_CLOSED", () => ({ service: CLOSED })],
  ["a service of another gateway", 421, "LOG_INTAKE_GATEWAY_NOT_IN_FORCE", () => ({ service: ELSEWHERE })],
  ["a service without a checkpoint key", 503, "LOG_INTAKE_NO_CHECKPOINT_KEY", () => ({ service: KEYLESS })],
  ["a service whose one has ended", 503, "LOG_INTAKE_NO_CHECKPOINT_KEY", () => ({ service: LAPSED })],
  ["a parameter", 400, "PARAMETER_UNKNOWN", () => ({ query: "?lane=fast" })],
  ["another type of body", 415, "CONTENT_TYPE", () => ({ headers: { "content-type": "text/plain" } })],
  ["no type of body", 415, "CONTENT_TYPE", () => ({ headers: { "content-type": undefined } })],
  ["a compressed body", 415, "CONTENT_ENCODING", () => ({ headers: { "content-encoding": "gzip" } })],
  ["a body that is too large", 413, "LOG_INTAKE_BODY_SIZE", () => ({ body: new Uint8Array(2 ** 20 + 1) })],
  ["no signature", 401, "LOG_SIGNATURE_MISSING", () => ({ headers: { signature: undefined } })],
  ["no signature input", 401, "LOG_SIGNATURE_MISSING", () => ({ headers: { "signature-input": undefined } })],
  ["no digest", 401, "LOG_SIGNATURE_MISSING", () => ({ headers: { "content-digest": undefined } })],
  ["no idempotency key", 401, "LOG_SIGNATURE_MISSING", () => ({ headers: { "idempotency-key": undefined } })],
  ["an odd signature", 400, "LOG_SIGNATURE_MALFORMED", () => ({ headers: { signature: "sig1=x" } })],
  [
    "two signatures",
    400,
    "LOG_SIGNATURE_SEVERAL",
    () => ({ headers: { "signature-input": 'a=("@method");created=1, b=()' } }),
  ],
  [
    "a signature of nothing",
    400,
    "LOG_SIGNATURE_PARAMETER",
    () => ({ headers: { "signature-input": "sig1=()" } }),
  ],
  [
    "a signature of too little",
    400,
    "LOG_SIGNATURE_COMPONENTS",
    ({ submitter }) => ({
      headers: {
        "signature-input": `sig1=("@method");created=${Math.floor(Date.now() / 1_000)};keyid="${submitter.keyId}";nonce="aaaaaaaa"`,
      },
    }),
  ],
  [
    "a signature of six minutes ago",
    401,
    "LOG_SIGNATURE_TIME",
    () => ({ created: Math.floor(Date.now() / 1_000) - 360 }),
  ],
  [
    "a signature from six minutes ahead",
    401,
    "LOG_SIGNATURE_TIME",
    () => ({ created: Math.floor(Date.now() / 1_000) + 360 }),
  ],
  ["a stranger's key", 401, "LOG_SIGNATURE_KEY_UNKNOWN", (_, all) => ({ submitter: all.stranger })],
  ["an expired key", 401, "LOG_SIGNATURE_KEY_UNKNOWN", (_, all) => ({ submitter: all.expired })],
  ["a key of tomorrow", 401, "LOG_SIGNATURE_KEY_UNKNOWN", (_, all) => ({ submitter: all.coming })],
  ["a key that was ended", 401, "LOG_SIGNATURE_KEY_UNKNOWN", (_, all) => ({ submitter: all.ended })],
  ["a checkpoint's key", 401, "LOG_SIGNATURE_KEY_UNKNOWN", (_, all) => ({ submitter: all.checkpoint })],
  [
    "another key's signature",
    401,
    "LOG_SIGNATURE_WRONG",
    ({ submitter }, { stranger }) => ({ submitter: { ...submitter, key: stranger.key } }),
  ],
  ["an empty body", 400, "LOG_INTAKE_BODY_FORM", () => ({ body: text("") })],
  ["a body that is no JSON", 400, "LOG_INTAKE_BODY_FORM", () => ({ body: text("[{]") })],
  ["a body that is no UTF-8", 400, "LOG_INTAKE_BODY_FORM", () => ({ body: new Uint8Array([0x5b, 0xff]) })],
  ["a body that is no list", 400, "LOG_INTAKE_BODY_FORM", () => ({ records: note() })],
  [
    "a member twice",
    400,
    "LOG_INTAKE_MEMBER_TWICE",
    () => ({ body: text(JSON.stringify([note()]).replace('"v":1', '"v":1,"v":1')) }),
  ],
  [
    "a member twice in its data, once escaped",
    400,
    "LOG_INTAKE_MEMBER_TWICE",
    () => ({ body: text(JSON.stringify([note()]).replace('"data":{', '"data":{"te\\u0078t":"x",')) }),
  ],
  ["no records", 400, "LOG_INTAKE_COUNT", () => ({ records: [] })],
  ["1,001 records", 400, "LOG_INTAKE_COUNT", () => ({ records: Array(1_001).fill(0) })],
  ["a record that is none", 422, "LOG_RECORD_KIND", () => ({ records: [7] }), "$[0]"],
  ["a member that is missing", 422, "LOG_RECORD_MEMBER_MISSING", one({ ts: undefined }), "$[0].ts"],
  ["a member too much", 422, "LOG_RECORD_MEMBER_UNKNOWN", one({ extra: 1 } as object), "$[0].extra"],
  ["another version", 422, "LOG_RECORD_CONSTANT", one({ v: 2 }), "$[0].v"],
  ["an odd time", 422, "LOG_RECORD_FORM", one({ ts: "yesterday" }), "$[0].ts"],
  ["number 0", 422, "LOG_RECORD_RANGE", one({ clientSeq: 0 }), "$[0].clientSeq"],
  ["a fraction", 422, "LOG_RECORD_NUMBER", one({ data: { text: "", count: 1.5 } }), "$[0].data.count"],
  [
    "a fraction that would be read as another whole number",
    422,
    "LOG_RECORD_NUMBER",
    () => ({ body: text(JSON.stringify([note()]).replace('"note 1"', '"","count":4503599627370497.5')) }),
  ],
  [
    "a number without end",
    422,
    "LOG_RECORD_NUMBER",
    () => ({ body: text(JSON.stringify([note()]).replace('"note 1"', '"","count":1e400')) }),
    "$[0].data.count",
  ],
  [
    "half of a character",
    422,
    "LOG_RECORD_TEXT",
    () => ({ body: text(JSON.stringify([note()]).replace("note 1", "\\ud83d")) }),
    "$[0].data.text",
  ],
  [
    "half a million levels",
    400,
    "LOG_INTAKE_BODY_FORM",
    () => ({ body: text("[".repeat(500_000) + "]".repeat(500_000)) }),
  ],
  [
    "a body with a byte order mark",
    400,
    "LOG_INTAKE_BODY_FORM",
    () => ({ body: text(`\ufeff${JSON.stringify([note()])}`) }),
  ],
  [
    "a digest of another algorithm",
    400,
    "LOG_SIGNATURE_MALFORMED",
    () => ({ headers: { "content-digest": `sha-512=:${"A".repeat(86)}==:` } }),
  ],
  [
    "a digest whose name is in capitals",
    400,
    "LOG_SIGNATURE_MALFORMED",
    () => ({ headers: { "content-digest": `SHA-256=:${"A".repeat(43)}=:` } }),
  ],
  [
    "two digests of one algorithm, the last of another body",
    401,
    "LOG_SIGNATURE_WRONG",
    () => ({ headers: { "content-digest": `sha-256=:${"A".repeat(43)}=:, sha-256=:${"B".repeat(43)}=:` } }),
  ],
  ["two actors", 422, "LOG_RECORD_CHOICE", one({ actor: {} }), "$[0].actor"],
  [
    "a long reference to a payload",
    422,
    "LOG_RECORD_LENGTH",
    one({ payload: { commit: `0x${"1c".repeat(32)}`, alg: "pl1", ref: "x".repeat(201) } }),
    "$[0].payload.ref",
  ],
  ["text that is not NFC", 422, "LOG_RECORD_TEXT", one({ data: { text: "e\u0301" } }), "$[0].data.text"],
  [
    "deep nesting",
    422,
    "LOG_RECORD_DEPTH",
    one({ data: JSON.parse('{"a":'.repeat(9) + "1" + "}".repeat(9)) as object }),
    "$[0].data.a.a.a.a.a.a.a",
  ],
  ["more than 8 KiB", 422, "LOG_RECORD_TOO_LARGE", one({ data: { text: "x".repeat(9_000) } })],
  [
    "another service's record",
    403,
    "LOG_INTAKE_RECORD_OTHER",
    one({ service: "th.go.example.b" }),
    "$[0].service",
  ],
  ["another agency's record", 403, "LOG_INTAKE_RECORD_OTHER", one({ agency: 1 }), "$[0].agency"],
  [
    "another submitter's record",
    403,
    "LOG_INTAKE_RECORD_OTHER",
    (_, { other }) => ({ submitter: other }),
    "$[0].submitter",
  ],
  ["an unknown type", 422, "LOG_INTAKE_TYPE_UNKNOWN", one({ type: "note.burnt" }), "$[0].type"],
  ["a withdrawn type", 422, "LOG_INTAKE_TYPE_UNKNOWN", one({ type: "note.withdrawn" }), "$[0].type"],
  ["another schema", 422, "LOG_INTAKE_SCHEMA_OLD", one({ schema: cidOf(OPEN) }), "$[0].schema"],
  [
    "a schema with an unsafe pattern",
    422,
    "LOG_INTAKE_SCHEMA_UNUSABLE",
    one({ type: "note.unsafe", schema: cidOf(UNSAFE), data: {} }),
    "$[0].schema",
  ],
  [
    "a schema that lets anything in",
    422,
    "LOG_INTAKE_SCHEMA_UNUSABLE",
    one({ type: "note.open", schema: cidOf(OPEN), data: {} }),
    "$[0].schema",
  ],
  [
    "a schema that nobody has",
    503,
    "LOG_INTAKE_SCHEMA_ABSENT",
    one({ type: "note.absent", schema: ABSENT, data: {} }),
    "$[0].schema",
  ],
  ["data without a member", 422, "LOG_INTAKE_DATA", one({ data: {} }), "$[0].data.text"],
  ["data with another member", 422, "LOG_INTAKE_DATA", one({ data: { text: "", b: 1 } }), "$[0].data.b"],
  [
    "an item of another kind",
    422,
    "LOG_INTAKE_DATA",
    one({ data: { text: "", lines: ["", 7] } }),
    "$[0].data.lines[1]",
  ],
  ["a time of next week", 422, "LOG_INTAKE_TIME", one({ ts: days(7) }), "$[0].ts"],
  ["a time of two years ago", 422, "LOG_INTAKE_TIME", one({ ts: days(-730) }), "$[0].ts"],
  ["a time before the service was registered", 422, "LOG_INTAKE_TIME", one({ ts: days(-3) }), "$[0].ts"],
  ["a citizen number", 422, "LOG_PERSONAL_DATA", one({ data: { text: "1101700207030" } }), "$[0].data.text"],
  [
    "a citizen number that stands for a commitment",
    422,
    "LOG_PERSONAL_DATA",
    one({ subject: `0x${"1101700207030".padStart(64, "0")}` }),
    "$[0].subject",
  ],
  [
    "a citizen number as idempotency key",
    422,
    "LOG_INTAKE_KEY_PERSONAL",
    () => ({ idempotencyKey: "1101700207030" }),
    "Idempotency-Key",
  ],
  ["a gap", 409, "LOG_INTAKE_SEQUENCE_GAP", one({ clientSeq: 2 }), "$[0].clientSeq"],
  [
    "a gap within the request",
    409,
    "LOG_INTAKE_SEQUENCE_GAP",
    () => ({ records: [note(), note({}, 3)] }),
    "$[1].clientSeq",
  ],
  [
    "a number twice within the request",
    409,
    "LOG_INTAKE_SEQUENCE_REPEATED",
    () => ({ records: [note(), note({}, 1)] }),
    "$[1].clientSeq",
  ],
  ["an entry that it replaces", 422, "LOG_INTAKE_REFERENCE", one({ supersedes: 0 }), "$[0].supersedes"],
  [
    "an entry that it names",
    422,
    "LOG_INTAKE_REFERENCE",
    one({ refs: [{ index: 5 }] }),
    "$[0].refs[0].index",
  ],
  [
    "an entry of a service that it names",
    422,
    "LOG_INTAKE_REFERENCE",
    one({ refs: [{ service: "th.go.example.nobody", index: 0 }] }),
    "$[0].refs[0].index",
  ],
  [
    "one bad record among a thousand",
    422,
    "LOG_INTAKE_DATA",
    () => ({
      records: Array.from({ length: 1_000 }, (_, at) =>
        note({ data: at === 777 ? { text: 5 } : { text: "" } }, at + 1),
      ),
    }),
    "$[777].data.text",
  ],
];

describe("what the intake refuses", function () {
  this.timeout(120_000);
  let world: IntakeWorld;
  let desk: Submitter;
  let all: All;

  before(async () => {
    const make = () => newSubmitter("desk-1");
    desk = await make();
    all = {
      other: await newSubmitter("desk-2"),
      expired: await make(),
      coming: await make(),
      ended: await make(),
      checkpoint: await make(),
      stranger: await make(),
    };
    const now = Math.floor(Date.now() / 1_000);
    let expires = 0;
    world = await startIntakeWorld(async (keeper, { provider }) => {
      await keeper.register(SERVICE);
      // The contract takes no window that is over; this one is when the tests begin.
      expires = (await provider.getBlock("latest"))!.timestamp + 8;
      await keeper.addKey(SERVICE, all.expired, { until: expires });
      await keeper.register(ELSEWHERE, { withGateway: false });
      await keeper.register(CLOSED);
      await keeper.register(KEYLESS, { withCheckpointKey: false });
      await keeper.addKey(KEYLESS, desk);
      await keeper.register(LAPSED);
      const lapsed = keyIdOf(ed25519PublicKey(demonstrationCheckpointKey(LAPSED)));
      await (await keeper.asKeeper.endKey(serviceId(LAPSED), lapsed)).wait();
      for (const key of [desk, all.other, all.ended]) await keeper.addKey(SERVICE, key);
      await keeper.addKey(SERVICE, all.coming, { from: now + SOON });
      await keeper.addKey(SERVICE, all.checkpoint, { use: 1 });
      for (const name of [CLOSED, ELSEWHERE]) await keeper.addKey(name, await make());
      await keeper.define(SERVICE, "note.withdrawn", noteSchema);
      await keeper.define(SERVICE, "note.unsafe", UNSAFE);
      await keeper.define(SERVICE, "note.open", OPEN);
      await keeper.defineByCid(SERVICE, "note.absent", ABSENT);
      for (const schema of [FIRST, SECOND, noteSchema]) await keeper.define(SERVICE, "note.changed", schema);
      await (await keeper.asKeeper.withdrawActionType(serviceId(SERVICE), "note.withdrawn")).wait();
      await (await keeper.asKeeper.endKey(serviceId(SERVICE), all.ended.keyId)).wait();
      await (await keeper.asRegistrar.suspendService(serviceId(CLOSED))).wait();
    });
    // Blocks that come quickly are dated ahead, a second each: what ended on the chain has ended when the clock is there.
    const { timestamp } = (await world.ledger.provider.getBlock("latest"))!;
    await sleep(Math.max(0, (Math.max(expires, timestamp) + 1) * 1_000 - Date.now()));
  });
  after(() => world.stop());

  const right = (): Sending => ({
    url: world.api.url,
    service: SERVICE,
    submitter: desk,
    records: [note()],
  });

  function expectProblem(got: Answered, status: number, code: string, path?: string): void {
    expect(`${got.status} ${got.code}`, got.text).to.equal(`${status} ${code}`);
    expect(got.headers.get("content-type")).to.match(/^application\/problem\+json/);
    const problem = JSON.parse(got.text) as Record<string, unknown>;
    expect(problem).to.include({ type: `/api#${code}`, status });
    for (const member of ["title", "detail", "mend"]) expect(problem[member]).to.match(/[ก-๙]{3}/);
    if (path !== undefined) expect(got.details["path"]).to.equal(path);
    if (status === 401) expect(got.headers.get("accept-signature")).to.include("content-digest");
    if (status === 503 || status === 429) expect(got.headers.get("retry-after")).to.match(/^\d+$/);
  }

  for (const [name, status, code, change, path] of refusals) {
    it(`refuses ${name}: ${status} ${code}`, async () => {
      expectProblem(await submit({ ...right(), ...change(right(), all) }), status, code, path);
    });
  }

  it("says of a schema whether its time is over, or whether it may still come", async () => {
    const withSchema = async (schema: Parameters<typeof cidOf>[0]) => {
      const records = [note({ type: "note.changed", schema: cidOf(schema) })];
      const got = await submit({ ...right(), records });
      expectProblem(got, 422, "LOG_INTAKE_SCHEMA_OLD", "$[0].schema");
      return got.details["replaced"];
    };
    expect(await withSchema(FIRST)).to.equal(true);
    expect(await withSchema(OPEN)).to.equal(false);
  });

  it("refuses a body that was changed on the way: 400 LOG_SIGNATURE_DIGEST", async () => {
    const { url, init } = await signed(right());
    const body = text(JSON.stringify([note({ data: { text: "changed" } })]));
    expectProblem(await send({ url, init: { ...init, body } }), 400, "LOG_SIGNATURE_DIGEST");
  });

  it("refuses a request that was signed for another address: 401 LOG_SIGNATURE_WRONG", async () => {
    const { url, init } = await signed(right());
    expectProblem(await send({ url: `${url}?lang=th`, init }), 401, "LOG_SIGNATURE_WRONG");
  });

  it("refuses a body without end after 1 MiB: 413 LOG_INTAKE_BODY_SIZE", async () => {
    const { url, init } = await signed(right());
    const headers = Object.fromEntries(init.headers as [string, string][]);
    const status = await new Promise((resolve, reject) => {
      const request = httpRequest(url, {
        method: "POST",
        headers: { ...headers, "transfer-encoding": "chunked" },
      });
      request.on("response", ({ statusCode }) => resolve(statusCode));
      request.on("error", reject);
      for (let piece = 0; piece < 9; piece++) request.write(new Uint8Array(2 ** 17));
    });
    expect(status).to.equal(413);
  });

  it("refuses other methods: 405", async () => {
    const response = await fetch(`${world.api.url}/v1/services/${SERVICE}/actions`, { method: "PUT" });
    expect(response.status).to.be.oneOf([404, 405]);
  });

  it("says all of it in English too", async () => {
    const { url, init } = await signed({ ...right(), records: [] });
    const english = {
      ...init,
      headers: [...(init.headers as [string, string][]), ["accept-language", "en"]],
    };
    const { text: body } = await send({ url, init: english as RequestInit });
    expect((JSON.parse(body) as { title: string }).title).to.equal("The request has 0 records.");
  });

  it("has taken none of it: the first number is still the next, and a refusal leaves nothing behind", async () => {
    const got = await submit(right());
    expect(got.status, got.text).to.equal(201);
    expect(got.answer.firstIndex).to.equal(0);
    expectProblem(await submit(right()), 409, "LOG_INTAKE_SEQUENCE_REPEATED", "$[0].clientSeq");
    const { details } = await submit(right());
    expect(details).to.include({ standsAt: 0, expected: 2, found: 1 });
  });

  it("refuses a declaration of another gap, and one that would use up the submitter's numbers", async () => {
    const { gapDeclared } = await import("../../../sdk/log/common/index.ts");
    const schema = await world.keeper.define(SERVICE, gapDeclared.type, gapDeclared.schema);
    await world.mirror.reaches(await world.ledger.provider.getBlockNumber());
    await sleep(300);
    for (const [from, to, seq] of [
      [3, 4, 5],
      [2, 4, 6],
      [2, 1, 2],
    ] as const) {
      const data = { from, to, reason: "neverUsed" };
      const declaration = note({ type: gapDeclared.type, schema, data }, seq);
      const got = await submit({ ...right(), records: [declaration] });
      expectProblem(got, 422, "LOG_INTAKE_GAP_DECLARATION", "$[0].data");
      expect(got.details["expected"]).to.equal(2);
    }
    for (const to of [2 ** 32 + 2, Number.MAX_SAFE_INTEGER - 1]) {
      const data = { from: 2, to, reason: "neverUsed" };
      const declaration = note({ type: gapDeclared.type, schema, data }, to + 1);
      const got = await submit({ ...right(), records: [declaration] });
      expectProblem(got, 422, "LOG_INTAKE_GAP_TOO_LONG", "$[0].data.to");
      expect(got.details).to.include({ expected: 2, most: 2 ** 32, last: 2 ** 52 });
    }
  });

  it("takes actions of a service as soon as its checkpoint key is on the chain", async () => {
    await world.keeper.addCheckpointKey(KEYLESS);
    await world.mirror.reaches(await world.ledger.provider.getBlockNumber());
    await sleep(300);
    const got = await submit({
      ...right(),
      ...{ service: KEYLESS, records: [record(KEYLESS, "desk-1", 1, CID)] },
    });
    expect(got.status, got.text).to.equal(201);
  });

  it("takes the schema before the newest for a day", async () => {
    const newer = await world.keeper.define(SERVICE, "note.written", { ...noteSchema, title: "newer" });
    await world.mirror.reaches(await world.ledger.provider.getBlockNumber());
    await sleep(300);
    for (const [seq, schema] of [
      [2, newer],
      [3, CID],
    ] as const) {
      const got = await submit({ ...right(), records: [note({ schema }, seq)] });
      expect(got.status, got.text).to.equal(201);
    }
  });

  it("repeats nothing of what was sent in its log", () => {
    const log = readFileSync(world.api.log, "utf8");
    for (const secret of ["1101700207030", "changed", "note 1", "desk-1"]) expect(log).to.not.include(secret);
  });
});
