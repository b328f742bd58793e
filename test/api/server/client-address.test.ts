import { expect } from "chai";
import express from "express";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { clientOf, networkOf } from "../../../api/server/client-address.ts";

describe("client address", () => {
  it("is one for all addresses that one client has", () => {
    expect(networkOf("203.0.113.9")).to.equal("203.0.113.9");
    expect(networkOf("::ffff:203.0.113.9")).to.equal("203.0.113.9");
    expect(networkOf("2001:DB8:0:1::1")).to.equal("2001:db8:0:1::/64");
    expect(networkOf("2001:db8::1:0:0:0:ffff")).to.equal("2001:db8:0:1::/64");
    expect(networkOf("::1")).to.equal("0:0:0:0::/64");
    expect(networkOf("fe80::1%eth0")).to.equal("fe80:0:0:0::/64");
    expect(networkOf("2001:db8:0:2::1")).to.not.equal(networkOf("2001:db8:0:1::1"));
  });

  for (const proxies of [0, 1, 2, 5]) {
    it(`is the one that Express finds behind ${proxies} proxies`, async () => {
      const app = express().set("trust proxy", proxies);
      const found: [string, string][] = [];
      app.use((request, response) => {
        found.push([clientOf(request, proxies), networkOf(request.ip!)]);
        response.end();
      });
      const server = createServer(app).listen(0, "127.0.0.1");
      await once(server, "listening");
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const forwarded = [
        undefined,
        "203.0.113.1",
        "198.51.100.7, 203.0.113.1",
        " a ,198.51.100.7 , 203.0.113.1,10.0.0.1",
      ];
      for (const value of forwarded)
        await fetch(url, value === undefined ? {} : { headers: { "x-forwarded-for": value } });
      server.close();
      server.closeAllConnections();
      expect(found).to.have.length(forwarded.length);
      for (const [ours, express] of found) expect(ours).to.equal(express);
    });
  }
});
