import { doubled, hash } from './fp-tree.ts'

/**
 * Frequent itemsets as a tree of their own: a set is its parent's set and one item of a lower rank more. Set 0 is the empty
 * one. Ranks fall along a path, so that every subset has one place and is found item by item.
 */
export class Itemsets {
  parent = new Int32Array(256)
  item = new Int32Array(256)
  count = new Int32Array(256)
  length = 1
  private slots = new Int32Array(0)

  /** Adds a set; answers its number. */
  add(parent: number, item: number, count: number): number {
    const set = this.length++
    if (set === this.item.length) {
      this.parent = doubled(this.parent)
      this.item = doubled(this.item)
      this.count = doubled(this.count)
    }
    this.parent[set] = parent
    this.item[set] = item
    this.count[set] = count
    return set
  }

  /** Makes `child` answer; once, after the last `add`. */
  index(): void {
    let size = 16
    while (size < this.length * 2) size *= 2
    this.slots = new Int32Array(size)
    for (let set = 1; set < this.length; set++) {
      let slot = hash(this.parent[set] as number, this.item[set] as number) & (size - 1)
      while (this.slots[slot] !== 0) slot = (slot + 1) & (size - 1)
      this.slots[slot] = set
    }
  }

  /** The set with one item more; every subset of a frequent set is frequent, so that it is there. */
  child(parent: number, item: number): number {
    const mask = this.slots.length - 1
    let slot = hash(parent, item) & mask
    for (;;) {
      const set = this.slots[slot] as number
      if (set === 0) throw new Error('a subset of a frequent itemset is missing')
      if (this.parent[set] === parent && this.item[set] === item) return set
      slot = (slot + 1) & mask
    }
  }

  /** A set's items, ranks falling. */
  itemsOf(set: number): number[] {
    const items: number[] = []
    for (let at = set; at !== 0; at = this.parent[at] as number) items.push(this.item[at] as number)
    return items.reverse()
  }
}
