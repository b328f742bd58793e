import type * as original from "../th/receipt.ts";
import type { Translation } from "../types.ts";

export const receipt: Translation<typeof original.receipt> = {
  title: "Check a receipt",
  intro:
    "A receipt proves that an entry is in a service's log. You can check one here. The check runs on your own device, the receipt is sent nowhere, and once this page is open it works without a connection.",
  shows: "What is checked",
  showsItems: {
    entry: "The content of the receipt is, byte for byte, what the entry's fingerprint stands for.",
    place: "The entry is in the log, at the number that the receipt says.",
    ledger: "The fingerprint of the log is the one on the ledger, signed with the service's key.",
  },
  cannot:
    "The check cannot tell whether what was logged really happened. It tells in which service's log it stands, when that was confirmed, and that it was not changed since.",
  bring: "Your receipt",
  file: "Choose a receipt file",
  fileHint: "a JSON or COSE file from the service, or downloaded from the page of an entry",
  text: "or paste the text of a receipt",
  textHint: "JSON, or COSE in base64 or hexadecimal",
  qr: {
    intro: "or read it from a QR code",
    picture: "Choose a picture of a QR code",
    camera: "Read with the camera",
    stop: "Stop the camera",
    view: "What the camera sees",
    noCode: "No QR code was found in this picture. Try one that is sharper and straighter.",
    noPicture: "This file is no picture that can be opened. Try a photograph or a screenshot.",
    noReader:
      "The reader of QR codes cannot be fetched. Check your connection and try again, or paste the text of the receipt above.",
    noCamera: "The camera cannot be used. Allow it, or choose a picture instead.",
  },
  check: "Check this receipt",
  readyOffline: "Ready: this works without a connection too",
  nothing: "No file was chosen and no text was pasted.",
  unknownForm: "This is not a receipt. A receipt is JSON text that begins with {, or a COSE file.",
  otherFile:
    "This is some other file, not a receipt. A receipt is the file that the service gave to you, or that you download from the page of an entry; it has the words prongsai-log-receipt in it.",
  isAddress:
    "This is the address of a web page, not a receipt. Open it, and download the receipt from the page of the entry.",
  says: "What the receipt says",
  saysText: "The following is the receipt's own word. Believe it only if the result above is good.",
  unknownService: "The receipt is of the service {{name}}, which is not on this ledger.",
  step: {
    keys_one: "Read {{count, number}} key of the service from the ledger",
    keys_other: "Read {{count, number}} keys of the service from the ledger",
    head_one:
      "Found the confirmation of the log of {{count, number}} entry in record set {{block}} of the ledger",
    head_other:
      "Found the confirmation of the log of {{count, number}} entries in record set {{block}} of the ledger",
    noLedger: "The ledger cannot be asked: {{why}}",
    noNetwork: "There is no connection, so the ledger is not asked",
  },
  result: {
    title: "Result of the check",
    holdsTitle: "The receipt is right and agrees with the ledger",
    holds: "The entry is in the log that the ledger confirmed, and was not changed since.",
    failsTitle: "This receipt is not right",
    fails: "Some of what the receipt says is not true; see the steps that do not hold. Do not believe it.",
    noHead:
      "The ledger has no such confirmation in record set {{block}}, which the receipt names. Do not believe it.",
    unknown: "The receipt does not say enough to be checked.",
    unknownMend: "Ask the service for the whole receipt, or download it from the page of the entry.",
    signedTitle: "Signature and proof in the receipt hold, but the ledger was not asked",
    signedTold:
      "Checked with the service's key as this website told it when the page was opened; not compared with the ledger.",
    signedRemembered: "Checked with keys that were read from the ledger earlier while this page was open.",
    offlineWhy: "Your device cannot reach the ledger just now.",
    offlineMend: "When you are connected again, press “Check again”.",
  },
  where: "Where receipts come from",
  whereText:
    "A service gives a receipt to whoever handed in the entry, and anybody can download the receipt of any entry from its page.",
  whereLink: "See services and their entries",
};

export const catching: Translation<typeof original.catching> = {
  title: "How would you catch us lying?",
  intro:
    "Try it. Choose a service, change a copy of its true log on your own device, and see which check notices, and why. Every check is the very program that true logs are checked with. The true log is not touched.",
  service: "Service",
  choose: "Use this service's log",
  none: "There is no service with entries to try yet",
  noneOf: "This service has no confirmed entry yet; choose another",
  unknown: "There is no service {{name}}",
  option_one: "{{title}} ({{count, number}} entry)",
  option_other: "{{title}} ({{count, number}} entries)",
  try: "Try to lie",
  data_one: "This uses the true log of “{{title}}”, of {{count, number}} confirmed entry.",
  data_other:
    "This uses the newest entries of “{{title}}”, from its true log of {{count, number}} confirmed entries.",
  load: "Copy the log to this device",
  loading: "Copying",
  loadFailed: "The log cannot be copied",
  withheld: "What had to be published of this log is not to be had",
  withheldText:
    "That, too, is a lie that is noticed: the ledger has confirmed how many entries the log has and their fingerprint, so everybody can see that something is kept back, from where on and since when. If this lasts, it is no fault that passes.",
  loaded_one: "Copied the newest entry to your device",
  loaded_other: "Copied the newest {{count, number}} entries to your device",
  truth: "The truth, before you change it",
  lie: "How do you want to lie?",
  tell: "Tell this lie",
  entry: "About which entry",
  entryOption: "number {{index}}: {{type}}",
  rewrite: "Also write the fingerprint anew to fit, signed with a key of your own making",
  kinds: {
    change: {
      title: "Change what an entry says",
      text: "A single value of one entry is changed, as an official might do afterwards",
    },
    drop: {
      title: "Drop an entry",
      text: "One entry is taken out, the next ones move up, and the last is made up so that their number fits",
    },
    reorder: { title: "Change the order", text: "Two neighbouring entries change places" },
    backdate: { title: "Backdate", text: "The time of one entry is moved back a year" },
    forge: {
      title: "Forge a receipt",
      text: "A receipt is made for an entry that never was, signed with a key of your own making",
    },
    shorten: {
      title: "Shorten the log",
      text: "A head without the last entry is made and called the newest",
    },
  },
  before: "The truth",
  after: "What you made of it",
  gone: "This entry is gone",
  result: "What the check says",
  caught: "Caught: {{steps}}",
  notCaught: "The check found nothing wrong. Please tell whoever runs this system: this should not happen.",
  why: "Why each lie is noticed",
  whyOf: {
    change:
      "The fingerprint of a log is computed from every letter of every entry. Change one, and the fingerprint is another; the ledger has the true one already.",
    drop: "When an entry is gone, all later ones move, and the fingerprint is another.",
    reorder: "The fingerprint depends on the order. Two entries changing places give another one.",
    backdate:
      "The time is part of the entry, so changing it is changing the entry; and nothing can have been confirmed before the ledger took it.",
    forge:
      "The proof in a forged receipt does not lead to the fingerprint on the ledger, and a key of your own making is not the service's key on the ledger.",
    shorten:
      "The ledger takes only a longer log that keeps all of the one before. A shorter one is refused, and anybody sees that it contradicts what was confirmed.",
  },
  limits: "What this cannot catch",
  limitsItems: {
    never:
      "What was never logged at all. Whoever hands in an entry should keep the signed promise: if the entry does not appear as promised, anybody can prove it.",
    false:
      "What was false when it was logged. The log tells only in which service's log it stands and when that was confirmed.",
    two: "Showing different logs to different people, unless you ask the ledger. So ask several holders of copies.",
  },
};

export const witnesses: Translation<typeof original.witnesses> = {
  title: "Witnesses of the logs",
  intro:
    "Witnesses are agencies other than the one that runs the service. They check the whole log themselves and sign on the ledger that they saw the same log. The more witnesses, the harder it is to show different logs to different people.",
  caption_one: "Latest confirmation of {{count, number}} witness",
  caption_other: "Latest confirmations of witnesses ({{count, number}})",
  summary_one: "{{count, number}} agency is a witness",
  summary_other: "{{count, number}} agencies are witnesses",
  complete: "Checked to the end",
  completeOf: "{{complete}} of {{all}} services",
  outstanding: "Still to check",
  nothing: "nothing",
  inServices_one: "in {{count, number}} service",
  inServices_other: "in {{count, number}} services",
  late: "for more than a day",
  last: "Last signed",
  outstandingText:
    "Still to check is what the ledger confirmed and the witness has not signed for. The ledger sets witnesses no time; this page warns when a witness has entries to check and has signed nothing for that service for more than a day.",
  unseen_one: "{{count, number}} service has no witness yet",
  unseen_other: "{{count, number}} services have no witness yet",
  witness: "Witness",
  service: "Service",
  size: "Checked",
  sizeOf: "{{size}} of {{all}} entries",
  at: "When",
  none: "No agency is a witness yet",
  noneText: "No agency with the duty of a witness has signed for any service's log yet.",
};
