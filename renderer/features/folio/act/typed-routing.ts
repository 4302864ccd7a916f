import type { Folio } from '#renderer/parts/folio/folio-view.ts'
import type { RevenueGroup } from '#shared/domain/folio/chart.ts'
import { isBusinessDate, type TransactionCodeId } from '#shared/values/index.ts'
import type { PickedFolio } from './FolioPicker.tsx'

/** A routing as it is typed. */
export type TypedRouting = {
  folio: PickedFolio | null
  window: number
  groups: RevenueGroup[]
  codeIds: number[]
  from: string
  to: string
  weekdays: number[]
}

/** A routing as it is on file, or a new one to the second window of the folio. */
export function typedRouting(now: Folio['routings'][number] | undefined, here: PickedFolio): TypedRouting {
  if (!now) return { folio: here, window: 2, groups: [], codeIds: [], from: '', to: '', weekdays: [] }
  return {
    folio: now.toFolioId === here.id ? here : { id: now.toFolioId, title: now.toTitle },
    window: now.toWindow,
    groups: now.groups,
    codeIds: now.codeIds,
    from: now.from ?? '',
    to: now.to ?? '',
    weekdays: now.weekdays,
  }
}

/** Both dates are days or empty. */
export function areDatesRead({ from, to }: TypedRouting): boolean {
  return [from, to].every((text) => text === '' || isBusinessDate(text))
}

/** The routing that was typed; null while it names no folio. */
export function readRouting(typed: TypedRouting): Omit<Folio['routings'][number], 'n' | 'toTitle'> | null {
  if (!typed.folio) return null
  const dateOf = (text: string) => (isBusinessDate(text) ? text : null)
  return {
    toFolioId: typed.folio.id,
    toWindow: typed.window,
    codeIds: typed.codeIds as TransactionCodeId[],
    groups: typed.groups,
    from: dateOf(typed.from),
    to: dateOf(typed.to),
    weekdays: typed.weekdays.toSorted(),
  }
}
