import type { ContractErrorTexts } from "../contract-text.ts";

const check = { th: "ตรวจสอบข้อเสนอ แล้วส่งใหม่", en: "Check the proposal and send it again." } as const;

/** Errors of Consortium and of the OpenZeppelin Governor that it is built on. */
export const consortiumErrors: ContractErrorTexts = {
  ConsortiumAgencyMissing: {
    th: [
      "ยังไม่ได้ระบุหน่วยงานสมาชิก",
      "คณะสมาชิกต้องมีหน่วยงานอย่างน้อยหนึ่งหน่วยงาน และทุกหน่วยงานต้องมีรหัส",
      "ระบุรหัสหน่วยงาน แล้วส่งใหม่",
    ],
    en: [
      "The member agency is missing.",
      "The consortium has at least one member, and each has a code.",
      "Give the agency's code and send it again.",
    ],
  },
  ConsortiumAccountMissing: {
    th: ["หน่วยงานรหัส {agency} ยังไม่มีบัญชีลงคะแนน", "สมาชิกทุกหน่วยงานลงคะแนนด้วยบัญชีของตน", "ระบุบัญชีลงคะแนน แล้วส่งใหม่"],
    en: [
      "The agency {agency} has no voting account.",
      "Every member votes with an account of its own.",
      "Give the account and send it again.",
    ],
  },
  ConsortiumDelayMissing: {
    th: ["ระยะเวลารอก่อนดำเนินการเป็นศูนย์", "ทุกข้อเสนอที่ผ่านต้องรอ เพื่อให้ทุกฝ่ายเห็นก่อนมีผล", "กำหนดระยะเวลารอมากกว่าศูนย์"],
    en: [
      "The execution delay is zero.",
      "What has passed waits, so that everybody sees it before it takes effect.",
      "Set a delay above zero.",
    ],
  },
  ConsortiumMemberExists: {
    th: [
      "หน่วยงานรหัส {agency} เป็นสมาชิกอยู่แล้ว",
      "ลงคะแนนด้วยบัญชี {account}",
      "ไม่ต้องดำเนินการ หรือเปลี่ยนบัญชีลงคะแนนแทน",
    ],
    en: [
      "The agency {agency} is a member already.",
      "It votes with {account}.",
      "Nothing needs to be done, or replace its account.",
    ],
  },
  ConsortiumMemberUnknown: {
    th: ["หน่วยงานรหัส {agency} ไม่ได้เป็นสมาชิก", "ทำรายการนี้ได้เฉพาะหน่วยงานสมาชิก", "ตรวจสอบรหัสหน่วยงาน"],
    en: ["The agency {agency} is not a member.", "This concerns members only.", "Check the agency's code."],
  },
  ConsortiumAccountTaken: {
    th: ["บัญชี {account} ลงคะแนนแทนสมาชิกอื่นอยู่แล้ว", "หนึ่งบัญชีมีหนึ่งเสียง", "ใช้บัญชีลงคะแนนอื่น"],
    en: [
      "The account {account} votes for a member already.",
      "One account has one vote.",
      "Use another account.",
    ],
  },
  ConsortiumLastMember: {
    th: [
      "ถอนหน่วยงานรหัส {agency} ออกไม่ได้",
      "เป็นสมาชิกหน่วยงานสุดท้าย ถ้าถอนออกจะไม่มีใครแก้ไขอะไรได้อีก",
      "รับสมาชิกใหม่ก่อน",
    ],
    en: [
      "The agency {agency} cannot be removed.",
      "It is the last member; without it nobody could change anything.",
      "Admit another member first.",
    ],
  },
  ConsortiumNotMember: {
    th: [
      "บัญชี {account} ไม่มีสิทธิลงคะแนนในข้อเสนอนี้",
      "ไม่ได้เป็นสมาชิกเมื่อ {snapshot:time} ซึ่งเป็นเวลานับสิทธิ",
      "ลงคะแนนด้วยบัญชีที่มีสิทธิในเวลานั้น",
    ],
    en: [
      "The account {account} has no vote on this proposal.",
      "It voted for no member at {snapshot:time}, when votes were counted.",
      "Vote with an account that was a member's then.",
    ],
  },
  GovernorAlreadyCastVote: {
    th: ["บัญชี {voter} ลงคะแนนไปแล้ว", "ลงคะแนนได้ครั้งเดียวต่อข้อเสนอ", "ไม่ต้องดำเนินการ"],
    en: [
      "The account {voter} has voted already.",
      "There is one vote on a proposal.",
      "Nothing needs to be done.",
    ],
  },
  GovernorAlreadyQueuedProposal: {
    th: ["ข้อเสนอ {proposalId} เข้าคิวแล้ว", "เข้าคิวได้ครั้งเดียว", "รอให้ครบกำหนด แล้วสั่งดำเนินการ"],
    en: [
      "The proposal {proposalId} is queued already.",
      "A proposal is queued once.",
      "Wait for its delay, then execute it.",
    ],
  },
  GovernorDisabledDeposit: {
    th: ["ส่งเงินเข้าคณะสมาชิกไม่ได้", "คณะสมาชิกไม่ถือเงิน", "ส่งข้อเสนอโดยไม่แนบเงิน"],
    en: ["The consortium takes no deposits.", "It holds no money.", "Send the proposal without value."],
  },
  GovernorInsufficientProposerVotes: {
    th: ["บัญชี {proposer} เสนอไม่ได้", "มี {votes} เสียง แต่ต้องมี {threshold} เสียง", "ให้หน่วยงานสมาชิกเป็นผู้เสนอ"],
    en: [
      "The account {proposer} cannot propose.",
      "It has {votes} votes; {threshold} are needed.",
      "Let a member propose it.",
    ],
  },
  GovernorInvalidProposalLength: {
    th: [
      "ข้อเสนอไม่ครบส่วน",
      "มีปลายทาง {targets} รายการ คำสั่ง {calldatas} รายการ และจำนวนเงิน {values} รายการ ต้องเท่ากันและไม่เป็นศูนย์",
      check.th,
    ],
    en: [
      "The proposal is incomplete.",
      "It has {targets} targets, {calldatas} calls and {values} values; they must be as many, and at least one.",
      check.en,
    ],
  },
  GovernorInvalidSignature: {
    th: ["ลายมือชื่อลงคะแนนของ {voter} ไม่ถูกต้อง", "ลายมือชื่อไม่ตรงกับบัญชีหรือกับข้อความ", "ลงนามใหม่ด้วยบัญชีที่มีสิทธิ"],
    en: [
      "The voting signature of {voter} does not fit.",
      "It is not of this account, or not of this vote.",
      "Sign again with the voting account.",
    ],
  },
  GovernorInvalidVoteParams: {
    th: ["ข้อมูลประกอบการลงคะแนนใช้ไม่ได้", "การลงคะแนนนี้ไม่รับข้อมูลเพิ่ม", "ลงคะแนนใหม่โดยไม่แนบข้อมูลเพิ่ม"],
    en: ["The vote's parameters cannot be used.", "This vote takes none.", "Vote again without them."],
  },
  GovernorInvalidVoteType: {
    th: ["คะแนนที่ลงใช้ไม่ได้", "ลงคะแนนได้สามอย่าง คือ 0 ไม่เห็นด้วย 1 เห็นด้วย 2 งดออกเสียง", "ลงคะแนนใหม่"],
    en: ["This is not a vote.", "Votes are 0 against, 1 for, 2 abstain.", "Vote again."],
  },
  GovernorInvalidVotingPeriod: {
    th: ["ระยะเวลาลงคะแนน {votingPeriod} วินาทีใช้ไม่ได้", "ต้องมากกว่าศูนย์", "กำหนดระยะเวลาใหม่"],
    en: [
      "A voting period of {votingPeriod} seconds cannot be used.",
      "It must be above zero.",
      "Set another period.",
    ],
  },
  GovernorLockedIgnore: {
    th: ["ตั้งให้ข้ามการรอของคำสั่งนี้ไม่ได้", "คำสั่งของตัวจัดการสิทธิเองต้องรอเสมอ", check.th],
    en: [
      "The delay of this call cannot be ignored.",
      "Calls to the access manager itself always wait.",
      check.en,
    ],
  },
  GovernorMismatchedNonce: {
    th: [
      "ข้อเสนอ {proposalId} เข้าคิวซ้อนกับคำสั่งอื่น",
      "ลำดับในตัวจัดการสิทธิควรเป็น {expectedNonce} แต่เป็น {actualNonce}",
      "เสนอใหม่อีกครั้ง",
    ],
    en: [
      "The proposal {proposalId} collides with another schedule.",
      "Its number in the access manager should be {expectedNonce}; it is {actualNonce}.",
      "Propose it again.",
    ],
  },
  GovernorNonexistentProposal: {
    th: [
      "ไม่พบข้อเสนอ {proposalId}",
      "ยังไม่มีการเสนอ หรือเนื้อหาที่ส่งมาไม่ตรงกับที่เสนอ",
      "ตรวจสอบหมายเลขและเนื้อหาของข้อเสนอ",
    ],
    en: [
      "There is no proposal {proposalId}.",
      "It was never made, or what was sent is not what was proposed.",
      "Check its number and content.",
    ],
  },
  GovernorOnlyExecutor: {
    th: ["บัญชี {account} สั่งรายการนี้เองไม่ได้", "ทำได้โดยมติของคณะสมาชิกเท่านั้น", "เสนอให้คณะสมาชิกลงคะแนน"],
    en: [
      "The account {account} cannot do this.",
      "Only a vote of the consortium can.",
      "Propose it to the consortium.",
    ],
  },
  GovernorProposalQueueingFailed: {
    th: ["นำข้อเสนอ {proposalId} เข้าคิวไม่ได้", "ตัวจัดการสิทธิไม่รับกำหนดเวลาของข้อเสนอ", check.th],
    en: [
      "The proposal {proposalId} could not be queued.",
      "The access manager did not take its schedule.",
      check.en,
    ],
  },
  GovernorProposalQueueingNotRequired: {
    th: ["ข้อเสนอ {proposalId} ไม่ต้องเข้าคิว", "คำสั่งในข้อเสนอไม่มีระยะเวลารอ", "สั่งดำเนินการได้เลย"],
    en: ["The proposal {proposalId} needs no queue.", "Its calls have no delay.", "Execute it."],
  },
  GovernorRestrictedProposer: {
    th: ["บัญชี {proposer} เสนอข้อเสนอนี้ไม่ได้", "ข้อเสนอระบุผู้เสนอเป็นบัญชีอื่น", "ให้บัญชีที่ระบุเป็นผู้เสนอ"],
    en: [
      "The account {proposer} cannot make this proposal.",
      "It names another proposer.",
      "Let the named account propose it.",
    ],
  },
  GovernorUnableToCancel: {
    th: [
      "บัญชี {account} ถอนข้อเสนอ {proposalId} ไม่ได้",
      "ผู้เสนอเท่านั้นที่ถอนได้ และต้องถอนก่อนเปิดลงคะแนน",
      "ให้ผู้เสนอถอนก่อนเปิดลงคะแนน",
    ],
    en: [
      "The account {account} cannot cancel the proposal {proposalId}.",
      "Only its proposer can, before voting begins.",
      "Let the proposer cancel it in time.",
    ],
  },
  GovernorUnexpectedProposalState: {
    th: [
      "ทำรายการกับข้อเสนอ {proposalId} ขณะนี้ไม่ได้",
      "ข้อเสนออยู่ในสถานะ “{current:proposalState}” (สถานะที่ทำได้: {expectedStates})",
      "รอให้ถึงขั้นที่ถูกต้อง หรือตรวจสอบหมายเลขข้อเสนอ",
    ],
    en: [
      "The proposal {proposalId} does not allow this now.",
      "It is “{current:proposalState}” (allowed states as a mask: {expectedStates}).",
      "Wait for the right stage, or check its number.",
    ],
  },
  GovernorUnmetDelay: {
    th: ["ยังสั่งดำเนินการข้อเสนอ {proposalId} ไม่ได้", "ต้องรอถึง {neededTimestamp:time}", "สั่งดำเนินการหลังเวลานั้น"],
    en: [
      "The proposal {proposalId} cannot be executed yet.",
      "It waits until {neededTimestamp:time}.",
      "Execute it after that.",
    ],
  },
  CheckpointUnorderedInsertion: {
    th: ["บันทึกจำนวนสมาชิกย้อนเวลาไม่ได้", "เวลาใหม่ต้องไม่อยู่ก่อนเวลาที่บันทึกล่าสุด", "แจ้งผู้ดูแลเครือข่ายให้ตรวจสอบเวลาของบล็อก"],
    en: [
      "Membership cannot be recorded in the past.",
      "A new moment is not before the last recorded one.",
      "Tell the network's operators to check the blocks' times.",
    ],
  },
  InvalidAccountNonce: {
    th: ["คำสั่งที่ลงนามของ {account} ใช้ไปแล้ว หรือผิดลำดับ", "ลำดับถัดไปคือ {currentNonce}", "ลงนามใหม่ด้วยลำดับที่ถูกต้อง"],
    en: [
      "The signed order of {account} was used before, or is out of order.",
      "The next number is {currentNonce}.",
      "Sign again with the right number.",
    ],
  },
};
