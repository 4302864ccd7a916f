/** The segments that the manager of a demo hotel keeps, made one after another in its last weeks. */
import type { Writer } from '#db/handles.ts'
import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import { saveSegment } from '#db/repositories/insight/segments.ts'
import { exampleNames, exampleRule } from '#shared/domain/insight/segments/examples.ts'
import { ruleJson } from '#shared/domain/insight/segments/rule.ts'
import type { SegmentImage } from '#shared/domain/insight/segments/segment.ts'
import { words } from '#shared/i18n/index.ts'
import type { Agenda } from './agenda.ts'
import type { Diary } from './diary.ts'

const HOUR = 3600
/** So many days before today each is made. */
const ago = [52, 31, 12]

export type Segments = {
  /** Writes the rows of those that were made. */
  finish: (tx: Writer) => Promise<void>
}

/** Puts down when each is made; `tiers`: of the programme, from the lowest up. */
export function planSegments(
  bulk: Bulk,
  diary: Diary,
  agenda: Agenda,
  { today, tiers }: { today: number; tiers: readonly string[] },
): Segments {
  const made: { id: number; image: SegmentImage }[] = []
  for (const [at, name] of exampleNames.entries()) {
    const rule = exampleRule(name, tiers)
    if (!rule) continue
    const day = today - (ago[at] ?? 0)
    agenda.add(day, 10 * HOUR, (seconds) => {
      const when = { day, seconds }
      const image: SegmentImage = {
        nameEn: words('en', `segment.example.${name}`),
        nameZh: words('zh', `segment.example.${name}`),
        rule: ruleJson(rule),
        tag: null,
        createdAt: diary.momentAt(when),
        createdBy: diary.manager.actor,
      }
      const id = bulk.nextId('segments')
      const entry = { entity: 'segment', entityId: id, bookingId: null, before: null, after: image }
      diary.write(when, diary.manager, 'segment.save', entry)
      made.push({ id, image })
    })
  }
  return {
    finish: async (tx) => {
      for (const { id, image } of made) await saveSegment(tx, id, null, image)
    },
  }
}
