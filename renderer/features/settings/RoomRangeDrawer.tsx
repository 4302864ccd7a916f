import { useState } from 'react'
import { type FailedReply, sentenceOf } from '#renderer/api/reply-error.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useDesk } from '#renderer/base/desk.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { useWords } from '#renderer/base/language.ts'
import { useFormText } from '#renderer/parts/form/form-words.ts'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { WorkProgress } from '#renderer/ui/WorkProgress.tsx'
import { words as wordsIn } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'
import type { RoomTypeId } from '#shared/values/index.ts'
import { TextRow } from './fields.tsx'
import { FeatureField, TypeField } from './RoomFields.tsx'
import { endings, floorOf, type RangeProblem, roomNumbers, shortList } from './room-range.ts'
import type { Feature, Room, RoomType } from './things.ts'
import { wholeNumber } from './values.ts'

type Typed = { numbers: string; skip: string; floor: string; roomTypeId: number; features: Feature[] }
type Props = { rooms: readonly Room[]; types: readonly RoomType[]; onClose: () => void }

/** Several rooms of one type at once: a floor is entered in one line. Each is a change of its own, and undone alone. */
export function RoomRangeDrawer({ rooms, types, onClose }: Props) {
  const { t, language } = useWords()
  const draft = useDraft<Typed>('settings:rooms:range', {
    numbers: '',
    skip: '',
    floor: '',
    roomTypeId: types.find((type) => type.active)?.id ?? 0,
    features: [],
  })
  const text = useFormText(draft.waiting)
  const save = useCommand('room.save', { silent: true })
  const [tried, setTried] = useState(false)
  const [done, setDone] = useState<number | null>(null)
  const [stopped, setStopped] = useState<string | null>(null)
  const typed = draft.value
  const change = (patch: Partial<Typed>) => {
    draft.set({ ...typed, ...patch })
    setStopped(null)
  }
  const read = roomNumbers(typed.numbers, endings(typed.skip))
  const known = new Set(rooms.map((room) => room.number.toLowerCase()))
  const numbers = 'numbers' in read ? read.numbers : []
  const added = numbers.filter((number) => !known.has(number.toLowerCase()))
  const there = numbers.filter((number) => known.has(number.toLowerCase()))
  const given = typed.floor.trim() === '' ? null : wholeNumber(typed.floor)
  const floorless = typed.floor.trim() === '' ? added.find((number) => floorOf(number) === null) : undefined
  const floorWrong =
    typed.floor.trim() !== '' && given === null
      ? t('settings.number')
      : floorless !== undefined
        ? t('settings.room.range.floorOpen', { number: floorless })
        : undefined

  const submit = async () => {
    setTried(true)
    if (added.length === 0 || floorWrong || done !== null) return
    setStopped(null)
    setDone(0)
    for (const [index, number] of added.entries()) {
      const reply = await save.run({
        number,
        floor: given ?? floorOf(number) ?? 0,
        roomTypeId: typed.roomTypeId as RoomTypeId,
        features: typed.features,
      })
      if (!reply.ok) {
        const why = sentenceOf(reply as FailedReply, language, 'room.save')
        setStopped(t('settings.room.range.stopped', { number, why: language === 'zh' ? why : `${why} ` }))
        setDone(null)
        return
      }
      setDone(index + 1)
    }
    const count = added.length
    const words = (shown: Language) => wordsIn(shown, 'settings.room.range.done', { count })
    useDesk.setState({ lastDone: { words, change: null, undoable: false, undone: false } })
    draft.clear()
    onClose()
  }
  const problem = 'problem' in read && (tried || typed.numbers.trim() !== '') ? read.problem : null
  return (
    <SideDrawer
      open
      title={t('settings.room.range.title')}
      onClose={onClose}
      draft={draft}
      draftWords={{ text }}
      submit={{
        label: t('settings.room.range.submit', { count: added.length }),
        run: () => void submit(),
        pending: done !== null,
        disabled: added.length === 0 || floorWrong !== undefined,
      }}
    >
      <TextRow
        label={t('settings.room.range.numbers')}
        hint={t('settings.room.range.hint')}
        error={problem ? problemWords(problem, t) : undefined}
        value={typed.numbers}
        onChange={(text) => change({ numbers: text })}
        autoFocus
      />
      <div className="k-field-row">
        <TextRow
          label={t('settings.room.range.skip')}
          hint={t('settings.room.range.skipHint')}
          value={typed.skip}
          onChange={(skip) => change({ skip })}
        />
        <TextRow
          label={t('settings.room.range.floor')}
          hint={t('settings.room.range.floorHint')}
          error={floorWrong}
          value={typed.floor}
          onChange={(floor) => change({ floor })}
          figures
        />
      </div>
      <TypeField types={types} value={typed.roomTypeId} onChange={(roomTypeId) => change({ roomTypeId })} />
      <FeatureField value={typed.features} onChange={(features) => change({ features })} />
      {numbers.length > 0 && done === null && (
        <div className="k-effect" role="status">
          {added.length > 0 && (
            <p>{t('settings.room.range.effect', { count: added.length, numbers: shortList(added) })}</p>
          )}
          {there.length > 0 && (
            <p className="k-quiet">
              {t('settings.room.range.known', { count: there.length, numbers: shortList(there) })}
            </p>
          )}
        </div>
      )}
      {done !== null && (
        <WorkProgress
          label={t('settings.room.range.adding')}
          done={done}
          total={Math.max(done, added.length)}
        />
      )}
      {stopped && (
        <p className="k-trouble-line" role="alert">
          {stopped}
        </p>
      )}
    </SideDrawer>
  )
}

function problemWords(problem: RangeProblem, t: ReturnType<typeof useWords>['t']): string {
  const { why, ...params } = problem
  return t(`settings.room.range.${why}`, params)
}
