import { useState } from 'react'
import { useDeskChoice } from '#renderer/base/desk-choice.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { type Scan, useScan } from '#renderer/base/keys/scan.ts'
import { useWords } from '#renderer/base/language.ts'
import { ReadDocument } from '#renderer/parts/device/ReadDocument.tsx'
import { ScannedDocument } from '#renderer/parts/registration/ScannedDocument.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import type { GuestId } from '#shared/values/index.ts'
import { viewActs, views } from './acts.ts'
import { Compare } from './Compare.tsx'
import { Minors } from './Minors.tsx'
import { Registrations } from './Registrations.tsx'
import '#renderer/parts/registration/drawers.css'
import './registration.css'
import { Visitors } from './Visitors.tsx'

/** Registration of guests with the authorities: what is to be done, and the registers beside it. */
export function Page() {
  const { t } = useWords()
  const [view, show] = useDeskChoice('registration:view', views)
  const [scan, setScan] = useState<Scan | null>(null)
  const [guestId, setGuestId] = useState<GuestId | null>(null)
  useScan(setScan)
  useActs(viewActs, {
    open: () => show('open'),
    day: () => show('day'),
    minors: () => show('minors'),
    visitors: () => show('visitors'),
    compare: () => show('compare'),
  })
  return (
    <>
      <Pane
        main
        title={t('registration.title')}
        scroll={false}
        tools={
          <>
            {views.map((name) => (
              <button
                key={name}
                type="button"
                className="k-chip"
                aria-pressed={name === view}
                onClick={() => show(name)}
              >
                {t(`registration.view.${name}`)} <KeyHint keys={viewActs[name].key} />
              </button>
            ))}
            <ReadDocument onScan={setScan} />
          </>
        }
      >
        {(view === 'open' || view === 'day') && <Registrations key={view} show={view} onGuest={setGuestId} />}
        {view === 'minors' && <Minors />}
        {view === 'visitors' && <Visitors />}
        {view === 'compare' && <Compare />}
      </Pane>
      {scan && (
        <ScannedDocument
          key={scan.text}
          scan={scan}
          {...(guestId === null ? {} : { guestId })}
          onClose={() => setScan(null)}
        />
      )}
    </>
  )
}
