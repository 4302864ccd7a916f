import { pieces, type Ranges } from './match.ts'

/** Text with what was found underlined. */
export function Marked({ text, ranges }: { text: string; ranges: Ranges }) {
  if (ranges.length === 0) return text
  return pieces(text, ranges).map((piece, index) =>
    piece.hit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name
      <mark key={index} className="k-match">
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  )
}
