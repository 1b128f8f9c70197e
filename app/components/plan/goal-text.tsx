/** What explains a goal, as it stands in the document: paragraphs and lists. */
export function GoalText({ text }: { text: (string | { bullets: string[] })[] }) {
  return text.map((part) =>
    typeof part === "string" ? (
      <p key={part}>{part}</p>
    ) : (
      <ul key={part.bullets.join()}>
        {part.bullets.map((bullet) => (
          <li key={bullet}>{bullet}</li>
        ))}
      </ul>
    ),
  );
}
