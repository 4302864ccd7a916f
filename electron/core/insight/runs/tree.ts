import { readStoredSettings } from '#db/queries/insight/judged.ts'
import { dropTree, saveTree } from '#db/repositories/insight/tree.ts'
import type { RunOutputOf } from '#shared/contract/insight-runs.ts'
import {
  type GuestStudy,
  neededForTree,
  type Placed,
  placeGuests,
  type StudiedYear,
  studyGuests,
  type TooLittle,
} from '#shared/domain/insight/kinds/guest-study.ts'
import { standingTarget, TARGET_DAYS } from '#shared/domain/insight/kinds/targets.ts'
import { outlineOf } from '#shared/domain/insight/learn/rules.ts'
import { settingsFrom } from '#shared/domain/insight/settings/settings.ts'
import { fromDayNumber } from '#shared/values/index.ts'
import type { Run, RunDesk, RunEnd } from '../run.ts'

/** The form in which a tree is kept. */
const MODEL_VERSION = 1

/** Rules towards a target of guests, learned from the past, judged on the year since, asked of the guests of the date. */
export const tree: Run<'tree'> = {
  kind: 'tree',
  standing: 59,
  reads: null,
  run: (desk, { target = standingTarget }) => {
    const history = desk.history()
    // Of the protected traits only age is dated, so that no other can be a column
    const allowProtected = settingsFrom(readStoredSettings(desk.store)).risk.allowed.includes('age')
    const found = studyGuests(target, history, desk.day, desk.factsOf, { allowProtected, pulse: desk.pulse })
    if ('found' in found) {
      if (desk.isCurrent) dropTree(desk.insight, target)
      return tooLittle(found)
    }
    const placed = placeGuests(target, found.study.tree, history, desk.day, desk.factsOf)
    if (desk.isCurrent) keep(desk, found, placed)
    return { output: outputOf(found, placed, allowProtected) }
  },
}

function tooLittle({ year, found }: TooLittle): RunEnd<'tree'> {
  const { day, guests, positives } = found
  const until = fromDayNumber(day + TARGET_DAYS)
  const least = { leastGuests: neededForTree.guests, leastEach: neededForTree.each }
  const code = year === 'trained' ? 'TREE_TOO_LITTLE_LEARNED' : 'TREE_TOO_LITTLE_JUDGED'
  return { refusal: { code, params: { day: fromDayNumber(day), until, guests, positives, ...least } } }
}

function keep(
  { insight, asOf, moment }: RunDesk,
  { target, study, trained, judged }: GuestStudy,
  placed: Placed,
) {
  const shares = new Map(study.rules.map(({ leaf, share }) => [leaf, share]))
  const model = {
    target,
    as_of: asOf,
    moment,
    version: MODEL_VERSION,
    trained_on: fromDayNumber(trained.day),
    judged_on: fromDayNumber(judged.day),
    auc: study.fit.auc,
    model: JSON.stringify(study.tree),
  }
  saveTree(insight, model, { ...placed, shareOf: (leaf) => shares.get(leaf)! })
}

function outputOf(
  { target, study, trained, judged, highCut }: GuestStudy,
  placed: Placed,
  allowProtected: boolean,
): RunOutputOf<'tree'> {
  const today = new Map<number, number>()
  for (const leaf of placed.leaf) today.set(leaf, (today.get(leaf) ?? 0) + 1)
  return {
    target,
    highCut,
    trained: yearOf(trained, study.trained.rows),
    judged: yearOf(judged, study.fit.rows),
    fit: study.fit,
    secondFit: study.secondFit,
    secondTrained: study.secondTrained,
    rules: study.rules.map((rule) => ({
      ...rule,
      conditions: [...rule.conditions],
      guests: today.get(rule.leaf) ?? 0,
    })) as RunOutputOf<'tree'>['rules'],
    outline: outlineOf(study.tree) as RunOutputOf<'tree'>['outline'],
    asked: placed.guest.length,
    constant: study.constant,
    protected: allowProtected,
  }
}

function yearOf({ day, guests, positives }: StudiedYear, studied: number) {
  return { day: fromDayNumber(day), until: fromDayNumber(day + TARGET_DAYS), guests, positives, studied }
}
