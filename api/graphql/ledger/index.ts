import "./meta.ts";
import "./event.ts";
import "./refusal.ts";
import "./block.ts";
import "./journal.ts";
import "./search.ts";
import "./submit.ts";
import "./subscriptions.ts";
