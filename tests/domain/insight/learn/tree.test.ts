import { describe, expect, test } from 'vitest'
import { binColumns } from '#shared/domain/insight/learn/bins.ts'
import type { Column } from '#shared/domain/insight/learn/columns.ts'
import { leavesOf, type Tree, type TreeModel } from '#shared/domain/insight/learn/model.ts'
import { predict, predictLeaves } from '#shared/domain/insight/learn/predict.ts'
import { pruneTo, pruningSteps } from '#shared/domain/insight/learn/prune.ts'
import { rulesOf } from '#shared/domain/insight/learn/rules.ts'
import { fitTree } from '#shared/domain/insight/learn/tree.ts'
import { type BruteNode, bruteCart, bruteEntropy, bruteGini, minOfAllSets } from './brute-cart.ts'
import { categories, leaningTable, numbers, smallTable } from './tables.ts'

const seeds = Array.from({ length: 200 }, (_, seed) => seed + 1)

/** A node of a model in the form of a brute one, without its rows. */
function shapeOf({ columns, tree }: TreeModel, words: readonly (readonly string[])[], place = 0): unknown {
  const { rows, value, split, left, right } = tree.nodes[place]!
  if (!split) return { rows, share: value, split: null }
  const known = columns[split.column]!
  const codes = (bins: readonly number[]) =>
    bins
      .map((bin) =>
        bin === 0 || known.kind === 'number' ? -1 : words[split.column]!.indexOf(known.words[bin - 1]!),
      )
      .toSorted((one, other) => one - other)
      .join()
  const number = () => (split.kind === 'number' && split.at === null ? 'known' : numberRule(split as never))
  return {
    rows,
    share: value,
    split: {
      column: split.column,
      rule: split.kind === 'number' ? number() : codes(split.left),
      left: shapeOf({ columns, tree } as TreeModel, words, left),
      right: shapeOf({ columns, tree } as TreeModel, words, right),
    },
  }
}

/** Where what is not known goes is seen by how many rows each side has. */
function numberRule({ at }: { at: number }) {
  return `<= ${at}`
}

function bruteShape({ rows, share, split }: BruteNode): unknown {
  return {
    rows: rows.length,
    share,
    split: split && {
      column: split.column,
      rule: split.rule.replace(' or unknown', ''),
      left: bruteShape(split.left),
      right: bruteShape(split.right),
    },
  }
}

const wordsOf = (columns: readonly Column[]) =>
  columns.map((column) => (column.kind === 'category' ? column.words : []))

describe('the tree is the one that trying everything finds', () => {
  test.each(['gini', 'entropy'] as const)('on 200 small tables, by %s', (criterion) => {
    let splits = 0
    for (const seed of seeds) {
      const { columns, target } = smallTable(seed)
      const limits = { maxDepth: 1 + (seed % 6), minLeaf: 1 + (seed % 4) }
      const impurity = criterion === 'gini' ? bruteGini : bruteEntropy
      const model = fitTree(binColumns(columns), target, { ...limits, criterion })
      const brute = bruteCart(columns, target, { ...limits, impurity })
      expect(shapeOf(model, wordsOf(columns)), `seed ${seed}`).toEqual(bruteShape(brute))
      const shares = predict(model, columns)
      for (const leaf of leafRows(brute)) for (const row of leaf.rows) expect(shares[row]).toBe(leaf.share)
      splits += model.tree.nodes.length - leavesOf(model.tree)
    }
    expect(splits).toBeGreaterThan(700)
  })

  test('words in the order of their shares leave no better set of words', () => {
    for (const seed of seeds) {
      const { columns, target } = smallTable(seed)
      for (const column of columns) {
        if (column.kind !== 'category') continue
        const { tree } = fitTree(binColumns([column]), target, { maxDepth: 1 })
        const before = target.length * bruteGini(target.reduce((sum, one) => sum + one, 0) / target.length)
        const gain = before - minOfAllSets(column.codes, target)
        expect(tree.nodes[0]!.gain ?? 0).toBeCloseTo(gain, 9)
      }
    }
  })
})

function leafRows(node: BruteNode): BruteNode[] {
  return node.split ? [...leafRows(node.split.left), ...leafRows(node.split.right)] : [node]
}

describe('what a tree never saw', () => {
  test('goes with “not known” where training had such rows', () => {
    const nights = [1, 2, 3, 8, 9, 10, Number.NaN, Number.NaN, Number.NaN]
    const model = fitTree(
      binColumns([numbers('nights', nights)]),
      Uint8Array.from([0, 0, 0, 1, 1, 1, 0, 0, 0]),
    )
    expect([...predict(model, [numbers('nights', [Number.NaN, 5.5, 5.6, -7, 99])])]).toEqual([0, 0, 1, 0, 1])
  })

  test('goes to the larger side where it had none, as does a new word', () => {
    const columns = [numbers('nights', [1, 2, 8, 9, 10]), categories('channel', ['a', 'a', 'b', 'b', 'b'])]
    const target = Uint8Array.from([0, 0, 1, 1, 1])
    for (const column of columns) {
      const model = fitTree(binColumns([column]), target)
      const asked =
        column.kind === 'number' ? numbers('nights', [Number.NaN]) : categories('channel', ['new'])
      expect([...predict(model, [asked])]).toEqual([1])
    }
  })

  test('words are told by themselves, not by their place', () => {
    const model = fitTree(binColumns([categories('w', ['a', 'b', 'a', 'b'])]), Uint8Array.from([0, 1, 0, 1]))
    expect([...predict(model, [categories('w', ['b', 'a', 'a'])])]).toEqual([1, 0, 0])
  })
})

describe('bins', () => {
  test('more values than bins share them about equally', () => {
    const values = Array.from({ length: 10_000 }, (_, row) => row % 5000)
    const [column] = binColumns([numbers('n', values)], { maxBins: 101 }).columns
    const counts = new Map<number, number>()
    for (const bin of column!.bins) counts.set(bin, (counts.get(bin) ?? 0) + 1)
    expect(counts.size).toBe(100)
    expect(Math.max(...counts.values())).toBe(100)
  })

  test('a value that half of the rows have leaves the bins to the others', () => {
    const values = Array.from({ length: 1000 }, (_, row) => (row < 500 ? 0 : row))
    const [column] = binColumns([numbers('n', values)], { maxBins: 11 }).columns
    expect(new Set(column!.bins).size).toBe(10)
    expect(column!.bins.filter((bin) => bin === 1).length).toBe(500)
  })

  test('the rarest words share one, and a model tells them from the common ones', () => {
    const words = ['a', 'a', 'a', 'b', 'b', 'b', 'c', 'd', 'c', 'd']
    const binned = binColumns([categories('w', words)], { maxBins: 4 })
    expect(binned.columns[0]).toMatchObject({ words: ['a', 'b'], hasOther: true, size: 4 })
    const model = fitTree(binned, Uint8Array.from([0, 0, 0, 0, 0, 0, 1, 1, 1, 1]))
    expect([...predict(model, [categories('w', ['d', 'a', 'never seen', ''])])]).toEqual([1, 0, 1, 0])
  })
})

describe('pruning', () => {
  const { columns, target } = leaningTable(5, 3000)
  const model = fitTree(binColumns(columns), target, { maxDepth: 7, minLeaf: 20 })

  test('goes down to the root, each step a branch less, rows and shares as they were', () => {
    const steps = pruningSteps(model.tree)
    const leaves = steps.map(leavesOf)
    expect(leaves[0]).toBe(leavesOf(model.tree))
    expect(leaves.at(-1)).toBe(1)
    expect(leaves).toEqual(leaves.toSorted((one, other) => other - one))
    for (const step of steps) {
      const covered = step.nodes.filter(({ split }) => !split).reduce((sum, { rows }) => sum + rows, 0)
      expect(covered).toBe(3000)
    }
  })

  test('takes off the branch that gains least per leaf', () => {
    const [whole, once] = pruningSteps(model.tree)
    const perLeaf = (tree: Tree, place: number): { gain: number; leaves: number } => {
      const { gain, left, right } = tree.nodes[place]!
      if (left === undefined) return { gain: 0, leaves: 1 }
      const sides = [perLeaf(tree, left), perLeaf(tree, right!)]
      return {
        gain: gain! + sides[0]!.gain + sides[1]!.gain,
        leaves: sides[0]!.leaves + sides[1]!.leaves,
      }
    }
    const worths = whole!.nodes.flatMap(({ split }, place) => {
      const { gain, leaves } = perLeaf(whole!, place)
      return split ? [gain / (leaves - 1)] : []
    })
    const lost = perLeaf(whole!, 0).gain - perLeaf(once!, 0).gain
    const fewer = leavesOf(whole!) - leavesOf(once!)
    expect(lost / fewer).toBeCloseTo(Math.min(...worths), 9)
  })

  test('rules of the pruned tree cover every row once, with the share that they say', () => {
    const tree = pruneTo(model.tree, 8)
    expect(leavesOf(tree)).toBeLessThanOrEqual(8)
    const rules = rulesOf({ tree, columns: model.columns })
    const reached = predictLeaves(tree, model.columns, columns)
    for (const { leaf, covers, share, conditions } of rules) {
      const rows = [...target.keys()].filter((row) => reached[row] === leaf)
      const met = [...target.keys()].filter((row) => conditions.every((one) => meets(one, row)))
      expect(met).toEqual(rows)
      expect(covers).toBe(rows.length)
      expect(share).toBeCloseTo(rows.filter((row) => target[row]).length / rows.length, 12)
    }
  })

  function meets(condition: ReturnType<typeof rulesOf>[number]['conditions'][number], row: number): boolean {
    const column = columns.find(({ name }) => name === condition.column)!
    if (column.kind === 'number' && condition.kind === 'number') {
      const value = column.values[row]!
      if (Number.isNaN(value)) return condition.missing !== false
      const { above, atMost, known } = condition
      return known && (above === null || value > above) && (atMost === null || value <= atMost)
    }
    if (column.kind === 'number' || condition.kind === 'number') throw new Error('kinds differ')
    const word = column.words[column.codes[row]!]
    return word === undefined ? condition.missing : condition.words.includes(word)
  }
})
