// What the demo's actors write. General on purpose: nothing here is said of a real actor.
import type { Cause } from "#domain/answer.ts";

export const commentsByCause: Record<Cause, readonly string[]> = {
  planning: [
    "Rutinen finns i utkast och ska beslutas under våren.",
    "Vi arbetar efter en äldre plan som inte nämner den regionala samverkan.",
    "Ansvaret är fördelat muntligt men står inte i krisberedskapsplanen.",
    "Rutinen är beslutad men omfattar ännu inte alla förvaltningar.",
  ],
  organisation: [
    "Vi har en person med uppgiften och ingen ersättare vid ledighet.",
    "Mandatet för den som deltar behöver skrivas ner.",
    "Beredskapen täcker kontorstid. Övrig tid löser vi från fall till fall.",
    "Två funktioner delar på uppgiften, men gränsen mellan dem är oklar.",
  ],
  equipment: [
    "Utrustningen finns men delas mellan två enheter.",
    "Några terminaler väntar på omprogrammering.",
    "Reservutrustning saknas om ordinarie system ligger nere.",
    "Lokalen har inte den teknik som behövs för parallella möten.",
  ],
  training: [
    "Hälften av dem som kan bli inkallade har gått utbildningen.",
    "Nya medarbetare har inte hunnit utbildas.",
    "Kunskapen finns hos några få. En utbildning är planerad till hösten.",
    "Senaste utbildningen hölls för tre år sedan och behöver göras om.",
  ],
  exercise: [
    "Vi har utbildat men inte övat det senaste året.",
    "Övningen i våras ställdes in och ersätts till hösten.",
    "Momentet ingick i en övning, men bara för en del av organisationen.",
    "Vi behöver öva tillsammans med andra aktörer, inte bara internt.",
  ],
};

export const plainComments: readonly string[] = [
  "Fungerar väl i vardagen.",
  "Följs upp en gång om året tillsammans med ledningsgruppen.",
  "Oförändrat sedan förra omgången.",
  "Uppgifterna är stämda av med berörda förvaltningar.",
  "Rutinen sågs över i våras.",
];

export const lowerReasons: readonly string[] = [
  "Vi väljer en lägre nivå än den föreslagna: det finns på papper men är inte känt av alla som berörs.",
  "Indikatorerna är uppfyllda sedan kort tid, och vi vill se att det håller innan vi höjer nivån.",
  "Det fungerar på dagtid men inte fullt ut under kvällar och helger. Därför en nivå under den föreslagna.",
  "Den senaste händelsen visade att delar inte fungerade som tänkt. Vi väljer därför en lägre nivå.",
];

export const otherReasons: readonly string[] = [
  "Indikatorn ger inte hela bilden. Nivån är vår samlade bedömning tillsammans med berörda funktioner.",
  "Arbetet är påbörjat i en del av organisationen, vilket den här nivån beskriver bäst.",
  "Nivån bygger på vår genomgång i ledningsgruppen, där vi vägde in det som indikatorn inte fångar.",
];

/** Why a level has risen two steps or more since the year before, and why it has fallen. */
export const riseReasons: readonly string[] = [
  "Ny plan beslutad i våras, och funktionen är nu bemannad dygnet runt. Övad två gånger sedan dess.",
  "Det som saktade ner oss förra året är åtgärdat: avtal, larmlista och reservkraft finns på plats.",
  "Förra årets bedömning gällde bara centralorten. Nu ingår hela organisationen, och arbetssättet är infört.",
];
export const fallReasons: readonly string[] = [
  "Två nyckelpersoner har slutat och ersättarna är inte utbildade än.",
  "Övningen i mars visade att rutinen inte fungerar när det vanliga systemet är nere.",
  "Avtalet som vi byggde på har löpt ut och inget nytt är tecknat.",
];

export const unknownReasons: readonly string[] = [
  "Funktionen har nyligen bytt organisation, och vi kan inte bedöma läget förrän ansvaret är fördelat.",
  "Den som har kunskapen är tjänstledig. Vi återkommer när frågan är utredd.",
  "Vi har inte haft någon händelse eller övning som visar hur det fungerar.",
  "Uppgiften sköts av en extern part, och vi saknar underlag för att bedöma den.",
];

export const notApplicableReasons: readonly string[] = [
  "Vi har ingen sådan funktion. Uppgiften utförs av en annan aktör enligt avtal.",
  "Gäller inte vår verksamhet, som saknar den delen av uppdraget.",
];

export const provingEvidence: readonly { kind: "event" | "exercise"; what: string }[] = [
  { kind: "exercise", what: "Larmövning utan förvarning" },
  { kind: "exercise", what: "Regional samverkansövning" },
  { kind: "exercise", what: "Stabsövning med två grannaktörer" },
  { kind: "exercise", what: "Seminarieövning med efterföljande utvärdering" },
  { kind: "event", what: "Snöoväder med regional samverkanskonferens" },
  { kind: "event", what: "Längre strömavbrott" },
  { kind: "event", what: "Störning i dricksvattenförsörjningen" },
  { kind: "event", what: "Större evenemang i regionen" },
];

export const otherEvidence: readonly { kind: "training" | "plan"; what: string }[] = [
  { kind: "training", what: "Grundutbildning i regional samverkan" },
  { kind: "training", what: "Genomgång för tjänstepersoner i beredskap" },
  { kind: "plan", what: "Krisberedskapsplan, reviderad" },
  { kind: "plan", what: "Rutin för aktivering av samverkan" },
];
