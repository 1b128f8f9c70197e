import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

export type Crumb = { to: string; label: string };

type PageProps = {
  title: ReactNode;
  /** One sentence under the heading: where one is and what remains. */
  lead?: ReactNode;
  /** Buttons at the right of the heading. At most one is primary. */
  actions?: ReactNode;
  /** The way back up, over the heading. */
  crumbs?: Crumb[];
  /** True for forms and running text, which need no more than a readable line. */
  narrow?: boolean;
  children?: ReactNode;
};

/** The inside of one page: the way here, heading, lead, actions, content. The shell around it is the root's. */
export function Page({ title, lead, actions, crumbs = [], narrow = false, children }: PageProps) {
  return (
    <div className={narrow ? "page narrow" : "page"}>
      {crumbs.length > 0 && (
        <nav className="crumb" aria-label="Du är här">
          {crumbs.map((crumb) => (
            // Only where the browser itself goes to a place on a page does it mark that place.
            <Link key={crumb.to} to={crumb.to} reloadDocument={crumb.to.includes("#")}>
              {crumb.label}
            </Link>
          ))}
        </nav>
      )}
      <div className="pagehead">
        <div>
          <h1>{title}</h1>
          {lead && <p className="lead">{lead}</p>}
        </div>
        {actions && <div className="actions">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
