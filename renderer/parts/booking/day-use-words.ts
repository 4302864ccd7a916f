/** “Day use 10:00–14:00”; without hours the word alone. */
export function dayUseWords(word: string, hours: { from: string; to: string } | null): string {
  return hours ? `${word} ${hours.from}–${hours.to}` : word
}
