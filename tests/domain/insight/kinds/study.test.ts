import { describe, expect, test } from 'vitest'
import { heldOutEven, type Sample, studyTarget } from '#shared/domain/insight/kinds/study.ts'
import type { Column } from '#shared/domain/insight/learn/columns.ts'
import { auc, liftAt } from '#shared/domain/insight/learn/measures.ts'
import { leavesOf } from '#shared/domain/insight/learn/model.ts'
import { predict } from '#shared/domain/insight/learn/predict.ts'
import type { Condition } from '#shared/domain/insight/learn/rules.ts'
import { leaningTable, numbers } from '../learn/tables.ts'

const train = leaningTable(21, 2500)
const test_ = leaningTable(22, 1500)
const study = studyTarget(train, test_)

function meets(columns: readonly Column[], condition: Condition, row: number): boolean {
  const column = columns.find(({ name }) => name === condition.column)!
  if (column.kind === 'number' && condition.kind === 'number') {
    const value = column.values[row]!
    if (Number.isNaN(value)) return condition.missing !== false
    const { above, atMost, known } = condition
    return known && (above === null || value > above) && (atMost === null || value <= atMost)
  }
  if (column.kind === 'number' || condition.kind === 'number') return false
  const word = column.words[column.codes[row]!]
  return word === undefined ? condition.missing : condition.words.includes(word)
}

const countOf = ({ columns, target }: Sample, conditions: readonly Condition[]) => {
  const rows = [...target.keys()].filter((row) => conditions.every((one) => meets(columns, one, row)))
  return { covers: rows.length, positives: rows.filter((row) => target[row]).length }
}

describe('a study', () => {
  test('is readable, and says of each rule what the rows say', () => {
    expect(leavesOf(study.tree.tree)).toBeLessThanOrEqual(10)
    expect(study.rules.length).toBe(leavesOf(study.tree.tree))
    for (const { conditions, covers, share, heldOut } of study.rules) {
      const learned = countOf(train, conditions)
      expect(covers).toBe(learned.covers)
      expect(share).toBeCloseTo(learned.positives / learned.covers, 12)
      const judged = countOf(test_, conditions)
      expect(heldOut.covers).toBe(judged.covers)
      expect(heldOut.share).toBeCloseTo(judged.positives / judged.covers, 12)
    }
    expect(study.rules.reduce((sum, { covers }) => sum + covers, 0)).toBe(2500)
    expect(study.rules.reduce((sum, { heldOut }) => sum + heldOut.covers, 0)).toBe(1500)
  })

  test('is judged on the rows held out, both models alike', () => {
    const shares = Float64Array.from(test_.target.keys(), (row) => {
      const rule = study.rules.find(({ conditions }) =>
        conditions.every((one) => meets(test_.columns, one, row)),
      )
      return rule!.share
    })
    expect(study.fit.auc).toBeCloseTo(auc(shares, test_.target), 12)
    expect(study.fit.lift).toBeCloseTo(liftAt(shares, test_.target, 0.1), 12)
    expect(study.fit.baseRate).toBeCloseTo(test_.target.filter((label) => label).length / 1500, 12)
    expect(study.secondFit.auc).toBeCloseTo(auc(predict(study.second, test_.columns), test_.target), 12)
    expect(study.fit.auc).toBeGreaterThan(0.68)
    expect(study.secondFit.auc).toBeGreaterThan(study.fit.auc)
  })

  test('is the same again', () => {
    expect(studyTarget(train, test_)).toEqual(study)
  })

  test('leaves out what is the same in every row', () => {
    const flat = (rows: number) => numbers('flat', new Array(rows).fill(7))
    const withFlat = { ...train, columns: [...train.columns, flat(2500)] }
    const again = studyTarget(withFlat, { ...test_, columns: [...test_.columns, flat(1500)] })
    expect(again.constant).toEqual(['flat'])
    expect(again.rules).toEqual(study.rules)
  })

  test('finds no rule where there is none', () => {
    const only = (of: Sample) => ({ ...of, columns: of.columns.slice(3) })
    const none = studyTarget(only(train), only(test_))
    expect(none.rules.length).toBe(1)
    expect(none.rules[0]!.conditions).toEqual([])
    expect(none.fit.auc).toBe(0.5)
  })

  test('reports progress and can be stopped', () => {
    const seen: number[] = []
    const stop = () =>
      studyTarget(train, test_, {
        pulse: (done, total) => {
          seen.push(done / total)
          if (seen.length === 8) throw new Error('stopped')
        },
      })
    expect(stop).toThrow('stopped')
    expect(seen).toEqual(seen.toSorted((one, other) => one - other))
  })

  test('a part held out has its share of positives', () => {
    const held = heldOutEven(train.target, 0.25, 3)
    const of = (label: number) => train.target.filter((one) => one === label).length
    const heldOf = (label: number) => train.target.filter((one, row) => one === label && held[row]).length
    for (const label of [0, 1]) expect(heldOf(label)).toBe(Math.round(of(label) / 4))
    expect(heldOutEven(train.target, 0.25, 3)).toEqual(held)
    expect(heldOutEven(train.target, 0.25, 4)).not.toEqual(held)
  })
})
