// Preloaded (--import) into a process whose clock a test sets: the file CLOCK_SHIFT says how many seconds it is off.
import { readFileSync } from "node:fs";

const file = process.env.CLOCK_SHIFT;
const RealDate = Date;
let shift = 0;
const read = () => {
  shift = 1_000 * Number(readFileSync(file, "utf8"));
};
read();
setInterval(read, 20).unref();

globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + shift);
    else super(...given);
  }
  static now() {
    return RealDate.now() + shift;
  }
};
