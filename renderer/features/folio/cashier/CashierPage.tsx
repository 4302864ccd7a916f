import { useState } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { useDeskChoice } from '#renderer/base/desk-choice.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Panes } from '#renderer/ui/Panes.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { ShiftId } from '#shared/values/index.ts'
import { registerActs, registers } from './acts.ts'
import './cashier.css'
import { ReportDrawer } from './ReportDrawer.tsx'
import { Deposits } from './registers/Deposits.tsx'
import { Holds } from './registers/Holds.tsx'
import { Shifts } from './registers/Shifts.tsx'
import { Vouchers } from './registers/Vouchers.tsx'
import { ShiftPane } from './ShiftPane.tsx'

/** The cashier's desk: one's own drawer, and beside it what the hotel holds for its guests. */
export function Page() {
  const { t } = useWords()
  const current = useQuery('shift.current', {})
  const [report, setReport] = useState<ShiftId | null>(null)
  return (
    <>
      <Panes
        label={t('cashierScreen.title')}
        areas='"shift registers"'
        columns="400px minmax(0, 1fr)"
        panes={[
          {
            name: 'shift',
            title: t('cashierScreen.shift'),
            children: current.failed ? (
              <Trouble failed={current.failed} operation="shift.current" onRetry={current.retry} />
            ) : current.data ? (
              <ShiftPane current={current.data} onClosed={setReport} />
            ) : (
              <RowSkeleton rows={6} />
            ),
          },
          {
            name: 'registers',
            title: t('cashierScreen.registers'),
            children: <Registers onShift={setReport} />,
          },
        ]}
      />
      {report !== null && <ReportDrawer id={report} onClose={() => setReport(null)} />}
    </>
  )
}

function Registers({ onShift }: { onShift: (id: ShiftId) => void }) {
  const { t } = useWords()
  const [shown, show] = useDeskChoice('cashier:register', registers)
  useActs(registerActs, {
    deposits: () => show('deposits'),
    holds: () => show('holds'),
    vouchers: () => show('vouchers'),
    shifts: () => show('shifts'),
  })
  return (
    <Pane
      title={t(`cashierScreen.register.${shown}`)}
      scroll={false}
      tools={registers.map((name) => (
        <button
          key={name}
          type="button"
          className="k-chip"
          aria-pressed={name === shown}
          onClick={() => show(name)}
        >
          {t(`cashierScreen.register.${name}`)} <KeyHint keys={registerActs[name].key} />
        </button>
      ))}
    >
      {shown === 'deposits' && <Deposits />}
      {shown === 'holds' && <Holds />}
      {shown === 'vouchers' && <Vouchers />}
      {shown === 'shifts' && <Shifts onOpen={onShift} />}
    </Pane>
  )
}
