import { momentText } from "#text/dates.ts";
import { Notice } from "../notice.tsx";

type HandOverLinkProps = {
  name: string;
  isNew: boolean;
  hasPassword: boolean;
  link: { url: string; until: string } | null;
};

/** The one-time link to hand over, shown once; without one the person signs in with the password it has. */
export function HandOverLink({ name, isNew, hasPassword, link }: HandOverLinkProps) {
  return (
    <Notice kind="saved">
      {!isNew && <p>Adressen fanns redan: {name} har fått en roll till.</p>}
      {link ? (
        <>
          <p>
            <b>Ge {name} den här länken.</b> Den visas bara nu, fungerar en gång och gäller till{" "}
            {momentText(link.until)}.
          </p>
          <code className="handover">{link.url}</code>
          <p className="hint">Lämna den på ett säkert sätt: den som har länken väljer lösenordet.</p>
        </>
      ) : (
        <p>
          {hasPassword
            ? `${name} har redan ett lösenord och loggar in som vanligt.`
            : `${name} ska välja lösenord med en ny länk, som kommer i ett brev. Tidigare länkar och lösenord gäller inte längre.`}
        </p>
      )}
    </Notice>
  );
}
