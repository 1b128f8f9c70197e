// Actors stand by category and name, and nobody gets a rank. The categories come in the order of the cooperation's own list of actors,
// others after them by name; names in Swedish order (Å before Ä before Ö).

const categoryOrder = ["kommun", "blåljus", "trafik", "övrig"];
const swedish = new Intl.Collator("sv");

/** Orders two categories. */
export function compareCategories(a: string, b: string): number {
  return placeOf(a) - placeOf(b) || swedish.compare(a, b);
}

/** Orders two names as a Swedish reader expects. */
export function compareNames(a: string, b: string): number {
  return swedish.compare(a, b);
}

/** Orders two actors by category and name. */
export function compareActors(a: { category: string; name: string }, b: { category: string; name: string }): number {
  return compareCategories(a.category, b.category) || compareNames(a.name, b.name);
}

function placeOf(category: string): number {
  const place = categoryOrder.indexOf(category);
  return place === -1 ? categoryOrder.length : place;
}
