import { Button, Input } from 'antd'
import { useState } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { EffectPanel } from '#renderer/parts/booking/EffectPanel.tsx'
import { ChangeRows } from '#renderer/parts/change/ChangeRows.tsx'
import type { Change } from '#renderer/parts/change/describe-change.ts'
import { Chart } from '#renderer/ui/Chart.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { Columns, Pane, Section } from '#renderer/ui/Pane.tsx'
import { ReasonField } from '#renderer/ui/ReasonField.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { WorkProgress } from '#renderer/ui/WorkProgress.tsx'

const change = (seq: number, more: Partial<Change>): Change =>
  ({
    seq,
    command: seq,
    moment: '2026-03-02T04:12:09.000Z',
    businessDate: '2026-03-02',
    actor: 'lina',
    actorName: 'Li Na',
    workstation: 'DESK-1',
    operation: 'booking.changeDates',
    entity: 'booking',
    entityId: 7,
    label: 'KR100007',
    state: 'whole',
    before: { departure: '2026-03-04', totalMinor: 77600 },
    after: { departure: '2026-03-05', totalMinor: 116400 },
    names: {},
    reason: null,
    undoes: null,
    undoneBy: null,
    undone: null,
    undoable: true,
    ...more,
  }) as Change

const changes = [
  change(9, { reason: 'Flight moved' }),
  change(8, { operation: 'booking.create', before: null, after: { arrival: '2026-03-02' }, undoable: false }),
  change(7, {
    undoneBy: 9,
    undone: { moment: '2026-03-02T04:14:00.000Z', actorName: 'Li Na' },
    undoable: false,
  }),
]

const all = [
  'enquiry',
  'waitlisted',
  'confirmed',
  'in-house',
  'checked-out',
  'cancelled',
  'no-show',
  'due-in',
  'due-out',
  'stay-over',
  'early-departure',
  'late-cancel',
  'clean',
  'dirty',
  'pickup',
  'inspected',
  'out-of-order',
  'out-of-service',
  'vacant',
  'occupied',
  'open',
  'acknowledged',
  'done',
  'declined',
]

const years = [2021, 2022, 2023, 2024, 2025].map((year, index) => ({
  label: String(year),
  value: 3 + ((index * 7) % 11),
  lastYear: index === 0 ? null : 3 + (((index - 1) * 7) % 11),
}))

export function Page() {
  const { locale } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <Columns widths="minmax(0, 1fr) minmax(0, 1fr)">
      <Pane main title="Widgets" tools={<Button onClick={() => setOpen(true)}>Change dates</Button>}>
        <Section title="States">
          <div style={{ display: 'grid', gridTemplateColumns: 'repeat(4, 1fr)', gap: 4 }}>
            {all.map((state) => (
              <StatusMark key={state} state={state} />
            ))}
          </div>
        </Section>
        <Section title="Nights by year">
          <Chart
            sentence="Nights rose to 9 in 2025."
            measure="Nights"
            bars={years}
            format={(value) => formatNumber(value, locale)}
          />
        </Section>
        <Section title="Job">
          <WorkProgress label="Reading" done={12_000} total={79_330} onCancel={() => undefined} />
        </Section>
        <Trouble
          failed={{ ok: false, fault: { code: 'INTERNAL', incident: 'K7Q2' } }}
          operation="guest.get"
          onRetry={() => undefined}
        />
      </Pane>
      <Pane title="Changes">
        <ChangeRows rows={changes} />
      </Pane>
      <SideDrawer
        open={open}
        title="Change dates"
        onClose={() => setOpen(false)}
        submit={{ label: 'Change dates', run: () => setOpen(false) }}
      >
        <Field label="Departure">
          {(control) => <Input {...control} type="date" defaultValue="2026-03-05" autoFocus />}
        </Field>
        <EffectPanel
          operation="booking.changeDates"
          effect={
            {
              facts: [{ field: 'departure', before: '2026-03-04', after: '2026-03-05' }],
              nights: [
                {
                  night: '2026-03-04',
                  change: 'added',
                  rateBeforeMinor: null,
                  rateAfterMinor: 38_800,
                  leftAfter: 4,
                },
              ],
              nightsBefore: 2,
              nightsAfter: 3,
              totalBeforeMinor: 77_600,
              totalAfterMinor: 116_400,
              refusal: null,
            } as never
          }
        />
        <ReasonField value="" onChange={() => undefined} usual={['Flight moved', 'Guest asked']} />
      </SideDrawer>
    </Columns>
  )
}
