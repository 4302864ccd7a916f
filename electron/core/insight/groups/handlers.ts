import { type AlikeGuest, readAlikeGuests, readKindGuests } from '#db/queries/insight/groups.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import { listGuestKinds } from '#db/repositories/insight/guest-kinds.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { GuestKindImage } from '#shared/domain/insight/groups/kind-image.ts'
import { matchNames } from '#shared/domain/insight/groups/names.ts'
import { latinName } from '#shared/domain/name/name.ts'
import { fromDayNumber, ok, refuse } from '#shared/values/index.ts'
import { create, edit, remove } from '../../kernel/aggregate.ts'
import { reads, writes, writesAfter } from '../../kernel/handler.ts'
import { guestKindAggregate } from './kind-aggregate.ts'
import { newestKinds } from './kind-names.ts'

const list = reads('kinds.list', async (db): Promise<OutputOf<'kinds.list'>> => {
  const run = await newestKinds(db)
  if (!run) return null
  const named = await listGuestKinds(db)
  const places = matchNames(
    run.found,
    named.map(({ image }) => image.means),
  )
  const view = ({ id, version, image }: (typeof named)[number]) => ({ id, version, name: image.name })
  return {
    asOf: run.asOf as never,
    moment: run.moment,
    found: run.found,
    names: Object.fromEntries(
      named.flatMap((one, at) => (places[at] === null ? [] : [[String(places[at]), view(one)]])),
    ),
    gone: named.filter((_, at) => places[at] === null).map(view),
  }
})

/** The name that a kind has now, and what the kind is like, read beside the transaction: derived data is in another file. */
const name = writesAfter(
  'kinds.name',
  async (db, { number }) => {
    const found = (await newestKinds(db))?.found
    const kind = found?.kinds.find((one) => one.number === number)
    if (!found || !kind) return null
    const named = await listGuestKinds(db)
    const places = matchNames(
      found,
      named.map(({ image }) => image.means),
    )
    const means = Object.fromEntries(
      kind.traits.map(({ fact, mean }) => [fact, mean]),
    ) as GuestKindImage['means']
    return { means, before: named.find((_, at) => places[at] === number) ?? null }
  },
  async (tx, ctx, { number, name: given }, kind) => {
    if (!kind) return refuse('KIND_UNKNOWN', { id: number })
    const { before, means } = kind
    if (before)
      return edit(tx, ctx, guestKindAggregate, before.id, before.version, (image) =>
        ok({ ...image, name: given, means }),
      )
    return create(tx, ctx, guestKindAggregate, await nextId(tx, 'guest_kinds'), { name: given, means })
  },
)

const unname = writes('kinds.unname', (tx, ctx, { id, version }) =>
  remove(tx, ctx, guestKindAggregate, id, version, { id, version: version + 1 }),
)

const guests = reads('kinds.guests', async (db, { number, after, limit }) => {
  const [distance, id] = after?.split(':').map(Number) ?? []
  const place = distance === undefined ? null : { distance, id: id as number }
  const rows = await readKindGuests(db, number, place, limit + 1)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return { rows: shown.map(named), next: last ? `${last.distance}:${last.id}` : null }
})

const alike = reads('kinds.alike', async (db, { group, after, limit }) => {
  const rows = await readAlikeGuests(db, group, Number(after ?? 0), limit + 1)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    rows: shown.map(({ reasons, ...row }) => ({ ...named(row), reasons: JSON.parse(reasons) as Reasons })),
    next: last ? String(last.place) : null,
  }
})

type Reasons = OutputOf<'kinds.alike'>['rows'][number]['reasons']

function named<R extends Pick<AlikeGuest, 'nativeName' | 'familyName' | 'givenName' | 'lastDeparture'>>(
  row: R,
) {
  const { nativeName, familyName, givenName, lastDeparture: day, ...rest } = row
  const lastDeparture = day === null ? null : fromDayNumber(day)
  const latin = latinName({ nativeName, familyName, givenName })
  return { ...rest, lastDeparture, name: nativeName || latin, latinName: latin }
}

export const kindHandlers = {
  'kinds.list': list,
  'kinds.name': name,
  'kinds.unname': unname,
  'kinds.guests': guests,
  'kinds.alike': alike,
}
