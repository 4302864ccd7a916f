/**
 * FP-Growth: all itemsets that at least so many baskets hold, without candidates. J. Han, J. Pei, Y. Yin, “Mining Frequent
 * Patterns without Candidate Generation”, SIGMOD 2000.
 */
import { ok, type Result, refuse } from '../../../values/index.ts'
import { type Baskets, basketCount } from './baskets.ts'
import { FpTree } from './fp-tree.ts'
import { Itemsets } from './itemsets.ts'

/** More are not held in memory: the support asks for too little. */
export const maxItemsets = 5_000_000

export type FrequentItemsets = {
  baskets: number
  /** By rank, the most frequent first: what the item is called. */
  words: string[]
  sets: Itemsets
}

export type GrowthOptions = {
  /** A set is frequent from so many baskets on; at least one. */
  minCount: number
  /** No larger set is looked for; any size where absent. */
  maxSize?: number
  /** Told how many of the items are searched; may throw to stop. */
  pulse?: (done: number, total: number) => void
}

/** Every itemset of one item and more that `minCount` baskets hold. Refused when there are over five million of them. */
export function findItemsets(
  baskets: Baskets,
  options: GrowthOptions,
): Result<FrequentItemsets, 'TOO_MANY_ITEMSETS'> {
  const { rankOf, ranked } = rankItems(baskets, options.minCount)
  const tree = treeOf(baskets, rankOf, ranked.length)
  const search = new Search(ranked.length, options)
  const found = search.grow(tree, ranked.length, 0, 1)
  if (!found) return refuse('TOO_MANY_ITEMSETS', { limit: maxItemsets })
  search.sets.index()
  const words = ranked.map((place) => baskets.words[place] as string)
  return ok({ baskets: basketCount(baskets), words, sets: search.sets })
}

/** Frequent items by falling count, equal ones by their words: the order does not hang on the order of the baskets. */
function rankItems({ words, items }: Baskets, minCount: number): { rankOf: Int32Array; ranked: number[] } {
  const counts = new Uint32Array(words.length)
  for (let at = 0; at < items.length; at++) {
    const item = items[at] as number
    counts[item] = (counts[item] as number) + 1
  }
  const countOf = (place: number) => counts[place] as number
  const wordOf = (place: number) => words[place] as string
  const ranked = [...words.keys()]
    .filter((place) => countOf(place) >= minCount)
    .sort((a, b) => countOf(b) - countOf(a) || (wordOf(a) < wordOf(b) ? -1 : 1))
  const rankOf = new Int32Array(words.length).fill(-1)
  ranked.forEach((place, rank) => {
    rankOf[place] = rank
  })
  return { rankOf, ranked }
}

function treeOf({ starts, items }: Baskets, rankOf: Int32Array, ranks: number): FpTree {
  const tree = new FpTree(ranks)
  tree.clear(ranks, Math.min(items.length, 1 << 16))
  const path = new Int32Array(ranks)
  for (let basket = 0; basket + 1 < starts.length; basket++) {
    const end = starts[basket + 1] as number
    let length = 0
    for (let at = starts[basket] as number; at < end; at++) {
      const rank = rankOf[items[at] as number] as number
      if (rank >= 0) path[length++] = rank
    }
    path.subarray(0, length).sort()
    tree.insert(path, 0, length, 1)
  }
  return tree
}

/** The recursion over conditional trees; each depth has one tree, made when it is first reached. */
class Search {
  readonly sets = new Itemsets()
  private readonly trees: FpTree[] = []
  private readonly sums: Int32Array<ArrayBuffer>
  private readonly path: Int32Array<ArrayBuffer>
  private readonly minCount: number
  private readonly maxSize: number
  private readonly pulse: (done: number, total: number) => void

  constructor(ranks: number, { minCount, maxSize, pulse }: GrowthOptions) {
    this.sums = new Int32Array(ranks)
    this.path = new Int32Array(ranks)
    this.minCount = minCount
    this.maxSize = maxSize ?? Number.POSITIVE_INFINITY
    this.pulse = pulse ?? (() => undefined)
  }

  /** Adds what a tree over items below `items` holds to the set `prefix`, which makes sets of `size`. False: too many. */
  grow(tree: FpTree, items: number, prefix: number, size: number): boolean {
    for (let item = items - 1; item >= 0; item--) {
      if (size === 1) this.pulse(items - 1 - item, items)
      const count = tree.counts[item] as number
      if (count < this.minCount) continue
      if (this.sets.length > maxItemsets) return false
      const set = this.sets.add(prefix, item, count)
      if (item === 0 || size >= this.maxSize) continue
      const next = this.conditional(tree, item, size)
      if (next && !this.grow(next, item, set, size + 1)) return false
    }
    return true
  }

  /** The tree of what the baskets with an item hold of the more frequent ones; null where nothing is frequent in it. */
  private conditional(tree: FpTree, item: number, depth: number): FpTree | null {
    const nodes = this.sumPaths(tree, item)
    if (nodes === 0) return null
    let next = this.trees[depth]
    if (!next) {
      next = new FpTree(this.sums.length)
      this.trees[depth] = next
    }
    next.clear(item, nodes)
    const { sums, path, minCount } = this
    for (let node = tree.heads[item] as number; node !== 0; node = tree.same[node] as number) {
      // From the node up to the root ranks fall: filled from the end, the path rises
      let from = path.length
      for (let up = tree.parent[node] as number; up !== 0; up = tree.parent[up] as number) {
        const rank = tree.item[up] as number
        if ((sums[rank] as number) >= minCount) path[--from] = rank
      }
      if (from < path.length) next.insert(path, from, path.length, tree.count[node] as number)
    }
    return next
  }

  /** Counts each item above the nodes of `item` into `sums`; answers how many frequent steps there are at most. */
  private sumPaths(tree: FpTree, item: number): number {
    const { sums, minCount } = this
    sums.fill(0, 0, item)
    let steps = 0
    for (let node = tree.heads[item] as number; node !== 0; node = tree.same[node] as number) {
      const count = tree.count[node] as number
      for (let up = tree.parent[node] as number; up !== 0; up = tree.parent[up] as number) {
        const rank = tree.item[up] as number
        sums[rank] = (sums[rank] as number) + count
        steps++
      }
    }
    for (let rank = 0; rank < item; rank++)
      if ((sums[rank] as number) >= minCount) return Math.min(steps, 1 << 16)
    return 0
  }
}
