import { type ReactNode, useState } from 'react'
import { type ClientReply, theClient } from '#renderer/api/client.ts'
import { type FailedReply, sentenceOf } from '#renderer/api/reply-error.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { formatLocal } from '#renderer/ui/format.ts'

/** What a try said: a sentence, and whether it went wrong. */
type Said = { text: string; wrong: boolean } | null

/** Reads a document and says only that it could be read. */
export function TryReader() {
  const { t, language } = useWords()
  const [said, setSaid] = useState<Said>(null)
  const [under, setUnder] = useState(false)
  const run = async () => {
    setUnder(true)
    setSaid(null)
    const reply = await theClient().call('device.readDocument', {})
    setSaid(
      reply.ok
        ? { text: await readerWords(reply.output.text, t), wrong: false }
        : { text: sentenceOf(reply as FailedReply, language, 'device.readDocument'), wrong: true },
    )
    setUnder(false)
  }
  return (
    <Try said={said} under={under ? t('device.desk.layDocument') : null}>
      <button type="button" className="k-tool" disabled={under} onClick={() => void run()}>
        {t('device.desk.try')}
      </button>
    </Try>
  )
}

async function readerWords(text: string, t: T): Promise<string> {
  const found = await theClient().call('registration.readDocument', { text })
  const count = text.length
  if (!found.ok) return t('device.desk.readOther', { count })
  const { kind } = found.output.read
  return t('device.desk.readOk', {
    kind: t(kind ? `guest.document.${kind}` : 'registration.scan.visa'),
    count,
  })
}

/** Says what is on a key, or makes it blank: a key for a door is made at a check-in alone. */
export function TryEncoder() {
  const { t, locale, language } = useWords()
  const [said, setSaid] = useState<Said>(null)
  const [under, setUnder] = useState(false)
  const erase = useCommand('device.eraseKey')
  const show = <R extends ClientReply<'device.readKey'> | ClientReply<'device.eraseKey'>>(
    reply: R,
    text: () => string,
    operation: string,
  ) => {
    setSaid(
      reply.ok
        ? { text: text(), wrong: false }
        : { text: sentenceOf(reply as FailedReply, language, operation), wrong: true },
    )
    setUnder(false)
  }
  const begin = () => {
    setUnder(true)
    setSaid(null)
  }
  const read = async () => {
    begin()
    const reply = await theClient().call('device.readKey', {})
    const text = () => {
      if (!reply.ok) return ''
      const { room, from, until } = reply.output
      return t('device.desk.keyOk', {
        room,
        from: formatLocal(from, locale),
        until: formatLocal(until, locale),
      })
    }
    show(reply, text, 'device.readKey')
  }
  const blank = async () => {
    begin()
    const reply = await erase.run({})
    // Asked again it is another card
    erase.ended()
    show(reply, () => t('device.desk.erased'), 'device.eraseKey')
  }
  return (
    <Try said={said} under={under ? t('device.desk.layKey') : null}>
      <button type="button" className="k-tool" disabled={under} onClick={() => void read()}>
        {t('device.desk.readKey')}
      </button>
      <button type="button" className="k-tool" disabled={under} onClick={() => void blank()}>
        {t('device.desk.eraseKey')}
      </button>
    </Try>
  )
}

export function TryPrinter() {
  const { t } = useWords()
  const print = useCommand('device.tryPrinter')
  const run = async () => {
    await print.run({})
    // Asked again it is another page
    print.ended()
  }
  const { reply, trouble } = print
  const said = trouble
    ? { text: trouble, wrong: true }
    : reply?.ok
      ? { text: t('device.desk.printed'), wrong: false }
      : null
  return (
    <Try said={said} under={print.pending ? t('device.desk.printing') : null}>
      <button type="button" className="k-tool" disabled={print.pending} onClick={() => void run()}>
        {t('device.desk.try')}
      </button>
    </Try>
  )
}

function Try({ said, under, children }: { said: Said; under: string | null; children: ReactNode }) {
  return (
    <div className="s-try">
      {children}
      <span role="status" className={said?.wrong && under === null ? 'k-trouble-line' : 'k-quiet'}>
        {under ?? said?.text}
      </span>
    </div>
  )
}
