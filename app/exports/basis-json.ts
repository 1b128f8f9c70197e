import { z } from "zod";
import { type CouncilBasis, councilBasisSchema } from "./council-basis-schema.ts";
import { type PlanningBasis, planningBasisSchema } from "./planning-basis-schema.ts";

/** A basis as a JSON text, checked against its own schema: throws rather than give out what the schema does not promise. */
export function basisJson(basis: PlanningBasis | CouncilBasis): string {
  const schema = isCouncil(basis) ? councilBasisSchema : planningBasisSchema;
  return `${JSON.stringify(schema.parse(basis), null, 2)}\n`;
}

/** The JSON Schema (draft 2020-12) that the JSON file is written by. */
export function basisJsonSchema(basis: PlanningBasis | CouncilBasis): string {
  const schema = isCouncil(basis) ? councilBasisSchema : planningBasisSchema;
  return `${JSON.stringify({ $id: basis.$schema, ...z.toJSONSchema(schema) }, null, 2)}\n`;
}

function isCouncil(basis: PlanningBasis | CouncilBasis): basis is CouncilBasis {
  return !("cells" in basis);
}
