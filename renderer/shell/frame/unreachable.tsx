import { unreachable } from '#renderer/api/client.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { startSession } from '../../api/session.ts'
import { useWords } from '../../base/language.ts'

/** Nothing answered at start. */
export function Unreachable() {
  const { t } = useWords()
  return (
    <main className="k-alone">
      <Trouble failed={unreachable} operation="setup.state" />
      <Button primary autoFocus onClick={() => void startSession()}>
        {t('common.retry')}
      </Button>
    </main>
  )
}
