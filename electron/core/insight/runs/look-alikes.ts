import { writeLikeness } from '#db/repositories/insight/groups.ts'
import { type FirstStays, firstFacts, firstStays } from '#shared/domain/insight/groups/first-stay.ts'
import { fitLikeness, type Likeness, likenessReasons } from '#shared/domain/insight/groups/likeness.ts'
import {
  alikeGroups,
  type Candidate,
  candidatesOf,
  markBest,
  measureLikeness,
  minGuests,
} from '#shared/domain/insight/groups/likest.ts'
import { refuse } from '#shared/values/index.ts'
import type { Run } from '../run.ts'

/** Of each group so many are listed: more nobody writes to. */
const LISTED = 500
const REASONS = 3
const WEIGHTS = 20

/** Ranks newcomers, askers and silent guests by how like the best guests their first booking was. */
export const lookAlikes: Run<'look-alikes'> = {
  kind: 'look-alikes',
  standing: 58,
  reads: 'facts',
  run: (desk) => {
    const history = desk.history()
    const table = desk.facts(desk.day)
    const best = markBest(table, history.guests)
    const { chosen, others, fromRevenue } = best
    if (chosen < minGuests.chosen || others < minGuests.others)
      return refuse('TOO_FEW_GUESTS', { found: Math.min(chosen, others), needed: minGuests.chosen })
    desk.pulse(1, 4)
    const first = firstStays(history, desk.day)
    const fitted = fitLikeness(first, best.label)
    desk.pulse(2, 4)
    const candidates = candidatesOf(history, table, first, best, fitted)
    desk.pulse(3, 4)
    const groups = alikeGroups.map((group) => ({ group, ...likest(candidates, group) }))
    const listed = groups.flatMap(({ list }) =>
      list.map(({ guest, group, likeness }, at) => ({
        alike_group: group,
        place: at + 1,
        guest_id: history.guests.id[guest] as number,
        likeness,
        reasons: JSON.stringify(likenessReasons(first, fitted, guest, REASONS)),
      })),
    )
    if (desk.isCurrent) writeLikeness(desk.insight, listed)
    return {
      output: {
        chosen,
        others,
        fromRevenueMinor: fromRevenue,
        heldOut: measureLikeness(first, best.label, history.guests),
        groups: groups.map(({ group, candidates: all, list }) => ({
          group,
          candidates: all,
          listed: list.length,
        })),
        weights: strongest(first, fitted),
      },
    }
  },
}

/** The likest of a group; the newer guest of two that are level, so that the order is one. */
function likest(candidates: readonly Candidate[], group: Candidate['group']) {
  const own = candidates.filter((one) => one.group === group)
  const list = own.sort((a, b) => b.likeness - a.likeness || b.guest - a.guest).slice(0, LISTED)
  return { candidates: own.length, list }
}

function strongest({ words }: FirstStays, { weights }: Likeness) {
  return firstFacts
    .flatMap((fact) =>
      weights[fact].map((weight, code) => ({ fact, word: words[fact][code] as string, weight })).slice(1),
    )
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, WEIGHTS)
}
