/** The one list of schema modules: a new register adds its folder here. */
import "./access/index.ts";
import "./budget/index.ts";
import "./imports/index.ts";
import "./redflags/index.ts";
import "./ledger/index.ts";
