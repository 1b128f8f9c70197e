import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

type AnswerFootProps = {
  base: string;
  view: { sub: { code: string }; saved: { revision: number }; previous: string | null; next: string | null };
  /** How it stands with what is typed; null where nothing is to say. */
  status: ReactNode;
  /** What the button says that saves the last page; null where nothing can be saved. */
  lastStep: string | null;
};

/** The end of an answer's page: back, how it stands, save and on. Where one can save, the line for how it stands keeps its place. */
export function AnswerFoot({ base, view, status, lastStep }: AnswerFootProps) {
  const { previous, next, sub, saved } = view;
  return (
    <div className="foot">
      {previous ? (
        <Link to={`${base}/${previous}`}>{previous} Föregående</Link>
      ) : (
        <Link to={base}>Alla delförmågor</Link>
      )}
      {(status || lastStep !== null || saved.revision > 0) && (
        <div className="saved">
          {status} {saved.revision > 0 && <Link to={`${base}/${sub.code}/historik`}>Historik</Link>}
        </div>
      )}
      {lastStep !== null ? (
        <div className="buttons">
          <button className="ds-button" data-variant="secondary" type="submit" name="intent" value="save">
            Spara
          </button>
          <button className="ds-button" type="submit" name="intent" value="next">
            {next ? `Spara och gå till ${next}` : lastStep}
          </button>
        </div>
      ) : (
        next && <Link to={`${base}/${next}`}>Nästa {next}</Link>
      )}
    </div>
  );
}
