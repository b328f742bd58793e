import "./batch.ts";
import "./reported.ts";
