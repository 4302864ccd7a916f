import { describe, expect, test } from 'vitest'
import { binColumns } from '#shared/domain/insight/learn/bins.ts'
import { fitBoosted } from '#shared/domain/insight/learn/boost.ts'
import { type Column, takeRows } from '#shared/domain/insight/learn/columns.ts'
import { contributionsOf } from '#shared/domain/insight/learn/contributions.ts'
import { gainImportance, permutationImportance } from '#shared/domain/insight/learn/importance.ts'
import { auc, logLoss } from '#shared/domain/insight/learn/measures.ts'
import type { BoostedModel, Model, TreeModel } from '#shared/domain/insight/learn/model.ts'
import { predict, predictLogOdds } from '#shared/domain/insight/learn/predict.ts'
import { heldOutRows } from '#shared/domain/insight/learn/random.ts'
import { fitTree } from '#shared/domain/insight/learn/tree.ts'
import { leaningTable, numbers } from './tables.ts'

const train = leaningTable(1, 3000)
const fresh = leaningTable(2, 3000)
const binned = binColumns(train.columns)
const quick = { rounds: 40, maxLeaves: 8, minLeaf: 20 }

describe('boosted trees', () => {
  test('the first tree of one split is the one that Newton’s formula gives', () => {
    const column = numbers('n', [1, 1, 2, 2, 2])
    const target = Uint8Array.from([1, 0, 1, 1, 1])
    const { model } = fitBoosted(binColumns([column]), target, {
      rounds: 1,
      learningRate: 0.5,
      minLeaf: 1,
      l2: 2,
    })
    expect(model.base).toBeCloseTo(Math.log(4), 12)
    // p = 0.8: gradients −0.2 and 0.8 on the left, −0.2 three times on the right; hessians 0.16
    const [left, right] = [-0.6 / (0.32 + 2), 0.6 / (0.48 + 2)]
    const asked = [...predictLogOdds(model, [column])].map((odds) => odds - Math.log(4))
    for (const [row, value] of [left, left, right, right, right].entries())
      expect(asked[row]).toBeCloseTo(0.5 * value, 12)
  })

  test('tell fresh rows better than one tree does', () => {
    const { model } = fitBoosted(binned, train.target, { ...quick, rounds: 80 })
    const tree = fitTree(binned, train.target, { maxDepth: 4, minLeaf: 30 })
    const boosted = auc(predict(model, fresh.columns), fresh.target)
    expect(boosted).toBeGreaterThan(auc(predict(tree, fresh.columns), fresh.target))
    expect(boosted).toBeGreaterThan(0.75)
  })

  test('the same seed gives the same model, another one another', () => {
    const learn = (seed: number) =>
      fitBoosted(binned, train.target, { ...quick, rounds: 5, subsample: 0.6, featureShare: 0.5, seed }).model
    expect(learn(3)).toEqual(learn(3))
    expect(learn(3)).not.toEqual(learn(4))
  })

  test('rows held out teach nothing, and say when to stop', () => {
    const heldOut = heldOutRows(3000, 0.25, 9)
    const options = { ...quick, rounds: 400, learningRate: 0.4, heldOut, patience: 10 }
    const { model, rounds, heldOutLoss } = fitBoosted(binned, train.target, options)
    expect(heldOutLoss.length).toBe(rounds + 10)
    expect(Math.min(...heldOutLoss)).toBe(heldOutLoss[rounds - 1])
    const rows = Uint32Array.from(heldOut.keys()).filter((row) => heldOut[row])
    const loss = logLoss(
      predict(model, takeRows(train.columns, rows)),
      Uint8Array.from(rows, (row) => train.target[row]!),
    )
    expect(loss).toBeCloseTo(heldOutLoss[rounds - 1]!, 9)
  })

  test('what the held-out rows answer changes no tree', () => {
    const heldOut = heldOutRows(3000, 0.25, 9)
    const turned = train.target.map((label, row) => (heldOut[row] ? 1 - label : label))
    const learn = (target: Uint8Array) =>
      fitBoosted(binned, target, { ...quick, rounds: 6, heldOut, patience: 99 })
    const [one, other] = [learn(train.target).model, learn(turned).model]
    expect(one.trees.slice(0, other.trees.length)).toEqual(other.trees)
  })

  test('a model is JSON and answers the same from it', () => {
    const { model } = fitBoosted(binned, train.target, quick)
    const read = JSON.parse(JSON.stringify(model)) as BoostedModel
    expect(predict(read, fresh.columns)).toEqual(predict(model, fresh.columns))
  })

  test('a target that is the same for all is refused', () => {
    expect(() => fitBoosted(binned, new Uint8Array(3000))).toThrow('same for every row')
  })

  test('can be stopped between trees', () => {
    const stop = () => {
      throw new Error('stopped')
    }
    expect(() => fitBoosted(binned, train.target, { ...quick, onRound: stop })).toThrow('stopped')
  })
})

describe('monotone', () => {
  /** Answers along one column, the rest of the row as it is. */
  function answersAlong(model: Model, name: string, row: number): number[] {
    const base = takeRows(
      fresh.columns,
      Uint32Array.from({ length: 101 }, () => row),
    )
    const asked: Column[] = base.map((column) =>
      column.name === name
        ? numbers(
            name,
            Array.from({ length: 101 }, (_, at) => at),
          )
        : column,
    )
    return [...predict(model, asked)]
  }
  const falls = (answers: number[]) => answers.every((answer, at) => at === 0 || answer <= answers[at - 1]!)

  test.each<[string, (monotone?: { lead: 1 | -1 }) => Model]>([
    ['boosted', (monotone) => fitBoosted(binned, train.target, { ...quick, monotone }).model],
    ['one tree', (monotone) => fitTree(binned, train.target, { maxDepth: 8, minLeaf: 10, monotone })],
  ])('%s: answers only fall along the column that says so', (_kind, learn) => {
    const rows = Array.from({ length: 60 }, (_, row) => row)
    const held = learn({ lead: -1 })
    const free = learn()
    expect(rows.every((row) => falls(answersAlong(held, 'lead', row)))).toBe(true)
    expect(rows.every((row) => falls(answersAlong(free, 'lead', row)))).toBe(false)
    expect(auc(predict(held, fresh.columns), fresh.target)).toBeGreaterThan(0.72)
  })

  test('against its direction a column is not used', () => {
    const only = binColumns([train.columns[1]!])
    expect(fitTree(only, train.target, { maxDepth: 1, monotone: { lead: 1 } }).tree.nodes.length).toBe(1)
  })

  test('in a category it is a defect', () => {
    expect(() => fitTree(binned, train.target, { monotone: { channel: 1 } })).toThrow('channel')
  })
})

describe('what drives an answer', () => {
  const few = takeRows(
    train.columns,
    Uint32Array.from({ length: 12 }, (_, row) => row),
  )
  const models: [string, Model][] = [
    ['one tree', fitTree(binned, train.target, { maxDepth: 5, minLeaf: 30 })],
    ['boosted', fitBoosted(binned, train.target, { ...quick, rounds: 6 }).model],
  ]

  test.each(models)('%s: the parts and the average add up to the answer', (_kind, model) => {
    const { average, rows } = contributionsOf(model, few)
    const answers = model.kind === 'boosted' ? predictLogOdds(model, few) : predict(model, few)
    for (const [row, parts] of rows.entries())
      expect(parts.reduce((sum, part) => sum + part, average)).toBeCloseTo(answers[row]!, 9)
  })

  test('the parts are Shapley values, by every order of the columns', () => {
    const model = models[0]![1] as TreeModel
    const { rows } = contributionsOf(model, few)
    const columns = model.columns.map((_, place) => place)
    for (const [row, parts] of rows.entries()) {
      const sums = columns.map(() => 0)
      const orders = ordersOf(columns)
      for (const order of orders)
        for (const [at, column] of order.entries())
          sums[column]! +=
            expected(model, row, new Set(order.slice(0, at + 1))) -
            expected(model, row, new Set(order.slice(0, at)))
      for (const column of columns) expect(parts[column]).toBeCloseTo(sums[column]! / orders.length, 9)
    }
  })

  function ordersOf(places: readonly number[]): number[][] {
    if (places.length === 0) return [[]]
    return places.flatMap((place) =>
      ordersOf(places.filter((one) => one !== place)).map((rest) => [place, ...rest]),
    )
  }

  /** The tree's answer when only some columns of the row are known: branches of others count by their training rows. */
  function expected(
    { tree, columns }: TreeModel,
    row: number,
    known: ReadonlySet<number>,
    place = 0,
  ): number {
    const { split, value, rows, left, right } = tree.nodes[place]!
    if (!split) return value
    const sides = [left!, right!]
    const of = (side: number) => expected({ tree, columns } as TreeModel, row, known, side)
    if (!known.has(split.column))
      return sides.reduce((sum, side) => sum + (tree.nodes[side]!.rows / rows) * of(side), 0)
    return of(goesLeft(split, row) ? left! : right!)
  }

  function goesLeft(split: NonNullable<TreeModel['tree']['nodes'][number]['split']>, row: number): boolean {
    const column = few[split.column]!
    if (split.kind === 'category')
      return split.left.includes(column.kind === 'category' ? (column.codes[row]! + 1) % 0x10000 : 0)
    const value = column.kind === 'number' ? column.values[row]! : 0
    return Number.isNaN(value) ? split.missingLeft : split.at === null || value <= split.at
  }

  test.each(models)('%s: the noise column matters least', (_kind, model) => {
    const gains = gainImportance(model)
    expect(gains.reduce((sum, { importance }) => sum + importance, 0)).toBeCloseTo(1, 12)
    expect(gains.at(-1)!.column).toBe('noise')
    const lost = permutationImportance(model, fresh.columns, fresh.target)
    expect(lost[0]!.importance).toBeGreaterThan(0.05)
    expect(Math.abs(lost.find(({ column }) => column === 'noise')!.importance)).toBeLessThan(0.02)
    expect(permutationImportance(model, fresh.columns, fresh.target)).toEqual(lost)
  })
})
