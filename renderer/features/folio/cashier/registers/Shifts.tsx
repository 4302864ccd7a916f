import { useMemo, useRef } from 'react'
import { useList } from '#renderer/api/use-list.ts'
import { useWords } from '#renderer/base/language.ts'
import type { ShiftId } from '#shared/values/index.ts'
import { shiftColumns } from './columns.tsx'
import { Register } from './Register.tsx'

/** Shifts; Enter shows the report of one that was counted. */
export function Shifts({ onOpen }: { onOpen: (id: ShiftId) => void }) {
  const { t } = useWords()
  const list = useList('shift.list', { limit: 100 })
  const columns = useMemo(() => shiftColumns(t), [t])
  const listRef = useRef<HTMLDivElement>(null)
  return (
    <Register
      name="shifts"
      operation="shift.list"
      list={list}
      columns={columns}
      listRef={listRef}
      tools={[]}
      onOpen={(row) => row.expectedMinor !== null && onOpen(row.id)}
    />
  )
}
