import { useEffect, useRef, useState } from 'react'
import { theClient } from '#renderer/api/client.ts'
import { type FailedReply, sentenceOf } from '#renderer/api/reply-error.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go } from '#renderer/base/route/route.tsx'
import type { InputOf } from '#shared/contract/index.ts'
import type { FactContext } from '#shared/i18n/fact-text.ts'
import { describeReply } from '#shared/i18n/index.ts'
import type { Currency } from '#shared/values/index.ts'
import type { NewDraft } from '../new/new-draft.ts'
import { useHouse } from '../use-house.ts'
import { nameOf } from '../words.ts'
import type { FactName } from './facts.ts'
import { draftOfMessage, filledWith } from './fill.ts'
import { contentOf, isMessage, pastedIn, sizeLimitOf } from './given.ts'
import { openPoints, withConfirmed } from './message-draft.ts'

type Form = { form: NewDraft; set: (patch: Partial<NewDraft>) => void }
export type MessageDesk = ReturnType<typeof useMessage>

/** A confirmation beside the form of a new booking: given, read, filled in, looked at point by point. */
export function useMessage({ form, set }: Form) {
  const { language, locale } = useWords()
  const { currency } = useHotel()
  const house = useHouse()
  const [asking, setAsking] = useState(false)
  const [pending, setPending] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const context: FactContext = {
    language,
    locale,
    currency: currency as Currency,
    typeName: (id) => nameOf(house.typeOf(id), language),
  }
  const latest = useRef({ form, context })
  latest.current = { form, context }
  const read = async (input: InputOf<'confirmation.read'>) => {
    setPending(true)
    setTrouble(null)
    const reply = await theClient().call('confirmation.read', input)
    setPending(false)
    if (!reply.ok) return setTrouble(sentenceOf(reply as FailedReply, language, 'confirmation.read'))
    setAsking(false)
    set(draftOfMessage(reply.output, latest.current.form, latest.current.context))
  }
  const readFile = async (file: File) => {
    setAsking(true)
    const max = sizeLimitOf(file.name)
    if (file.size > max) {
      const params = { file: file.name, max: Math.floor((max / 1024 ** 2) * 10) / 10 }
      return setTrouble(
        describeReply(
          { ok: false, refusal: { code: 'MESSAGE_TOO_LARGE', params } },
          language,
          'confirmation.read',
        ),
      )
    }
    await read({ content: await contentOf(file) })
  }
  useGiven({ text: (text) => void read({ text }), file: (file) => void readFile(file) })
  const open = openPoints(form)
  const confirm = (name: FactName | undefined = open[0]?.name) => {
    if (name) set(withConfirmed(latest.current.form, name))
  }
  return {
    asking,
    pending,
    trouble,
    context,
    /** What is still to be looked at; a booking is not saved before. */
    open,
    confirm,
    read: (text: string) => read({ text }),
    readFile,
    ask: () => setAsking(true),
    close: () => {
      setAsking(false)
      setTrouble(null)
      set({ message: null })
    },
    fillAnyway: () => {
      const { form: now } = latest.current
      if (now.message) set(filledWith(now.message, now, latest.current.context))
    },
    openOnFile: () => {
      const id = form.message?.onFile[0]?.id
      if (id !== undefined) go(href(paths.booking, { id }))
    },
  }
}

/** What is pasted or dropped anywhere on the screen: a text of several lines, or a file. One line is typed into its field. */
function useGiven(take: { text: (text: string) => void; file: (file: File) => void }): void {
  const latest = useRef(take)
  latest.current = take
  useEffect(() => {
    const given = (event: Event, data: DataTransfer | null) => {
      const file = data?.files[0]
      const text = pastedIn(data)
      if (!file && !isMessage(text)) return
      event.preventDefault()
      event.stopPropagation()
      if (file) latest.current.file(file)
      else latest.current.text(text)
    }
    const paste = (event: ClipboardEvent) => given(event, event.clipboardData)
    const drop = (event: DragEvent) => given(event, event.dataTransfer)
    const over = (event: DragEvent) => {
      const types = event.dataTransfer?.types ?? []
      // A text that is dragged into a field goes into it, as ever
      const isField = event.target instanceof Element && event.target.matches('input, textarea')
      if (types.includes('Files') || (types.includes('text/plain') && !isField)) event.preventDefault()
    }
    document.addEventListener('paste', paste, true)
    document.addEventListener('drop', drop, true)
    document.addEventListener('dragover', over)
    return () => {
      document.removeEventListener('paste', paste, true)
      document.removeEventListener('drop', drop, true)
      document.removeEventListener('dragover', over)
    }
  }, [])
}
