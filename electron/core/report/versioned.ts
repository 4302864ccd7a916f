import type { LongReader, ReportFile } from '#db/handles.ts'
import { openLogged, type ThingThen } from '#db/queries/report/logged.ts'
import { type LogSlice, readNightsOfGuest, readNightsOfPlan } from '#db/queries/report/progress.ts'
import {
  countryOf,
  guestsOf,
  nightsOf,
  planKindOf,
  type VersionedKind,
  versionedKinds,
} from '#db/report/versions.ts'
import { openNights } from '#db/repositories/report/nights.ts'
import { openVersions } from '#db/repositories/report/versions.ts'

type Kind = ReturnType<typeof openKind>

function openKind(store: LongReader, file: ReportFile, kind: VersionedKind) {
  return { entity: kind.entity, logged: openLogged(store, kind), versions: openVersions(file, kind) }
}

export type Versioned = ReturnType<typeof openVersioned>

/** What the report file has versions of: how things of each kind get from the log into it. */
export function openVersioned(store: LongReader, file: ReportFile) {
  const kinds = versionedKinds.map((kind) => openKind(store, file, kind))
  const guests = kinds.find(({ entity }) => entity === 'guest') as Kind
  const nights = openNights(file)

  /** An import's guests without a name have no row of the log of their own. */
  function writeGuestsOf({ history }: ThingThen, upTo: number): void {
    for (const id of guestsOf(history))
      if (!guests.versions.has(id)) guests.versions.write(guests.logged.one(id, upTo), true)
  }

  function replaceOne(kind: Kind, id: number, upTo: number): void {
    const { logged, versions, entity } = kind
    const thing = logged.one(id, upTo)
    const before = versions.now(id)
    versions.write(thing, false)
    const now = versions.now(id)
    if (entity === 'booking') {
      writeGuestsOf(thing, upTo)
      for (const night of nightsOf(thing.history)) nights.add(night, id)
    }
    // Nights have these two of what they name
    const touched =
      entity === 'guest' && countryOf(before) !== countryOf(now)
        ? readNightsOfGuest(store, id)
        : entity === 'rate-plan' && before && planKindOf(before) !== planKindOf(now)
          ? readNightsOfPlan(file, id)
          : []
    for (const { night, bookingId } of touched) nights.add(night, bookingId)
  }

  return {
    kinds,
    /** Writes the things of a kind after an id for the first time, at most so many; the last of them, null when there are no more. */
    fill: (kind: Kind, after: number, upTo: number, count: number, tell: (id: number) => void) => {
      let written = 0
      for (const thing of kind.logged.after(after, upTo)) {
        kind.versions.write(thing, true)
        if (kind.entity === 'booking') writeGuestsOf(thing, upTo)
        tell(thing.id)
        written += 1
        if (written === count) return thing.id
      }
      return null
    },
    /** Writes what a slice of the log is about again, and the nights that show it. */
    replace: ({ things, to }: LogSlice, tell: () => void) => {
      for (const kind of kinds)
        for (const id of things.get(kind.entity) ?? []) {
          tell()
          replaceOne(kind, id, to)
        }
      nights.write()
    },
  }
}
