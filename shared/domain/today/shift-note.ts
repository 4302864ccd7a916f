/** The shift's notes 交班: what one shift wants the next to know, until somebody ticks it off by name. */
import { ok, type Result, refuse } from '../../values/index.ts'

export type ShiftNoteImage = {
  text: string
  createdAt: string
  createdBy: string
  /** When and by whom it was ticked off; null: the next shift has not read it. */
  tickedAt: string | null
  tickedBy: string | null
}

type Author = { moment: string; actor: string }

/** A note as it begins. */
export function newNote(text: string, { moment, actor }: Author): ShiftNoteImage {
  return { text, createdAt: moment, createdBy: actor, tickedAt: null, tickedBy: null }
}

/** Ticked off, or open again. Somebody may have been quicker. */
export function tickNote(
  note: ShiftNoteImage,
  done: boolean,
  { moment, actor }: Author,
): Result<ShiftNoteImage, 'NOTE_TICKED'> {
  if (done && note.tickedAt !== null) return refuse('NOTE_TICKED', { by: note.tickedBy ?? '' })
  return ok({ ...note, tickedAt: done ? moment : null, tickedBy: done ? actor : null })
}
