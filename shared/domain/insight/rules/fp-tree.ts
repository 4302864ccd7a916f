/**
 * The tree of FP-Growth: baskets as paths from the root, most frequent item first, so that what they share is held once.
 * Nodes are numbers and their facts typed arrays; node 0 is the root.
 */

type Numbers = Int32Array<ArrayBuffer>

/** One tree at a time; `clear` makes it ready for the next, so that the search allocates once per depth and not per tree. */
export class FpTree {
  /** By item: how many baskets hold it, and the newest node with it (0: none). */
  readonly counts: Numbers
  readonly heads: Numbers
  /** By node: its item, its count, its parent, and the node with the same item before it. */
  item: Numbers = new Int32Array(64)
  count: Numbers = new Int32Array(64)
  parent: Numbers = new Int32Array(64)
  same: Numbers = new Int32Array(64)
  private nodes = 1
  private slots: Numbers = new Int32Array(128)
  private mask = 127

  constructor(items: number) {
    this.counts = new Int32Array(items)
    this.heads = new Int32Array(items)
  }

  /** Empties the tree for baskets of items below `items`, about `expected` nodes of them. */
  clear(items: number, expected: number): void {
    this.counts.fill(0, 0, items)
    this.heads.fill(0, 0, items)
    this.nodes = 1
    let slots = 16
    while (slots < expected * 2) slots *= 2
    this.mask = slots - 1
    if (this.slots.length < slots) this.slots = new Int32Array(slots)
    else this.slots.fill(0, 0, slots)
  }

  /** Adds a basket, `path[from … to]` in rising order, `weight` times. */
  insert(path: Numbers, from: number, to: number, weight: number): void {
    let node = 0
    for (let at = from; at < to; at++) {
      const item = path[at] as number
      node = this.child(node, item)
      this.count[node] = (this.count[node] as number) + weight
      this.counts[item] = (this.counts[item] as number) + weight
    }
  }

  private child(parent: number, item: number): number {
    let slot = hash(parent, item) & this.mask
    for (;;) {
      const node = this.slots[slot] as number
      if (node === 0) return this.add(parent, item, slot)
      if (this.parent[node] === parent && this.item[node] === item) return node
      slot = (slot + 1) & this.mask
    }
  }

  private add(parent: number, item: number, slot: number): number {
    const node = this.nodes++
    if (node === this.item.length) this.growNodes()
    this.item[node] = item
    this.count[node] = 0
    this.parent[node] = parent
    this.same[node] = this.heads[item] as number
    this.heads[item] = node
    this.slots[slot] = node
    if (this.nodes * 2 > this.mask) this.growSlots()
    return node
  }

  private growNodes(): void {
    this.item = doubled(this.item)
    this.count = doubled(this.count)
    this.parent = doubled(this.parent)
    this.same = doubled(this.same)
  }

  private growSlots(): void {
    const size = (this.mask + 1) * 2
    this.mask = size - 1
    this.slots = new Int32Array(size)
    for (let node = 1; node < this.nodes; node++) {
      let slot = hash(this.parent[node] as number, this.item[node] as number) & this.mask
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask
      this.slots[slot] = node
    }
  }
}

/** Spreads a pair of small numbers over 32 bits. */
export function hash(a: number, b: number): number {
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b)
  return Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) ^ (mixed >>> 13)
}

export function doubled(from: Numbers): Numbers {
  const to = new Int32Array(from.length * 2)
  to.set(from)
  return to
}
