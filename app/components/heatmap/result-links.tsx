import { Link } from "@remix-run/react";

const views = [
  { key: "aktorer", path: "", label: "Aktörer" },
  { key: "kategorier", path: "/kategorier", label: "Kategorier" },
  { key: "ar", path: "/ar", label: "År" },
] as const;

/** The three tables of a round's results, per sub-capability. */
export function ResultLinks({ year, current }: { year: number; current: (typeof views)[number]["key"] }) {
  return (
    <nav className="result-links" aria-label="Delförmågorna per">
      {views.map(({ key, path, label }) => (
        <Link key={key} to={`/resultat/${year}${path}`} aria-current={key === current ? "page" : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
