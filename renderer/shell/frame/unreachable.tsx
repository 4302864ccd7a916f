import { useEffect } from 'react'
import { theClient } from '#renderer/api/client.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { comeBack } from '../../api/session.ts'
import { useWords } from '../../base/language.ts'

const AGAIN_MS = 2000

/** Nothing answers, or the host does not let this browser in: which it is, what is safe, and the way back. */
export function Unreachable({ state }: { state: 'unreachable' | 'notLetIn' }) {
  const { t } = useWords()
  useEffect(() => {
    const timer = setInterval(() => void comeBack(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [])
  const again = () => {
    theClient().again()
    void comeBack()
  }
  return (
    <main className="k-alone">
      <section className="k-alone-box k-trouble" role="alert">
        <h1 className="k-trouble-head">{t(`shell.host.${state}.title`)}</h1>
        <p>{t('shell.host.safe')}</p>
        <p>{t(`shell.host.${state}.way`)}</p>
        <Button primary autoFocus onClick={again}>
          {t('common.retry')}
        </Button>
      </section>
    </main>
  )
}
