/** The closes of a demo hotel's past days, and what its shifts wanted the next to know. */
import { randomOf } from '#core/demo/data/random.ts'
import { serviceWords } from '#core/demo/data/service-words.ts'
import type { DemoLanguage } from '#core/demo/data/words.ts'
import { closeColumns } from '#db/repositories/audit/closes.ts'
import { type CloseImage, noCounts } from '#shared/domain/audit/close.ts'
import { newNote, type ShiftNoteImage, tickNote } from '#shared/domain/today/shift-note.ts'
import type { CloseId, ShiftNoteId } from '#shared/values/index.ts'
import type { When } from './diary.ts'
import type { Closes } from './hands.ts'
import { createShelf, type ShelfItem } from './shelf.ts'
import { departureOf } from './stay.ts'
import type { World } from './world.ts'

const NOTES = 125
const HOUR = 3600
/** Around the posting of the nights, before midnight. */
const BEGINS = 24 * HOUR - 95
const ENDS = 24 * HOUR - 30

/** What is true of them: over how many days shifts left notes, at which changes of shift, and how many nobody has read. */
export const closesTruth = { noteDays: 21, note: 0.45, unread: 1 } as const

export const noCloses: Closes = { openDay: () => undefined, finish: () => undefined }

type Parts = Pick<
  World,
  'bulk' | 'diary' | 'agenda' | 'today' | 'takeover' | 'seed' | 'open' | 'money' | 'rounds'
>

/** `rolls`: the log began with the date of the first day, so that each close tells that it was moved. */
export function createCloses(parts: Parts, { rolls }: { rolls: boolean }, language: DemoLanguage): Closes {
  const { bulk, diary, agenda, today, takeover, open } = parts
  const counts = new Map<number, typeof noCounts>()
  const closes = createShelf<CloseImage>(bulk, diary, 'close', 'closes', ({ id, image, version }) => {
    const progress = { step: 'housekeeping', cursor: 0, counts: JSON.stringify(counts.get(id)) }
    bulk.into.closes({ ...closeColumns(id as CloseId, image), ...progress, version })
  })
  const notes = shiftNotes(parts, language)

  const close = (day: number): void => {
    const begun = { day, seconds: BEGINS }
    const kept = closes.make(begun, diary.night, 'audit.begin', imageAt(parts, begun), null)
    agenda.add(day, ENDS, (seconds) => {
      const when = { day, seconds }
      const slept = [...open.values()].filter((stay) => stay.status === 'in-house' && departureOf(stay) > day)
      counts.set(kept.id, { ...noCounts, ...parts.money.nightOf(day), rooms: slept.length })
      parts.rounds.night(when)
      const moved = {
        before: { businessDate: diary.date(day) },
        after: { businessDate: diary.date(day + 1) },
      }
      const entry = { entity: 'settings', entityId: 1, bookingId: null, ...moved }
      if (rolls) diary.write(when, diary.night, 'audit.advance', entry)
      const end = { status: 'done' as const, finishedAt: diary.momentAt(when) }
      closes.change(kept, when, diary.night, 'audit.advance', end)
    })
  }
  return {
    openDay: (day) => {
      notes.openDay(day)
      if (day >= takeover.day && day < today.day) agenda.add(day, BEGINS, () => close(day))
    },
    finish: () => {
      closes.finish()
      notes.finish()
    },
  }
}

function imageAt({ diary }: Parts, when: When): CloseImage {
  return {
    businessDate: diary.date(when.day),
    status: 'running',
    startedBy: diary.night.actor,
    startedAt: diary.momentAt(when),
    finishedAt: null,
    troubles: [],
  }
}

/** Before a shift goes it leaves a note now and then; the next ticks it off. The last one is not read yet. */
function shiftNotes({ bulk, diary, agenda, today, takeover, seed }: Parts, language: DemoLanguage): Closes {
  const words = serviceWords[language].notes
  const notes = createShelf<ShiftNoteImage>(
    bulk,
    diary,
    'shift-note',
    'shift_notes',
    ({ id, image, version }) =>
      bulk.into.shift_notes({
        id: id as ShiftNoteId,
        text: image.text,
        created_at: image.createdAt,
        created_by: image.createdBy,
        ticked_at: image.tickedAt,
        ticked_by: image.tickedBy,
        version,
      }),
  )
  const tick = (kept: ShelfItem<ShiftNoteImage>, when: When): void => {
    const author = diary.cashier(randomOf(seed, NOTES, 2, kept.id), when)
    const ticked = tickNote(kept.image, true, { moment: diary.momentAt(when), actor: author.actor })
    if (ticked.ok) notes.change(kept, when, author, 'today.tickNote', ticked.value)
  }
  return {
    openDay: (day) => {
      if (day < Math.max(takeover.day, today.day - closesTruth.noteDays)) return
      for (const [turn, ends] of [7, 15, 23].entries()) {
        const random = randomOf(seed, NOTES, day, turn)
        const last = day === today.day && turn === 0
        if (!last && !random.chance(closesTruth.note)) continue
        const text = words[(day * 3 + turn) % words.length] ?? ''
        agenda.add(day, ends * HOUR - random.between(300, 1500), (seconds) => {
          const when = { day, seconds }
          const author = diary.cashier(random, when)
          const by = { moment: diary.momentAt(when), actor: author.actor }
          const kept = notes.make(when, author, 'today.addNote', newNote(text, by), null)
          if (last) return
          const read = ends * HOUR + random.between(300, 1500)
          agenda.add(day, read, (now) => tick(kept, { day, seconds: now }))
        })
      }
    },
    finish: notes.finish,
  }
}
