// Which name was probably meant by one that is not known: the rule of NameSuggestion.cs.
const maxLength = 64;

/** A question to end an error with, after a blank: " Did you mean 'NDVI'?"; empty where no name is near. */
export function suggestionSentence(name: string, known: string[]): string {
  const wanted = plain(name);
  let nearest: { name: string; length: number; changes: number } | null = null;
  for (const candidate of wanted.length === 0 || wanted.length > maxLength ? [] : known) {
    const other = plain(candidate);
    const changes = other.length > 0 && other.length <= maxLength ? letterChanges(wanted, other) : Infinity;
    if (changes < (nearest?.changes ?? Infinity)) {
      nearest = { name: candidate, length: other.length, changes };
    }
  }
  return nearest && nearest.changes <= Math.floor(Math.max(wanted.length, nearest.length) / 3) ? ` Did you mean '${nearest.name}'?` : "";
}

const plain = (name: string): string => name.split("").filter((character) => /^[\p{L}\p{Nd}]$/u.test(character)).join("").toUpperCase();

/** How many letters to change, leave out, add or exchange with the next one. */
export function letterChanges(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j]!, before[j - 2]! + 1);
      }
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}
