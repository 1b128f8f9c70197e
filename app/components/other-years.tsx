import { Link } from "@remix-run/react";

type OtherYearsProps = { years: readonly number[]; year: number; href: (year: number) => string };

/** The way to the same page of the other rounds; nothing where there is just the one shown. */
export function OtherYears({ years, year, href }: OtherYearsProps) {
  const others = years.filter((other) => other !== year);
  if (others.length === 0) return null;
  return (
    <p className="note other-years">
      Andra år:{" "}
      {others.map((other) => (
        <Link key={other} to={href(other)}>
          {other}
        </Link>
      ))}
    </p>
  );
}
