/** How many pages a PDF has, as its tree of pages says; 0 where it is none. */
export function pagesOf(pdf: Uint8Array): number {
  const text = Buffer.from(pdf).toString('latin1')
  if (!text.startsWith('%PDF-')) return 0
  const trees = text.match(/\/Type\s*\/Pages\b[^>]*/g) ?? []
  return Math.max(0, ...trees.map((tree) => Number(/\/Count\s+(\d+)/.exec(tree)?.[1] ?? 0)))
}
