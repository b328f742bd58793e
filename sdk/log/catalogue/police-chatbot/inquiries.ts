import { action } from "../define/action.ts";
import { enumOf } from "../define/choices.ts";
import { quantity, units } from "../define/numbers.ts";
import { humanOverride, modelVersion } from "../shared/decisions.ts";
import { promised, taken } from "../shared/standards.ts";
import { channel, language } from "../shared/vocabulary.ts";

export const inquiryAnswered = action("inquiry.answered", {
  title: ["ตอบคำถามประชาชน", "Question answered"],
  sentence: [
    "ตอบคำถามเรื่อง{topic}ทาง{channel}: {outcome} ใช้เวลา {secondsTaken} จากที่สัญญาไว้ {secondsPromised}",
    "A question about {topic} came by {channel}: {outcome}; it took {secondsTaken} of the {secondsPromised} promised",
  ],
  fields: {
    topic: enumOf(["เรื่องที่ถาม", "topic"], {
      lostDocument: ["เอกสารหาย", "lost documents"],
      trafficFine: ["ค่าปรับจราจร", "traffic fines"],
      howToReport: ["วิธีแจ้งความ", "how to report a crime"],
      onlineFraud: ["การหลอกลวงออนไลน์", "online fraud"],
      bail: ["การประกันตัว", "bail"],
      stationContact: ["ที่ตั้งและเวลาทำการ", "address and opening hours"],
      other: ["อื่น ๆ", "another matter"],
    }),
    channel,
    language,
    outcome: enumOf(["ผล", "outcome"], {
      answered: ["ได้คำตอบ", "it was answered"],
      handedToOfficer: ["ส่งต่อให้เจ้าหน้าที่", "it was handed to an officer"],
      notUnderstood: ["ระบบไม่เข้าใจคำถาม", "the system did not understand it"],
    }),
    sources: quantity(
      ["แหล่งข้อมูลทางการที่อ้างในคำตอบ", "official sources cited in the answer"],
      units.items,
      [0, 20],
    ),
    secondsPromised: promised(units.seconds, 3_600),
    secondsTaken: taken(units.seconds, 86_400),
    modelVersion: modelVersion("police-answers"),
    humanOverride,
  },
  examples: [
    {
      topic: "lostDocument",
      channel: "chat",
      language: "th",
      outcome: "answered",
      sources: 2,
      secondsPromised: 30,
      secondsTaken: 4,
      modelVersion: "police-answers/1.3",
      humanOverride: "none",
    },
    {
      topic: "bail",
      channel: "web",
      language: "my",
      outcome: "handedToOfficer",
      sources: 0,
      secondsPromised: 30,
      secondsTaken: 610,
      modelVersion: "police-answers/1.3",
      humanOverride: "changed",
    },
  ],
  refused: [
    ["required", { modelVersion: undefined }, "ต้องบอกรุ่นของแบบจำลอง", "the model's version is not said"],
    ["additionalProperties", { question: "…" }, "ไม่เก็บข้อความของผู้ถาม", "what people wrote is not kept"],
    ["enum", { language: "fr" }, "ภาษาต้องอยู่ในรายการ", "the language is not of the list"],
  ],
});
