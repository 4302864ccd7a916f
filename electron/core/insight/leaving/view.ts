import type { NameOf } from '#db/queries/change/labels.ts'
import { leavingCaseImage } from '#db/repositories/insight/leaving-cases.ts'
import type { LeavingCaseRow } from '#db/schema/insight-leaving.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { stateOf } from '#shared/domain/insight/leaving/case.ts'
import type { BusinessDate } from '#shared/values/index.ts'

export type LeavingCaseView = OutputOf<'leaving.cases'>[number]

/** A case as pages read it. `returnedOn`: the guest's first stay since it was opened, of an open case. */
export function leavingCaseView(
  row: LeavingCaseRow,
  returnedOn: BusinessDate | null,
  { nameOf, actor, on }: { nameOf: NameOf; actor: string; on: BusinessDate },
): LeavingCaseView {
  const image = leavingCaseImage(row)
  const person = (login: string | null) => (login === null ? null : { login, name: nameOf(login) })
  return {
    id: row.id,
    version: row.version,
    ...image,
    state: stateOf(image, on),
    mine: image.owner === actor,
    openedBy: { login: image.openedBy, name: nameOf(image.openedBy) },
    owner: person(image.owner),
    offeredBy: person(image.offeredBy),
    closedBy: person(image.closedBy),
    returnedOn: image.closedOn === null ? returnedOn : image.returnedOn,
  }
}
