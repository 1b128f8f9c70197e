import { Link, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { secrecyNotice } from "#text/secrecy.ts";
import { isCurrent } from "./navigation.ts";

/** `also`: other first words of addresses where the item is the current one. */
export type NavItem = { to: string; label: string; also?: string[] };

/** Who is signed in and for which year: `Samordnare, Haninge kommun`. */
export type Who = { year: number | null; name: string };

type ShellProps = {
  nav: NavItem[];
  who: Who | null;
  /** True on a database of made-up answers: every page then says so. */
  demo: boolean;
  /** The way to switch role, for those who have several. */
  roles?: ReactNode;
  /** What stands at the right end of the header, after `who`: the way to sign out. */
  account?: ReactNode;
  children: ReactNode;
};

function Bars() {
  return (
    <svg viewBox="0 0 22 18" width="22" height="18" aria-hidden="true">
      <path d="M0 11h3v7H0zM4.5 8h3v10h-3zM9 1h3v17H9zM13.5 8h3v10h-3zM18 5h3v13h-3z" />
    </svg>
  );
}

function Header({ nav, who, roles, account }: Pick<ShellProps, "nav" | "who" | "roles" | "account">) {
  const { pathname } = useLocation();
  return (
    <header className="top">
      <Link className="brand" to="/">
        <Bars />
        Förmågekollen
      </Link>
      {nav.length > 0 && (
        <nav aria-label="Huvudmeny">
          {nav.map((item) => (
            <Link key={item.to} to={item.to} aria-current={isCurrent(item, pathname) ? "page" : undefined}>
              {item.label}
            </Link>
          ))}
        </nav>
      )}
      {who && (
        <p className="who">
          {who.year !== null && (
            <>
              <b>{who.year}</b> ·{" "}
            </>
          )}
          {who.name}
        </p>
      )}
      {roles}
      {account && <div className="account">{account}</div>}
    </header>
  );
}

/** What stands around every page: skip link, header, the mark of made-up data, footer. */
export function Shell({ nav, who, demo, roles, account, children }: ShellProps) {
  return (
    <>
      <a className="ds-skip-link" href="#innehall">
        Hoppa till innehållet
      </a>
      <Header nav={nav} who={who} roles={roles} account={account} />
      {demo && <p className="demo">Exempeldata: påhittade svar</p>}
      <main id="innehall" tabIndex={-1}>
        {children}
      </main>
      <footer className="bottom">
        <p>Förmågekollen · Samverkan Stockholmsregionen</p>
        <p>{secrecyNotice}</p>
      </footer>
    </>
  );
}
