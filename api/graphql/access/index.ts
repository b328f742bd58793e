import "./agency.ts";
import "./deployment.ts";
