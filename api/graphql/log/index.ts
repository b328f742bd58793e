import "./service.ts";
import "./anchor.ts";
import "./witness.ts";
import "./promise.ts";
import "./action.ts";
import "./activity.ts";
import "./subscription.ts";
