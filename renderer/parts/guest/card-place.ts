/** Where a guest card goes: beside the name, within the window, and over no field that is being filled. */

export type Box = { left: number; top: number; right: number; bottom: number }
type Size = { width: number; height: number }

const GAP = 6
const EDGE = 8

/** The first place of below, above, right and left that covers no box to be kept free; else the one that covers least. */
export function placeCard(
  anchor: Box,
  card: Size,
  view: Size,
  free: readonly Box[],
): { left: number; top: number } {
  const maxLeft = Math.max(EDGE, view.width - card.width - EDGE)
  const maxTop = Math.max(EDGE, view.height - card.height - EDGE)
  const within = (left: number, top: number) => ({
    left: Math.min(Math.max(EDGE, left), maxLeft),
    top: Math.min(Math.max(EDGE, top), maxTop),
  })
  const places = [
    within(anchor.left, anchor.bottom + GAP),
    within(anchor.left, anchor.top - card.height - GAP),
    within(anchor.right + GAP, anchor.top),
    within(anchor.left - card.width - GAP, anchor.top),
    within(view.width, view.height),
    within(0, view.height),
  ]
  const covers = places.map((place) => covered(place, card, [anchor, ...free]))
  return places[covers.indexOf(Math.min(...covers))] ?? within(anchor.left, anchor.bottom + GAP)
}

function covered({ left, top }: { left: number; top: number }, card: Size, boxes: readonly Box[]): number {
  return boxes.reduce((sum, box) => {
    const width = Math.min(box.right, left + card.width) - Math.max(box.left, left)
    const height = Math.min(box.bottom, top + card.height) - Math.max(box.top, top)
    return width > 0 && height > 0 ? sum + width * height : sum
  }, 0)
}
