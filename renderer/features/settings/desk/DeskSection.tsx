import { Rows } from '#renderer/ui/Pane.tsx'
import type { SectionProps } from '../things.ts'
import { DevicesPane } from './DevicesPane.tsx'
import { ScannerPane } from './ScannerPane.tsx'

/** What belongs to this machine alone: its devices, and how its scanner types. */
export function DeskSection({ editable }: SectionProps) {
  return (
    <Rows heights="minmax(0, 1.2fr) minmax(0, 1fr)">
      <DevicesPane editable={editable} />
      <ScannerPane />
    </Rows>
  )
}
