import type { Role } from "#domain/access.ts";

export const roleNames: Record<Role, string> = {
  coordinator: "Samordnare",
  contributor: "Medarbetare",
  approver: "Fastställare",
  office: "Samordningskansliet",
  chief_group: "Regionala chefsgruppen",
  council: "Regionala rådet",
};

export const accessSentences = {
  forbidden: "Den här sidan hör till en annan roll än din. Behöver du den, hör av dig till samordningskansliet.",
  notFound: "Det du söker finns inte, eller så hör det till en annan aktör.",
};
