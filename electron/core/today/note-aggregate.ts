import { loadShiftNote, saveShiftNote } from '#db/repositories/today/shift-notes.ts'
import type { ShiftNoteImage } from '#shared/domain/today/shift-note.ts'
import type { ShiftNoteId } from '#shared/values/index.ts'
import type { Aggregate } from '../kernel/aggregate.ts'

/** A note of a shift for the next. */
export const shiftNoteAggregate: Aggregate<ShiftNoteImage> = {
  entity: 'shift-note',
  unknown: 'SHIFT_NOTE_UNKNOWN',
  load: (tx, id) => loadShiftNote(tx, id as ShiftNoteId),
  save: (tx, id, before, after) => saveShiftNote(tx, id as ShiftNoteId, before, after),
  check: async () => null,
}
