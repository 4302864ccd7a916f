import { type RefObject, useMemo } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { onEnter } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { readQuickEntry } from '#shared/domain/housekeeping/quick-entry.ts'
import { boardActs } from '../acts.ts'
import type { BoardRoom } from './views.ts'

type Props = {
  rooms: readonly BoardRoom[]
  text: string
  onText: (text: string) => void
  fieldRef: RefObject<HTMLInputElement | null>
}

/** States typed as they come on the telephone, `305 c 307-312 d`: what Enter would do is shown before. */
export function QuickEntry({ rooms, text, onText, fieldRef }: Props) {
  const { t } = useWords()
  const set = useCommand('housekeeping.setRooms')
  const { entries, problems } = useMemo(() => readQuickEntry(text, rooms), [text, rooms])
  const ready = entries.length > 0 && problems.length === 0 && !set.pending
  const run = async () => {
    if (!ready) return
    const reply = await set.run({
      rooms: entries.map(({ room, state }) => ({ id: room.id, version: room.version, state })),
    })
    if (reply.ok) onText('')
  }
  return (
    <div className="hk-quick">
      <label className="hk-quick-field">
        <span>{t('housekeeping.quick.label')}</span>
        <input
          ref={fieldRef}
          className="hk-quick-input"
          value={text}
          placeholder={t('housekeeping.quick.hint')}
          autoComplete="off"
          spellCheck={false}
          aria-describedby="hk-quick-effect"
          onChange={(event) => {
            set.reset()
            onText(event.target.value)
          }}
          onKeyDown={onEnter(() => void run())}
        />
        <KeyHint keys={boardActs.quick.key} />
      </label>
      <p id="hk-quick-effect" className="hk-quick-effect" aria-live="polite">
        {entries.map(({ room, state }) => (
          <span key={room.id} className="hk-quick-one">
            <RoomNumber>{room.number}</RoomNumber>
            {room.state !== state && (
              <>
                <StatusMark state={room.state} markOnly /> →{' '}
              </>
            )}
            <StatusMark state={state} />
          </span>
        ))}
        {problems.map(({ code, text: what }) => (
          <span key={`${code} ${what}`} className="k-trouble-line">
            {t(`housekeeping.quick.wrong.${code}`, { what })}
          </span>
        ))}
        {set.trouble && (
          <span className="k-trouble-line" role="alert">
            {set.trouble}
          </span>
        )}
        {ready && (
          <span className="k-quiet">
            {t('housekeeping.quick.enter', { count: entries.length })} <KeyHint keys="Enter" />
          </span>
        )}
      </p>
    </div>
  )
}
