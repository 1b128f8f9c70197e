import { Form, Link, useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { Consequences } from "#domain/consequences.ts";
import type { LevelAnchor } from "#domain/definition.ts";
import type { LevelWarning } from "#domain/level-check.ts";
import type { Group } from "#domain/target.ts";
import { pairNote } from "#text/proposal.ts";
import { ErrorPanel } from "../error-panel.tsx";
import { Notice } from "../notice.tsx";
import type { ShownActor } from "./below-names.tsx";
import { ConsequenceFacts } from "./consequence-facts.tsx";
import { ProposalDiscard } from "./proposal-discard.tsx";
import { ProposalEnd } from "./proposal-end.tsx";
import type { Sub } from "./proposal-rows.ts";
import { ProposalTable } from "./proposal-table.tsx";
import { ProposalTools } from "./proposal-tools.tsx";

type Basis = { year: number; submitted: number; actors: number; broken: string[] };
export type Proposal = {
  year: number;
  number: number;
  revision: number;
  sequence: number;
  baselineYear: number | null;
  lastYear: number | null;
  scale: LevelAnchor[];
  choices: LevelAnchor[];
  groups: Group[];
  capabilities: { number: number; name: string; subs: Sub[] }[];
  basis: Basis | null;
  bases: Basis[];
  consequences: Consequences | null;
  warnings: LevelWarning[];
  actors: ShownActor[];
};
type Values = Record<string, string | string[]>;
type Answer = { values: Values; errors: Record<string, string>; preview?: Proposal | null };
type ProposalFormProps = { view: Proposal; answer: Answer | null; readOnly: boolean };

/** How long after the last change the consequences are asked for. */
const pauseMs = 250;

/** Asks what the form as it stands would mean, a moment after each change. Without script the button does the same. */
function useLivePreview() {
  const fetcher = useFetcher<Answer>();
  const waiting = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(waiting.current), []);
  const ask = (form: HTMLFormElement) => {
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => {
      const data = new FormData(form);
      data.set("intent", "preview");
      fetcher.submit(data, { method: "post", action: form.getAttribute("action") ?? undefined });
    }, pauseMs);
  };
  return { shown: fetcher.data?.preview ?? null, isAsking: fetcher.state !== "idle", ask };
}

/** The proposal as one form: facts on the whole, tools for many rows, and the table. */
export function ProposalForm({ view, answer, readOnly }: ProposalFormProps) {
  const { shown, isAsking, ask } = useLivePreview();
  const live = shown ?? answer?.preview ?? view;
  const { year, number, revision, bases, basis, lastYear, baselineYear } = view;
  const textOf = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);
  const typed = (name: string, fallback: string) => textOf(answer?.values[name]) ?? fallback;
  const chosen = [answer?.values.chosen ?? []].flat();
  const errors = answer?.errors ?? {};
  const path = `/lagstanivaer/${year}/forslag${basis ? `?svar=${basis.year}` : ""}`;
  return (
    <>
      <ConsequenceFacts consequences={live.consequences} basis={live.basis} />
      {bases.length > 1 && (
        <p className="note other-years">
          Räkna på svaren i omgången{" "}
          {bases.map((one) => (
            <Link
              key={one.year}
              to={`/lagstanivaer/${year}/forslag?svar=${one.year}`}
              aria-current={one.year === basis?.year ? "true" : undefined}
            >
              {one.year} ({one.submitted} av årets {one.actors})
            </Link>
          ))}
        </p>
      )}
      {answer?.preview && <Notice kind="info">Så blir det med nivåerna som du har valt. De är inte sparade än.</Notice>}
      <Form
        method="post"
        action={path}
        noValidate
        onChange={(event) => {
          const name = (event.target as unknown as HTMLSelectElement).name;
          if (/^(minimum|ambition)\./.test(name)) ask(event.currentTarget);
        }}
      >
        <ErrorPanel errors={errors} title="Förslaget är inte sparat" />
        <input type="hidden" name="number" value={number} />
        <input type="hidden" name="revision" value={revision} />
        {!readOnly && <ProposalTools lastYear={lastYear} isAsking={isAsking} />}
        <p className="note narrow-key">
          {pairNote} {lastYear !== null && `Staplarna visar antal aktörer per nivå ${lastYear}.`}
        </p>
        <ProposalTable
          year={year}
          capabilities={live.capabilities}
          shared={{
            choices: view.choices,
            scale: view.scale,
            actors: view.actors,
            warnings: live.warnings,
            lastYear,
            basisYear: live.basis?.year ?? null,
            hasDecided: baselineYear === year,
            typed,
            isChosen: (key) => chosen.includes(key),
            errors,
            readOnly,
          }}
        />
        {!readOnly && <ProposalEnd view={view} />}
      </Form>
      {!readOnly && <ProposalDiscard year={year} number={number} error={errors.sure} />}
    </>
  );
}
