import { WhoMayNote } from '#renderer/parts/form/WhoMayNote.tsx'
import { type SectionName, sections } from './sections.ts'

/** Says of a section who may change it, to somebody who may not. */
export function ReadOnlyNote({ section, editable }: { section: SectionName; editable: boolean }) {
  const needed = sections.find((one) => one.name === section)?.changes ?? 'users'
  return editable || needed === 'signed-in' ? null : <WhoMayNote needed={needed} />
}
