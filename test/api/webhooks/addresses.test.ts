import { expect } from "chai";
import { isLoopback, isPublicAddress } from "../../../api/webhooks/address/public.ts";
import { resolvePublic } from "../../../api/webhooks/address/resolve.ts";
import { readWebhookUrl } from "../../../api/webhooks/address/url.ts";
import { pauseAfter } from "../../../api/webhooks/deliver/pause.ts";

const CLOSED = { loopback: false };
const DEMONSTRATION = { loopback: true };

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe("where webhooks may lead", () => {
  const reserved = [
    ...["0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.100.100.200", "127.0.0.1"],
    ...["127.255.255.254", "169.254.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.192"],
    ...["192.0.2.1", "192.88.99.1", "192.168.0.1", "198.18.0.1", "198.19.255.255", "198.51.100.7"],
    ...["203.0.113.9", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "168.63.129.16"],
    ...["::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:8.8.8.8", "::ffff:7f00:1", "::127.0.0.1"],
    ...["64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "100::1", "2001::1", "2001:10::1", "2001:db8::1"],
    ...[
      "2002:7f00:1::",
      "3fff::1",
      "fc00::1",
      "fd00:ec2::254",
      "fe80::1",
      "fe80::1%eth0",
      "fec0::1",
      "ff02::1",
    ],
    ...["5f00::1", "4000::1", "", "localhost", "1.2.3", "0x7f.0.0.1", "example.org"],
  ];
  for (const address of reserved)
    it(`not to ${address || "nothing"}`, () => expect(isPublicAddress(address)).to.equal(false));

  for (const address of ["8.8.8.8", "1.1.1.1", "172.15.0.1", "172.32.0.1", "100.63.0.1", "2606:4700::1111"])
    it(`to ${address}`, () => expect(isPublicAddress(address)).to.equal(true));

  it("knows this machine itself", () => {
    for (const address of ["127.0.0.1", "127.9.9.9", "::1", "0:0:0:0:0:0:0:1"])
      expect(isLoopback(address), address).to.equal(true);
    for (const address of ["128.0.0.1", "10.0.0.1", "::2", "localhost"])
      expect(isLoopback(address), address).to.equal(false);
  });

  const urls: [url: string, code: string | undefined][] = [
    ["https://receiver.example.go.th/hook?token=a1", undefined],
    ["https://receiver.example.go.th:8443/hook", undefined],
    ["https://8.8.8.8/", undefined],
    ["https://[2606:4700::1111]/", undefined],
    ["http://receiver.example.go.th/hook", "WEBHOOK_URL"],
    ["ftp://receiver.example.go.th/", "WEBHOOK_URL"],
    ["file:///etc/passwd", "WEBHOOK_URL"],
    ["https://user:secret@receiver.example.go.th/", "WEBHOOK_URL"],
    ["https://receiver.example.go.th/#part", "WEBHOOK_URL"],
    ["https://receiver.example.go.th/ก", "WEBHOOK_URL"],
    [`https://receiver.example.go.th/${"a".repeat(1_000)}`, "WEBHOOK_URL"],
    ["https://", "WEBHOOK_URL"],
    ["receiver", "WEBHOOK_URL"],
    ["https://127.0.0.1/", "WEBHOOK_ADDRESS"],
    ["https://2130706433/", "WEBHOOK_ADDRESS"],
    ["https://0x7f.1/", "WEBHOOK_ADDRESS"],
    ["https://0177.0.0.1/", "WEBHOOK_ADDRESS"],
    ["https://[::1]/", "WEBHOOK_ADDRESS"],
    ["https://[::ffff:169.254.169.254]/", "WEBHOOK_ADDRESS"],
    ["https://169.254.169.254/latest/meta-data/", "WEBHOOK_ADDRESS"],
    ["https://localhost/", "WEBHOOK_ADDRESS"],
    ["https://a.localhost./", "WEBHOOK_ADDRESS"],
    ["http://127.0.0.1/", "WEBHOOK_URL"],
    ["https://receiver.example.go.th/somchai%40example.com", "LOG_PERSONAL_DATA"],
  ];
  for (const [url, code] of urls)
    it(`${url.slice(0, 60)}: ${code ?? "taken"}`, () =>
      expect(codeOf(() => readWebhookUrl(url, CLOSED))).to.equal(code));

  it("to this machine itself, but no other that is not public, where a demonstration asks for it", () => {
    for (const url of [
      "http://127.0.0.1:9000/",
      "http://localhost:9000/",
      "http://[::1]/",
      "https://127.0.0.1/",
    ])
      expect(
        codeOf(() => readWebhookUrl(url, DEMONSTRATION)),
        url,
      ).to.equal(undefined);
    expect(codeOf(() => readWebhookUrl("https://10.0.0.1/", DEMONSTRATION))).to.equal("WEBHOOK_ADDRESS");
    expect(codeOf(() => readWebhookUrl("http://8.8.8.8/", DEMONSTRATION))).to.equal("WEBHOOK_URL");
  });

  it("a name that leads to this machine is refused when it is looked up", async () => {
    const failure = await resolvePublic(new URL("https://localhost/"), CLOSED).catch(
      (error: unknown) => error,
    );
    expect(failure).to.include({ code: "WEBHOOK_ADDRESS" });
    const found = await resolvePublic(new URL("http://localhost/"), DEMONSTRATION);
    expect(found.every(({ address }) => isLoopback(address))).to.equal(true);
  });

  it("a name that nobody knows is told as such", async () => {
    const failure = await resolvePublic(new URL("https://nobody.invalid/"), CLOSED).catch(
      (error: unknown) => error,
    );
    expect(failure).to.include({ code: "WEBHOOK_NOT_RESOLVED" });
  });

  it("pauses grow from a second to an hour and are never alike", () => {
    expect([1, 2, 3, 13, 500].map((failures) => pauseAfter(failures, false, 1))).to.deep.equal([
      1, 2, 4, 3_600, 3_600,
    ]);
    expect(pauseAfter(3, false, 0)).to.equal(2);
    expect(pauseAfter(500, true, 1)).to.equal(21_600);
  });
});
