import { expect } from "chai";
import { agencies } from "../../../scripts/demo/cast.ts";
import { th } from "../../../web/i18n/th/index.ts";
import { attributes, getPage } from "../pages/support/get-page.ts";
import { filled } from "./support/filled.ts";

const { witnesses: texts } = th;
const shown = new Intl.NumberFormat("th-TH-u-nu-latn");

const escape = (text: string) => text.replaceAll(/[()]/g, "\\$&");

const QUERY = `{
  witnesses { nodes { agency { code nameTh } service { name size } size timestamp } }
  services { nodes { name size agency { code } } }
}`;
interface Told {
  readonly witnesses: {
    readonly nodes: readonly {
      readonly agency: { readonly code: number; readonly nameTh: string };
      readonly service: { readonly name: string; readonly size: number };
      readonly size: number;
      readonly timestamp: string;
    }[];
  };
  readonly services: {
    readonly nodes: readonly {
      readonly name: string;
      readonly size: number;
      readonly agency: { readonly code: number };
    }[];
  };
}

describe("pages: witnesses", function () {
  this.timeout(180_000);

  it("shows each agency with what it signed, when, and what it still has to check", async () => {
    const api = await filled();
    const { data } = await api.ask<Told>(QUERY);
    const { witnesses, services } = data!;
    const { html, text } = await getPage(api, "/witnesses");
    const links = attributes(html, "a", "href");
    const times = attributes(html, "time", "datetime").map((at) => Date.parse(at));
    expect(text).to.include("หน่วยงานที่เป็นพยาน 2 หน่วยงาน");
    for (const { code } of [agencies.audit, agencies.bureau]) {
      const signed = witnesses.nodes.filter(({ agency }) => agency.code === code);
      const { nameTh } = signed[0]!.agency;
      expect(links.filter((link) => link === `/agency/${code}`)).to.have.length(1 + signed.length);
      for (const { size, timestamp, service } of signed) {
        expect(text).to.include(`${shown.format(size)} จาก ${shown.format(service.size)} รายการ`);
        expect(times).to.include(Date.parse(timestamp));
      }
      const open = services.nodes
        .filter((one) => one.agency.code !== code)
        .map(({ name, size }) => size - (signed.find((one) => one.service.name === name)?.size ?? 0))
        .filter((left) => left > 0);
      const owed = `${shown.format(open.reduce((sum, left) => sum + left, 0))} รายการ ใน ${open.length} บริการ`;
      // The silent service was registered long ago, and neither has looked at it.
      expect(text).to.match(new RegExp(`${escape(nameTh)}[^:]*?${owed} ${texts.late}`));
    }
  });

  it("names the services that no witness has checked", async () => {
    const { logs, ...api } = await filled();
    const { text } = await getPage(api, "/witnesses");
    const [, after] = text.split("บริการที่ยังไม่มีพยานตรวจ 1 บริการ");
    expect(after?.trim().startsWith(logs.silent.service.title.th)).to.equal(true);
  });
});
