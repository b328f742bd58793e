import type { EventTexts } from "./texts.ts";

export const texts: EventTexts = {
  AgencyEnrolled: {
    th: "ขึ้นทะเบียนหน่วยงาน {nameTh} (รหัส {code})",
    en: "{nameEn} (agency {code}) was enrolled",
  },
  AgencyRenamed: {
    th: "หน่วยงานรหัส {code} เปลี่ยนชื่อเป็น {nameTh}",
    en: "Agency {code} was renamed {nameEn}",
  },
  AgencySuspended: {
    th: "ระงับหน่วยงานรหัส {code}",
    en: "Agency {code} was suspended",
  },
  AgencyReinstated: {
    th: "ยกเลิกการระงับหน่วยงานรหัส {code}",
    en: "Agency {code} was reinstated",
  },
  OfficerEnrolled: {
    th: "ขึ้นทะเบียนเจ้าหน้าที่ของหน่วยงานรหัส {agency}: {duties:duties}",
    en: "An officer of agency {agency} was registered: {duties:duties}",
  },
  OfficerRevoked: {
    th: "เพิกถอนเจ้าหน้าที่ของหน่วยงานรหัส {agency}",
    en: "An officer of agency {agency} was revoked",
  },
  DeploymentPublished: {
    th: "ประกาศใช้ {name} รุ่นที่ {version}",
    en: "Version {version} of {name} was published",
  },
  DeploymentRetired: {
    th: "เลิกใช้ {name} รุ่นที่ {version}",
    en: "Version {version} of {name} was retired",
  },
};
