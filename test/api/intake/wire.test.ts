/** Requests as bytes on the wire: every form that HTTP/1.1 allows is taken, and no other request hides in one. */
import { expect } from "chai";
import { newSubmitter, noteSchema, startIntakeWorld } from "../../support/log/intake-world.ts";
import type { IntakeWorld, Submitter } from "../../support/log/intake-world.ts";
import { cidOf } from "../../support/log/notes.ts";
import { record, signed } from "../../support/log/submitting.ts";
import { RawConnection, head } from "../../support/raw-connection.ts";

const SERVICES = ["th.go.example.a", "th.go.example.b"] as const;
const [SERVICE, OTHER] = SERVICES;
const CID = cidOf(noteSchema);

type Field = readonly [name: string, value: string];

describe("requests on the wire", function () {
  this.timeout(120_000);
  let world: IntakeWorld;
  let desk: Submitter;
  let host: string;
  let next = 1;
  const opened: RawConnection[] = [];

  before(async () => {
    desk = await newSubmitter("desk-1");
    world = await startIntakeWorld(async (keeper) => {
      for (const name of SERVICES) {
        await keeper.register(name);
        await keeper.addKey(name, desk);
      }
    });
    ({ host } = new URL(world.api.url));
  });
  afterEach(() => {
    for (const one of opened.splice(0)) one.close();
  });
  after(() => world.stop());

  async function open(): Promise<RawConnection> {
    const one = await RawConnection.open(world.api.url);
    opened.push(one);
    return one;
  }

  /** Fields and body of a right request for the address. */
  async function right({ service = SERVICE as string, seq = next, origin = world.api.url } = {}) {
    const records = [record(service, "desk-1", seq, CID)];
    const { init } = await signed({ url: origin, service, submitter: desk, records });
    return { fields: init.headers as Field[], body: Buffer.from(init.body as Uint8Array).toString() };
  }

  const pathOf = (service: string) => `/v1/services/${service}/actions`;
  const length = (body: string): Field => ["content-length", String(Buffer.byteLength(body))];

  async function accepted(): Promise<number> {
    const text = await (await fetch(`${world.api.url}/metrics`)).text();
    return Number(/^prongsai_intake_accepted_requests_total (\d+)$/m.exec(text)![1]);
  }

  describe("in absolute form (RFC 9112 section 3.2.2)", () => {
    for (const [name, origin, field] of [
      ["of the host in the field Host", () => world.api.url, () => host],
      ["whatever the field Host says", () => world.api.url, () => "other.example"],
      ["of another name of the same server", () => "http://log.example.go.th", () => host],
    ] as const) {
      it(`are taken, ${name}`, async () => {
        const { fields, body } = await right({ origin: origin() });
        const one = await open();
        one.write(head(`${origin()}${pathOf(SERVICE)}`, [["host", field()], ...fields, length(body)]) + body);
        await one.until(/\r\n\r\n\{/);
        expect(one.status, one.said).to.equal(201);
        next++;
      });
    }

    it("are not taken when another host was signed", async () => {
      const { fields, body } = await right();
      const one = await open();
      const target = `http://other.example${pathOf(SERVICE)}`;
      one.write(head(target, [["host", host], ...fields, length(body)]) + body);
      await one.until(/"code"/);
      expect(one.code).to.equal("LOG_SIGNATURE_WRONG");
    });

    for (const target of ["/health", "HTTP://x/health", "http://x/health", "https://x:8080/health"])
      it(`reach everything else too: ${target}`, async () => {
        const one = await open();
        one.write(head(target, [["host", host]], "GET"));
        expect(await one.until(/^HTTP\/1\.1 200 /), one.said).to.equal(true);
      });

    for (const target of ["http://", "http:///v1", "http://x", "http://x?y=1", "ftp://x/health", "x:80", "*"])
      it(`never fail: ${target}`, async () => {
        const one = await open();
        one.write(
          head(target, [
            ["host", host],
            ["content-length", "0"],
          ]),
        );
        await one.until(/\r\n\r\n/);
        expect(one.status, one.said).to.be.within(400, 499);
      });
  });

  it("that come one behind the other are answered in their order, each as it is", async () => {
    const [one, two] = [await right(), await right({ service: OTHER, seq: 1 })];
    const connection = await open();
    const bytes = [
      [SERVICE, one],
      [OTHER, two],
      [SERVICE, { ...one, fields: one.fields.filter(([name]) => name !== "signature") }],
    ] as const;
    connection.write(
      bytes
        .map(([service, { fields, body }]) =>
          head(pathOf(service), [["host", host], ...fields, length(body)]).concat(body),
        )
        .join(""),
    );
    await connection.until(/LOG_SIGNATURE_MISSING/);
    const answers = connection.said.match(/HTTP\/1\.1 \d+|"service":"th[\w.]+"|"code":"\w+"/g);
    expect(answers).to.deep.equal([
      ...["HTTP/1.1 201", `"service":"${SERVICE}"`],
      ...["HTTP/1.1 201", `"service":"${OTHER}"`],
      ...["HTTP/1.1 401", '"code":"LOG_SIGNATURE_MISSING"'],
    ]);
    next++;
  });

  it("in chunks are taken as any other", async () => {
    const { fields, body } = await right();
    const one = await open();
    const [a, b] = [body.slice(0, 100), body.slice(100)];
    one.write(
      head(pathOf(SERVICE), [["host", host], ...fields, ["transfer-encoding", "chunked"]]) +
        `${a.length.toString(16)};x=y\r\n${a}\r\n${b.length.toString(16)}\r\n${b}\r\n0\r\n\r\n`,
    );
    await one.until(/\r\n\r\n\{/);
    expect(one.status, one.said).to.equal(201);
    next++;
  });

  /** Two readings of where a request ends; a right request stands where one of them has the next one begin. */
  const ambiguous: [name: string, fields: readonly Field[], before?: string][] = [
    [
      "length and chunks",
      [
        ["content-length", "5"],
        ["transfer-encoding", "chunked"],
      ],
      "0\r\n\r\n",
    ],
    [
      "chunks and length",
      [
        ["transfer-encoding", "chunked"],
        ["content-length", "5"],
      ],
      "0\r\n\r\n",
    ],
    [
      "two lengths",
      [
        ["content-length", "0"],
        ["content-length", "5"],
      ],
    ],
    ["a list of lengths", [["content-length", "0, 5"]]],
    ["a signed length", [["content-length", "+0"]]],
    ["a hexadecimal length", [["content-length", "0x0"]]],
    ["chunked twice", [["transfer-encoding", "chunked, chunked"]], "0\r\n\r\n"],
    ["chunks that are not the last coding", [["transfer-encoding", "chunked, identity"]], "0\r\n\r\n"],
    ["another coding", [["transfer-encoding", "xchunked"]], "0\r\n\r\n"],
    [
      "a space before the colon",
      [
        ["transfer-encoding ", "chunked"],
        ["content-length", "0"],
      ],
    ],
    [
      "a folded line",
      [
        ["x-a", "b\r\n transfer-encoding: chunked"],
        ["content-length", "0"],
      ],
    ],
    [
      "a NUL",
      [
        ["x-a", "b\0"],
        ["content-length", "0"],
      ],
    ],
    [
      "a bare CR",
      [
        ["x-a", "b\rtransfer-encoding: chunked"],
        ["content-length", "0"],
      ],
    ],
    ["a chunk's size that wraps around", [["transfer-encoding", "chunked"]], "10000000000000000\r\n\r\n"],
    ["a chunk's size with a sign", [["transfer-encoding", "chunked"]], "-0\r\n\r\n"],
    ["a chunk's size with 0x", [["transfer-encoding", "chunked"]], "0x0\r\n\r\n"],
  ];
  for (const [name, fields, before = ""] of ambiguous) {
    it(`with ${name} are refused, and the connection is closed`, async () => {
      const hidden = await right();
      const earlier = await accepted();
      const one = await open();
      const inner =
        head(pathOf(SERVICE), [["host", host], ...hidden.fields, length(hidden.body)]) + hidden.body;
      const outer = [["host", host], ["content-type", "application/json"], ...fields] as Field[];
      one.write(head(pathOf(SERVICE), outer) + before + inner);
      await one.until(/never/, 3_000);
      expect(one.ended, one.said).to.equal(true);
      expect(one.said).to.not.match(/HTTP\/1\.1 2/);
      expect(await accepted()).to.equal(earlier);
    });
  }

  for (const [name, fields] of [
    ["no Host", []],
    [
      "two Hosts",
      (): Field[] => [
        ["host", host],
        ["host", "other.example"],
      ],
    ],
  ] as const)
    it(`with ${name} are refused with 400 (RFC 9112 section 3.2)`, async () => {
      const { fields: own, body } = await right();
      const one = await open();
      const hosts = typeof fields === "function" ? fields() : fields;
      one.write(head(pathOf(SERVICE), [...hosts, ...own, length(body)]) + body);
      await one.until(/\r\n\r\n/);
      expect(one.status, one.said).to.equal(400);
    });
});
