import { readRun } from '#db/queries/insight/runs.ts'
import {
  type GuestValueRow,
  readGuestValue,
  readValueGuests,
  valueKey,
} from '#db/queries/insight/value-list.ts'
import { readJudgement } from '#db/repositories/insight/judgements.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { ClassKind } from '#shared/domain/insight/value/classes.ts'
import { latinName } from '#shared/domain/name/name.ts'
import type { BusinessDate, Moment } from '#shared/values/index.ts'
import { reads } from '../kernel/handler.ts'

type Values = NonNullable<NonNullable<OutputOf<'insight.guestClasses'>>['guest']>

export const valueGuests = reads('insight.valueGuests', async (db, input) => {
  const { earlier, of, sort, limit } = input
  const after = input.after === undefined ? null : (JSON.parse(input.after) as [number, number])
  const rows = await readValueGuests(db, of, { earlier, sort, after, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => ({
      name: row.nativeName || latinName(row),
      latinName: latinName(row),
      unnamed: row.unnamed === 1,
      ...valuesOf(row),
    })),
    next: rows.length > limit && last ? valueKey(sort, last) : null,
  }
})

export const guestClasses = reads('insight.guestClasses', async (db, { guestId }) => {
  const run = await readRun(db, 'value', '{}')
  if (!run) return null
  const row = await readGuestValue(db, guestId)
  const judged = await readJudgement(db, guestId)
  const excluded = judged?.image.excluded ?? false
  return {
    asOf: run.asOf as BusinessDate,
    moment: run.moment as Moment,
    excluded,
    guest: row && !excluded ? valuesOf(row) : null,
  }
})

/** The classes that count; what a person set wins. */
function valuesOf(row: GuestValueRow): Values {
  const set: Partial<Record<ClassKind, string>> = {
    value: row.setValue,
    need: row.setNeed,
    lifecycle: row.setLifecycle,
    behaviour: row.setBehaviour,
    relation: row.setRelation,
  }
  return {
    id: row.id,
    recencyDays: row.recencyDays,
    frequency: row.frequency,
    monetaryMinor: row.monetaryMinor,
    otherMinor: row.otherMinor,
    r: row.r,
    f: row.f,
    m: row.m,
    contributionMinor: row.contributionMinor,
    currentMinor: row.currentMinor,
    potentialMinor: row.potentialMinor,
    rfm: row.rfm,
    matrix: row.matrix,
    value: set.value || row.value,
    need: set.need || row.need,
    lifecycle: set.lifecycle || row.lifecycle,
    behaviour: set.behaviour || row.behaviour,
    relation: set.relation || row.relation,
    byHand: (Object.keys(set) as ClassKind[]).filter((kind) => set[kind] !== ''),
  }
}
