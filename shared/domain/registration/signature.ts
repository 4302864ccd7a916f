/**
 * A signature as a compact text: strokes of `x,y` points in a box of 1000 × 300, strokes parted by `;`. A drawing, and not a
 * proof of who drew it.
 */
export type Point = { x: number; y: number }
export type Strokes = readonly (readonly Point[])[]

export const signatureBox = { width: 1000, height: 300 } as const

/** Fewer points, or a smaller drawing, is a slip of the pen. */
const fewestPoints = 8
const smallest = 40
/** What a stay keeps at most. */
const mostPoints = 1500

/** Strokes as they are kept; points that say nothing (three in a line, the same twice) go first. */
export function signatureText(strokes: Strokes): string {
  const drawn = strokes.map(thinned).filter((stroke) => stroke.length > 1)
  const points = drawn.reduce((sum, stroke) => sum + stroke.length, 0)
  const every = Math.max(1, Math.ceil(points / mostPoints))
  return drawn
    .map((stroke) => stroke.filter((_point, at) => at % every === 0 || at === stroke.length - 1))
    .filter((stroke) => stroke.length > 1)
    .map((stroke) => stroke.map(({ x, y }) => `${x},${y}`).join(' '))
    .join(';')
}

/** Whether somebody signed, and did not touch the pad by mistake. */
export function isSigned(strokes: Strokes): boolean {
  const points = strokes.flat()
  if (points.length < fewestPoints) return false
  const spread = (of: (point: Point) => number) => Math.max(...points.map(of)) - Math.min(...points.map(of))
  return (
    Math.max(
      spread(({ x }) => x),
      spread(({ y }) => y),
    ) >= smallest
  )
}

/** The strokes of a kept signature; what is none of its form is left out. */
export function strokesOf(text: string): Point[][] {
  return text
    .split(';')
    .map((stroke) =>
      stroke.split(' ').flatMap((point) => {
        const [, x, y] = /^(\d{1,4}),(\d{1,4})$/.exec(point) ?? []
        return x && y ? [{ x: Number(x), y: Number(y) }] : []
      }),
    )
    .filter((stroke) => stroke.length > 1)
}

/**
 * Who of a booking signed, as a stay keeps it: `guest=drawing`, parted by `|`. A drawing alone is that of the booking’s own
 * guest: before each guest signed a card nobody else's was kept.
 */
export function signaturesOf(kept: string | null, bookingGuest: number): Map<number, string> {
  if (kept === null) return new Map()
  return new Map(
    kept.split('|').map((part): [number, string] => {
      const [before = '', drawing] = part.split('=')
      return drawing === undefined ? [bookingGuest, before] : [Number(before), drawing]
    }),
  )
}

/** The text that `signaturesOf` reads; null where nobody signed. */
export function signaturesText(signatures: ReadonlyMap<number, string>): string | null {
  if (signatures.size === 0) return null
  return [...signatures].map(([guest, drawing]) => `${guest}=${drawing}`).join('|')
}

/** The drawing as the path of an SVG in the signature's box. */
export function signaturePath(text: string): string {
  return strokesOf(text)
    .map((stroke) => stroke.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join(''))
    .join('')
}

function thinned(stroke: readonly Point[]): Point[] {
  const inBox = (value: number, most: number) => Math.round(Math.min(Math.max(value, 0), most))
  const points = stroke.map(({ x, y }) => ({
    x: inBox(x, signatureBox.width),
    y: inBox(y, signatureBox.height),
  }))
  return points.filter((point, at) => {
    const before = points[at - 1]
    if (!before) return true
    if (before.x === point.x && before.y === point.y) return false
    const after = points[at + 1]
    if (!after) return true
    return (after.x - point.x) * (point.y - before.y) !== (after.y - point.y) * (point.x - before.x)
  })
}
