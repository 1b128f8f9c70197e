import type { ReactNode } from "react";
import { isContinued } from "#domain/measure.ts";
import { MeasureForm, type MeasureFormPlace } from "./measure-forms.tsx";
import { EarlierMeasures, type Measure, MeasureTexts, OwnMeasures } from "./measure-list.tsx";

export type MeasureGroup = { isShort: boolean; own: Measure[]; earlier: Measure[] };
type MeasureSectionProps = {
  code: string;
  heading: ReactNode;
  year: number;
  group: MeasureGroup;
  place: MeasureFormPlace;
  canEdit: boolean;
  /** Whether new measures can be noted for it. */
  isAsked: boolean;
  /** What was just saved here. */
  saved?: string | null;
};

function Reading({ group, year }: { group: MeasureGroup; year: number }) {
  const measures = [...group.earlier, ...group.own];
  if (measures.length === 0) return <p className="empty">Ingen åtgärd är noterad.</p>;
  return <MeasureTexts measures={measures} year={year} />;
}

function Editing({ group, year, place, code, isAsked }: Omit<MeasureSectionProps, "heading" | "canEdit" | "saved">) {
  const { own, earlier, isShort } = group;
  const isPlanned = own.length > 0 || earlier.some(({ state }) => isContinued(state));
  const cameBack = place.failure?.key === `ny-${code}`;
  return (
    <>
      {earlier.length > 0 && <EarlierMeasures measures={earlier} year={year} place={place} />}
      {own.length > 0 && <OwnMeasures measures={own} year={year} place={place} />}
      {isShort && !isPlanned && <p>Nivån räcker inte eller är inte känd. Vad ska ni göra åt det?</p>}
      {(isAsked || cameBack) && (
        <details key={`ny-${own.length}`} open={cameBack}>
          <summary>
            Lägg till en åtgärd <span className="sr-only">för {code}</span>
          </summary>
          <MeasureForm place={place} target={{ code }} />
        </details>
      )}
    </>
  );
}

/** What the actor will do about one sub-capability: earlier years' measures to follow up, this year's, and a new one. */
export function MeasureSection({ heading, canEdit, saved, ...props }: MeasureSectionProps) {
  const { code, group, year } = props;
  return (
    <section className="measure-section" id={`atgarder-${code}`} aria-labelledby={`atgarder-rubrik-${code}`}>
      <h2 id={`atgarder-rubrik-${code}`}>{heading}</h2>
      {saved && (
        <p className="notice saved" role="status">
          {saved}
        </p>
      )}
      {canEdit ? <Editing {...props} /> : <Reading group={group} year={year} />}
    </section>
  );
}
