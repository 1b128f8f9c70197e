import { Link } from "@remix-run/react";
import type { Role } from "#domain/access.ts";
import type { StartRound } from "#domain/start-round.ts";
import { daysLeftText, dayText, momentText } from "#text/dates.ts";
import { delegatedText } from "#text/delegation.ts";
import { subsText } from "#text/overview.ts";
import { roundStateNames } from "#text/rounds.ts";

type Viewer = { role: Role; actorId: string | null };
type Step = { to: string; label: string };

function stepOfOwn({ year, own }: StartRound, role: Role): Step | null {
  if (own === null) return null;
  const survey = `/skattning/${year}/${own.actorId}`;
  if (own.mayApprove && role === "approver") return { to: `${survey}/faststall`, label: "Läs och fastställ" };
  if (own.submittedAt !== null && !own.isOpen)
    return { to: `/resultat/${year}/aktor/${own.actorId}`, label: "Se ert resultat" };
  if (!own.isOpen) return null;
  if (own.isSentBack && role === "coordinator") return { to: survey, label: "Läs kommentarerna" };
  const isWriter = role === "coordinator" || own.held.length > 0;
  const verb = !isWriter ? "Läs" : own.begun > 0 ? "Fortsätt" : "Börja";
  return { to: survey, label: `${verb} skattningen` };
}

/** The one thing to do with a round, for the one who looks; null where there is nothing yet. */
function nextStep(round: StartRound, { role }: Viewer): Step | null {
  const { year, state } = round;
  if (role === "office") {
    if (state === "released") return { to: `/resultat/${year}`, label: "Se regionens resultat" };
    return { to: `/omgangar/${year}`, label: state === "open" ? "Följ omgången" : "Till omgången" };
  }
  if (role === "chief_group") {
    if (state === "planned") return { to: `/lagstanivaer/${year}`, label: "Lägstanivåer" };
    return { to: `/resultat/${year}`, label: "Se regionens resultat" };
  }
  if (role === "council") {
    return state === "released" ? { to: `/resultat/${year}/regionen`, label: "Se regionens resultat" } : null;
  }
  return stepOfOwn(round, role);
}

/** The way to the region on one page, for those who may open it now. */
function overviewLink({ year, state }: StartRound, { role }: Viewer): Step | null {
  const isReader = role === "office" || role === "chief_group";
  const isShown = isReader ? state !== "planned" : role === "council" && state === "released";
  return isShown ? { to: `/resultat/${year}/oversikt`, label: `Regionens förmåga ${year} på en sida` } : null;
}

function situation(round: StartRound): string {
  if (round.state === "planned") return "Omgången har inte öppnat.";
  if (round.state === "open") return `Stänger ${dayText(round.closingDay)}, ${daysLeftText(round.daysLeft)}.`;
  return round.state === "closed" ? "Resultatet är inte släppt ännu." : "Resultatet är släppt.";
}

function ownSituation({ own, state }: StartRound, { actorId }: Viewer): string | null {
  if (own === null) return actorId === null || state === "planned" ? null : "Er aktör ingår inte i omgången.";
  if (own.reopenedUntil !== null && own.isOpen)
    return `Samordningskansliet har återöppnat er skattning till och med ${dayText(own.reopenedUntil)}.`;
  if (own.submittedAt !== null) {
    const approved = own.state === "approved" ? "Den är fastställd." : "Den är inte fastställd än.";
    return `Ni lämnade in ${momentText(own.submittedAt)}. ${approved}`;
  }
  if (own.isSentBack && own.isOpen) return "Er fastställare har skickat tillbaka skattningen med kommentarer.";
  if (state !== "open") return "Ni lämnade inte in.";
  if (own.held.length > 0) return delegatedText(own.held);
  if (own.begun === 0 || own.progress === null) return "Ni har inte börjat.";
  return `${own.progress.ready} av ${subsText(own.progress.total)} är klara.`;
}

/** A round on the start page: its state, where the viewer stands, and the one thing to do next. */
export function RoundCard({ round, viewer }: { round: StartRound; viewer: Viewer }) {
  const step = nextStep(round, viewer);
  const overview = overviewLink(round, viewer);
  const own = ownSituation(round, viewer);
  const { submitted } = round;
  return (
    <section className="round-card" aria-labelledby={`omgang-${round.year}`}>
      <div>
        <h2 id={`omgang-${round.year}`}>
          Skattning {round.year} <span className={`tag state-${round.state}`}>{roundStateNames[round.state]}</span>
        </h2>
        <p>
          {situation(round)} {submitted && `${submitted.actors} av ${submitted.of} aktörer har lämnat in.`}
        </p>
        {own && <p>{own}</p>}
        {overview && (
          <p>
            <Link to={overview.to}>{overview.label}</Link>
          </p>
        )}
      </div>
      {step && (
        <Link className="ds-button" data-variant={round.state === "released" ? "secondary" : undefined} to={step.to}>
          {step.label}
        </Link>
      )}
    </section>
  );
}
