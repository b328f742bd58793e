import type { verify as original } from "../th/verify.ts";
import type { Translation } from "../types.ts";

export const verify: Translation<typeof original> = {
  mark: {
    unchecked: "Check this yourself",
    checking: "Checking",
    agrees: "Agrees with the ledger",
    differs: "Does not agree with the ledger",
    unknown: "Cannot be checked",
    of: "{{state}}: {{subject}}",
  },
  title: "Check: {{subject}}",
  intro:
    "This check runs on your own device. It asks the ledger directly and compares the answer with this page. Nothing that this website says is taken as proof.",
  start: "Start the check",
  again: "Check again",
  stop: "Stop",
  close: "Close",
  steps: "Steps taken",
  agreesText: "The figures on this page agree with what is recorded on the ledger.",
  agreesWhen: "Checked {{time}}, asking {{source}}",
  differsText: "The figures on this page do not agree with what is recorded on the ledger. Do not use them.",
  item: "What was compared",
  said: "This page says",
  ledger: "The ledger says",
  todo: "What you can do",
  todoAgain: "Check again by asking another address, to be sure that the fault is not with whoever answered.",
  todoKeep: "Download the evidence file and keep it. It can be checked again without this website.",
  todoTell: "Tell the agency that runs this system, and attach the evidence file.",
  unknownText: "It cannot be said whether the figures agree: the check did not succeed.",
  why: "Why",
  evidence: "Download the evidence file",
  source: {
    title: "Where the ledger is asked",
    label: "Address of the ledger",
    hint: "You may use the address of another agency or your own, such as https://node.example.go.th",
    use: "Use this address",
    reset: "Back to the first address",
    own: "This address was suggested by this website. If you do not trust it, ask another.",
    invalid: "The address must begin with http:// or https://",
    missing: "This website gave no address of the ledger. Please enter one.",
  },
};
