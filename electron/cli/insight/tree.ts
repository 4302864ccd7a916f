import {
  heldOutEven,
  type Sample,
  type Study,
  studyDefaults,
  studyTarget,
} from '#shared/domain/insight/kinds/study.ts'
import { treeTargets } from '#shared/domain/insight/kinds/targets.ts'
import { takeRows } from '#shared/domain/insight/learn/columns.ts'
import { rowsToLearn } from '#shared/domain/insight/learn/tree.ts'
import { type Key, words } from '#shared/i18n/index.ts'
import { plainRuleStyle, ruleText } from '#shared/i18n/rule-words.ts'
import type { Cli, Given } from '../command.ts'
import { exitCodes, WrongUse } from '../stop.ts'
import { choiceOf } from './choice.ts'
import { runOnStore } from './tree-store.ts'
import { type FileTable, readTreeTable } from './tree-table.ts'

/** Below these nothing is said: the AUC of a handful is chance. */
const NEED = { rows: 60, each: 20, held: 5 } as const
const HELD_OUT_PERCENT = 25

/**
 * `insight tree` over a plain file: `{ auc, baseRate, rules: [{ when, share, covers }] }` and how it was measured. A seeded share
 * of the rows, or those that a column marks, is held out; both AUCs are of these rows.
 */
export async function run(given: Given, cli: Cli): Promise<number> {
  const file = given.text('table')
  const target = given.text('target')
  if (file === undefined && (cli.store !== undefined || isTarget(target))) return await runOnStore(given, cli)
  if (file === undefined || target === undefined)
    throw new WrongUse('insightTree.cli.noTarget', { targets: treeTargets.join(', ') })
  const table = await readTreeTable(file, {
    target,
    positive: given.text('positive'),
    heldOutColumn: given.text('held-out-column'),
  })
  const seed = given.number('seed', 0, 2 ** 31 - 1) ?? studyDefaults.seed
  const percent = given.number('held-out', 1, 90) ?? HELD_OUT_PERCENT
  if (table.marked && given.text('held-out') !== undefined) throw new WrongUse('insightTree.cli.partTwice')
  const heldOut = table.marked ?? heldOutEven(table.labels, percent / 100, seed)
  const { train, test } = partsOf(table, heldOut)
  refuseLittle(train, test)
  const study = studyTarget(train, test, { seed, maxLeaves: given.number('leaves', 2, 30) })
  const said = { table, study, heldOut: heldOutSaid(given, table, percent, seed) }
  await (choiceOf(given, 'format', ['json', 'csv'] as const) === 'csv'
    ? printRules(said, cli)
    : printAll(said, cli))
  return exitCodes.ok
}

function isTarget(target: string | undefined): boolean {
  return treeTargets.some((known) => known === target)
}

function partsOf({ columns, labels }: FileTable, heldOut: Uint8Array): { train: Sample; test: Sample } {
  const part = (mark: number): Sample => {
    const rows = rowsToLearn(labels.length).filter((row) => heldOut[row] === mark)
    return { columns: takeRows(columns, rows), target: Uint8Array.from(rows, (row) => labels[row]!) }
  }
  return { train: part(0), test: part(1) }
}

function refuseLittle(train: Sample, test: Sample): void {
  const count = ({ target }: Sample) => target.reduce((sum, label) => sum + label, 0)
  const rows = train.target.length + test.target.length
  const [learned, held] = [count(train), count(test)]
  const others = rows - learned - held
  const isEnough =
    rows >= NEED.rows &&
    Math.min(learned + held, others) >= NEED.each &&
    Math.min(held, test.target.length - held) >= NEED.held &&
    Math.min(learned, train.target.length - learned) >= NEED.held
  if (isEnough) return
  throw new WrongUse('insightTree.cli.little', {
    rows,
    positives: learned + held,
    needRows: NEED.rows,
    needEach: NEED.each,
    needHeld: NEED.held,
  })
}

function heldOutSaid(given: Given, table: FileTable, percent: number, seed: number) {
  return table.marked ? { column: given.text('held-out-column') } : { share: percent / 100, seed }
}

type Said = { table: FileTable; study: Study; heldOut: Record<string, string | number | undefined> }

async function printAll({ table, study, heldOut }: Said, cli: Cli): Promise<void> {
  const leftOut = [
    ...table.leftOut,
    ...study.constant.map((column) => ({ column, why: 'constant' as const })),
  ]
  tell({ table, study, heldOut }, leftOut, cli)
  const positives = table.labels.reduce((sum, label) => sum + label, 0)
  await cli.say(
    JSON.stringify({
      auc: study.fit.auc,
      baseRate: positives / table.labels.length,
      rules: rulesSaid(study, cli),
      target: table.target,
      positive: table.positive,
      rows: table.labels.length,
      rowsWithoutTarget: table.withoutTarget,
      trained: study.trained.rows,
      heldOut: { rows: study.fit.rows, baseRate: study.fit.baseRate, lift: study.fit.lift, ...heldOut },
      second: { model: 'boosted trees', auc: study.secondFit.auc, lift: study.secondFit.lift },
      leftOut,
    }),
  )
}

function tell({ study }: Said, leftOut: { column: string; why: string }[], cli: Cli): void {
  const { language } = cli
  const counts = { trained: study.trained.rows, heldOut: study.fit.rows }
  cli.note(words(language, 'insightTree.cli.note', counts))
  for (const { column, why } of leftOut) {
    const reason = words(language, `insightTree.cli.why.${why}` as Key)
    cli.note(words(language, 'insightTree.cli.leftOut', { column, why: reason }))
  }
}

function rulesSaid({ rules }: Study, { language }: Cli) {
  const style = plainRuleStyle(language)
  return rules.map(({ conditions, share, covers }) => ({
    when: ruleText(conditions, style, language),
    share,
    covers,
  }))
}

async function printRules({ study }: Said, cli: Cli): Promise<void> {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
  const lines = rulesSaid(study, cli).map(({ when, share, covers }) => [cell(when), share, covers].join(','))
  await cli.say(['when,share,covers', ...lines].join('\n'))
}
