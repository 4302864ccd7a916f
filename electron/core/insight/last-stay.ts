import type { Reader } from '#db/handles.ts'
import { declinedAtLastStay, feltAtLastStay } from '#db/queries/insight/last-stay.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { type Troubles, troublesOf } from '#shared/domain/insight/facts/felt.ts'
import type { GuestId } from '#shared/values/index.ts'

type Wish = OutputOf<'leaving.list'>['rows'][number]['declined'][number]

/** What went wrong at the last stay of these guests; of rooms that were left together the longest wait and the lowest mark. */
export async function readTroubles(
  db: Reader,
  guests: readonly GuestId[],
): Promise<(guest: GuestId) => Troubles<Wish>> {
  const ids = JSON.stringify(guests)
  const declined = Map.groupBy(await declinedAtLastStay.all(db, { ids }), ({ guestId }) => guestId)
  const felt = Map.groupBy(await feltAtLastStay.all(db, { ids }), ({ guestId }) => guestId)
  return (guest) => {
    const stays = felt.get(guest) ?? []
    const [worst] = stays.filter(({ mark }) => mark !== null).sort((a, b) => (a.mark ?? 0) - (b.mark ?? 0))
    const longest = Math.max(0, ...stays.map(({ minutes }) => minutes))
    const said = troublesOf(longest, worst?.mark ?? null)
    return {
      declined: (declined.get(guest) ?? []).map(({ kind, text, fromPreference }) => ({
        kind: kind as Wish['kind'],
        text,
        fromPreference: fromPreference === 1,
      })),
      ...said,
      markText: said.mark === null ? '' : (worst?.markText ?? ''),
    }
  }
}
