import { checkStyle, checkTypes } from "./steps.ts";

const failed = [checkTypes(), checkStyle()].some((count) => count.failed > 0);
process.exit(failed ? 1 : 0);
