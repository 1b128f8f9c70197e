import { Link } from "@remix-run/react";
import { Notice } from "./notice.tsx";
import { Page } from "./page.tsx";

type WaitingForReleaseProps = {
  title: string;
  year: number;
  /** The newest released year; null: none. */
  released: number | null;
  /** The page's last piece of address, to show the released year's. */
  page: "regionen" | "oversikt" | "uppfoljning" | "utveckling" | "underlag";
};

/** What stands instead of a result that is not released, and what can be read meanwhile. */
export function WaitingForRelease({ title, year, released, page }: WaitingForReleaseProps) {
  return (
    <Page title={title} narrow>
      <Notice kind="info">
        <p>
          Resultatet för {year} är inte släppt. Det visas här när samordningskansliet har stängt och släppt omgången.
          Till dess kan du läsa <Link to={`/lagstanivaer/${year}`}>lägstanivåerna för {year}</Link>.
        </p>
      </Notice>
      {released !== null && (
        <p>
          <Link to={`/resultat/${released}/${page}`}>Resultatet för {released}</Link>
        </p>
      )}
    </Page>
  );
}
