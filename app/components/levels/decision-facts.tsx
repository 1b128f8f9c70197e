import { TextField } from "../field.tsx";

type DecisionFactsProps = {
  typed: (name: string, fallback: string) => string;
  errors: Record<string, string>;
};

/** When a decision was taken, by which meeting, and where it stands. */
export function DecisionFacts({ typed, errors }: DecisionFactsProps) {
  return (
    <div className="row aligned decision-facts">
      <TextField
        name="decidedOn"
        type="date"
        label="Beslutet fattades"
        value={typed("decidedOn", "")}
        error={errors.decidedOn}
      />
      <TextField
        name="meeting"
        label="Möte"
        hint="Till exempel ”Regionala chefsgruppen, möte 2”."
        value={typed("meeting", "")}
        error={errors.meeting}
      />
      <TextField
        name="reference"
        label="Hänvisning"
        hint="Var det står, till exempel ”Protokoll § 4”."
        value={typed("reference", "")}
        error={errors.reference}
      />
      <TextField
        name="registryNumber"
        label="Diarienummer (om det finns)"
        value={typed("registryNumber", "")}
        error={errors.registryNumber}
      />
    </div>
  );
}
