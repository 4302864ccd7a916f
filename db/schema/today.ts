import type { ShiftNoteId } from '#shared/values/index.ts'

export type ShiftNotesTable = {
  id: ShiftNoteId
  text: string
  created_at: string
  created_by: string
  ticked_at: string | null
  ticked_by: string | null
  version: number
}
