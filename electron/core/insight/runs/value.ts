import { readExpectedValue, readJudgedClasses, readStoredSettings } from '#db/queries/insight/judged.ts'
import { writeGuestValues } from '#db/repositories/insight/value.ts'
import type { SharedFacts } from '#shared/domain/insight/facts/catalogue.ts'
import { countPosted } from '#shared/domain/insight/facts/revenue.ts'
import { settingsFrom } from '#shared/domain/insight/settings/settings.ts'
import type { ValueSettings } from '#shared/domain/insight/settings/value.ts'
import type { JudgedKind } from '#shared/domain/insight/value/classes.ts'
import { valueGuests } from '#shared/domain/insight/value/guest-values.ts'
import { type ClassOf, summarise } from '#shared/domain/insight/value/summary.ts'
import type { Run, RunDesk } from '../run.ts'

/** Fewer guests with a stay are no hotel's guests to divide: means of five say nothing. */
export const fewestGuests = 20

/** RFM, value classes, value matrix, need and course of every guest; after the model of future stays, which it asks. */
export const value: Run<'value'> = {
  kind: 'value',
  standing: 40,
  reads: 'facts',
  run: (desk, { cut }) => {
    const own = settingsFrom(readStoredSettings(desk.store)).value
    const settings: ValueSettings = cut ? { ...own, cut: { kind: cut } } : own
    const facts = desk.facts()
    const expected = desk.isCurrent ? readExpectedValue(desk.insight, facts.id) : null
    const result = valueGuests(desk.history(), facts, settings, expected, desk.pulse)
    const summary = summarise(result, judgedIn(desk, result.guests.id))
    const table = desk.isCurrent && !cut ? 'guest_value' : 'guest_value_then'
    writeGuestValues(desk.insight, table, result.guests, desk.pulse)
    if (summary.guests < fewestGuests) {
      return {
        refusal: { code: 'TOO_FEW_GUESTS', params: { found: summary.guests, needed: fewestGuests } },
      }
    }
    const ledger = { ...countPosted(desk.history(), facts), otherMinor: sumOf(result.guests.otherMinor) }
    return { output: { ...summary, ledger, costsKnown: hasCosts(settings), given: givenIn(facts) } }
  },
}

/** The class that counts: the one that a person set, where one did. */
function judgedIn({ store }: RunDesk, ids: Int32Array): ClassOf | null {
  const judged = readJudgedClasses(store)
  if (judged.size === 0) return null
  return (kind, at, computed) => judged.get(ids[at] as number)?.[kind as JudgedKind] || computed
}

function hasCosts({ costs }: ValueSettings): boolean {
  return costs.givenNightMinor !== null || costs.upgradedStayMinor !== null
}

function givenIn({ numbers }: SharedFacts): { nights: number; upgrades: number } {
  return { nights: sumOf(numbers.givenNights), upgrades: sumOf(numbers.upgrades) }
}

function sumOf(values: ArrayLike<number>): number {
  let total = 0
  for (let row = 0; row < values.length; row++) total += values[row] as number
  return total
}
