import { CheckboxesField } from "#components/choice-field.tsx";
import { causes } from "#domain/answer.ts";
import { gapBetween } from "#domain/gap.ts";
import { causeNames } from "#text/answers.ts";
import { gapText } from "#text/survey.ts";

type CausesInputProps = {
  answer: string;
  minimum: number | null;
  chosen: readonly string[];
  error: string | undefined;
};

const options = causes.map((value) => ({ value, label: causeNames[value] }));

/** How far below the minimum a typed answer lies, in words; null where causes are not asked for. */
function shortfall(answer: string, minimum: number | null): string | null {
  if (answer === "unknown") return "Kan inte bedömas.";
  const gap = /^\d+$/.test(answer) ? gapBetween(minimum, Number(answer)) : null;
  return gap ? gapText(gap) : null;
}

/** What lies behind a shortcoming. Stands out where it is asked for; the stylesheet follows the choice of level too. */
export function CausesInput({ answer, minimum, chosen, error }: CausesInputProps) {
  const short = shortfall(answer, minimum);
  const when =
    minimum === null
      ? "Fylls i om nivån inte kan bedömas."
      : `Fylls i om nivån är under lägstanivån ${minimum} eller inte kan bedömas.`;
  return (
    <div className={short ? "causes due" : "causes"}>
      <CheckboxesField
        name="causes"
        chips
        legend={
          <>
            {short && <b>{short} </b>}
            Vad är det som fattas? Välj en eller flera.
          </>
        }
        hint={short ? undefined : when}
        options={options}
        values={chosen}
        error={error}
      />
    </div>
  );
}
