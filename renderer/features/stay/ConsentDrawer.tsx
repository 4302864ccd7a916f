import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { consentActs } from '#renderer/parts/stay/acts.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { words } from '#shared/i18n/index.ts'
import { localeOf } from '#shared/i18n/language.ts'
import type { Language } from '#shared/i18n/types.ts'

type Asked = OutputOf<'registration.asks'>[number]
type Props = { asked: Asked; name: string; onClose: () => void }

/** Asks a guest for each channel that nobody asked about, in the guest's own language; the wording that was shown is kept. */
export function ConsentDrawer({ asked, name, onClose }: Props) {
  const { t, language: onScreen } = useWords()
  const [channels] = useState(asked.consents)
  const [at, setAt] = useState(0)
  const [version, setVersion] = useState(asked.guestVersion)
  const record = useCommand('guest.recordConsent')
  const channel = channels[at]
  // As on the registration card: of whom no language is on file, that of the desk
  const language = asked.language === '' ? onScreen : asked.language === 'zh' ? 'zh' : 'en'
  const wordingOf = (answer: 'give' | 'refuse') =>
    channel
      ? words(language, `guest.consent.usual.${answer}`, {
          channel: words(language, `guest.consent.${channel}`),
        })
      : ''
  const answer = async (granted: boolean) => {
    if (!channel || record.pending) return
    const wording = wordingOf(granted ? 'give' : 'refuse')
    const reply = await record.run({ guestId: asked.guestId, version, channel, granted, wording })
    if (!reply.ok) return
    setVersion(reply.output.version)
    if (at + 1 < channels.length) setAt(at + 1)
    else onClose()
  }
  return (
    <SideDrawer open title={t('registration.asks.title', { name })} onClose={onClose} width={480}>
      <p className="k-quiet">{t('registration.asks.turn', { at: at + 1, of: channels.length })}</p>
      <div className="k-stay-ask" lang={localeOf(language)}>
        <p>{wordingOf('give')}</p>
        <Answers language={language} pending={record.pending} onAnswer={(granted) => void answer(granted)} />
      </div>
      {record.trouble && (
        <p className="k-trouble-line" role="alert">
          {record.trouble}
        </p>
      )}
    </SideDrawer>
  )
}

type AnswersProps = { language: Language; pending: boolean; onAnswer: (granted: boolean) => void }

/** Within the drawer, whose keys go before those of the page. */
function Answers({ language, pending, onAnswer }: AnswersProps) {
  useActs(consentActs, { give: () => onAnswer(true), refuse: () => onAnswer(false) })
  return (
    <div className="scan-ways">
      <Button primary autoFocus disabled={pending} onClick={() => onAnswer(true)}>
        {words(language, 'registration.asks.give')} <KeyHint keys={consentActs.give.key} />
      </Button>
      <Button disabled={pending} onClick={() => onAnswer(false)}>
        {words(language, 'registration.asks.refuse')} <KeyHint keys={consentActs.refuse.key} />
      </Button>
    </div>
  )
}
