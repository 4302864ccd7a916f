import './access.css'
import { Button } from 'antd'
import { type FormEvent, type KeyboardEvent, useEffect, useState } from 'react'
import { signedIn } from '#renderer/api/session.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { currentLanguage, setLanguage, useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go } from '#renderer/base/route/route.tsx'
import { DemoRun } from '#renderer/parts/setup/DemoRun.tsx'
import { KeyrackMark } from '#renderer/ui/KeyrackMark.tsx'
import { LanguageSwitch, ThemeSwitch } from '#renderer/ui/Switches.tsx'
import { AdminStep, type Secrets } from './AdminStep.tsx'
import { HotelStep } from './HotelStep.tsx'
import { StartStep } from './StartStep.tsx'
import { firstAnswers, type SetupAnswers } from './setup-answers.ts'

const steps = ['access.setup.hotelStep', 'access.setup.adminStep', 'access.setup.startStep'] as const

/** First run: the hotel, its first administrator, and what to begin with. Typed text survives a closed window; passwords do not. */
export function Setup() {
  const { t } = useWords()
  const [step, setStep] = useState(0)
  const [tried, setTried] = useState(false)
  const draft = useDraft<SetupAnswers>('setup', firstAnswers(currentLanguage()), { stays: true })
  const [secrets, setSecrets] = useState<Secrets>({ password: '', again: '' })
  const [job, setJob] = useState<string | null>(null)
  const setup = useSetup(draft.value, secrets, setJob, draft.clear)
  const refused = Object.keys(setup.errors)[0]
  useEffect(() => {
    if (refused !== undefined) setStep(refused.startsWith('administrator') ? 1 : 0)
  }, [refused])
  const change = (patch: Partial<SetupAnswers>) => {
    if (patch.language) setLanguage(patch.language)
    draft.set({ ...draft.value, ...patch })
  }
  const complete = [
    draft.value.hotelName.trim() !== '',
    draft.value.name.trim() !== '' &&
      draft.value.login.trim() !== '' &&
      secrets.password.length >= 8 &&
      secrets.password === secrets.again,
    true,
  ]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!complete[step]) return setTried(true)
    setTried(false)
    if (step < 2) setStep(step + 1)
    else void setup.run()
  }
  const guard = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && isComposing(event)) event.preventDefault()
  }
  const shared = { answers: draft.value, change, tried, errors: setup.errors }
  return (
    <main className="k-alone">
      <div className="k-alone-box k-setup">
        <Head step={step} />
        {job !== null ? (
          <DemoRun key={job} job={job} onDone={setup.enter} onAgain={setJob} onLeave={setup.enter} />
        ) : (
          <form noValidate onSubmit={submit} onKeyDown={guard}>
            {step === 0 && <HotelStep {...shared} />}
            {step === 1 && <AdminStep {...shared} secrets={secrets} onSecrets={setSecrets} />}
            {step === 2 && <StartStep {...shared} />}
            {setup.trouble && (
              <p className="k-trouble-line" role="alert">
                {setup.trouble}
              </p>
            )}
            <div className="k-drawer-foot">
              <Button type="primary" htmlType="submit" loading={setup.pending}>
                {t(step < 2 ? 'common.next' : 'access.setup.run')}
              </Button>
              {step > 0 && <Button onClick={() => setStep(step - 1)}>{t('common.back')}</Button>}
            </div>
            <p className="k-field-hint">{t('access.setup.keepsText')}</p>
          </form>
        )}
      </div>
    </main>
  )
}

function Head({ step }: { step: number }) {
  const { t } = useWords()
  return (
    <>
      <header className="k-alone-head">
        <KeyrackMark size={28} />
        <div>
          <h1>{t('access.setup.title')}</h1>
          <p className="k-quiet">{t('access.setup.step', { step: step + 1, total: steps.length })}</p>
        </div>
        <div className="k-alone-tools">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </header>
      <ol className="k-steps">
        {steps.map((key, index) => (
          <li
            key={key}
            aria-current={index === step ? 'step' : undefined}
            className={index < step ? 'k-step-done' : ''}
          >
            {t(key)}
          </li>
        ))}
      </ol>
    </>
  )
}

/** The two commands of the wizard: the hotel itself, then the demo hotel where it was chosen. */
function useSetup(answers: SetupAnswers, secrets: Secrets, onJob: (job: string) => void, onDone: () => void) {
  const create = useCommand('setup.run', { silent: true })
  const demo = useCommand('job.startDemo', { silent: true })
  const enter = () => {
    if (!create.reply?.ok) return
    onDone()
    signedIn(create.reply.output.user, answers.hotelName)
  }
  const run = async () => {
    const made = create.reply?.ok ? create.reply : await create.run(inputOf(answers, secrets))
    if (!made.ok) return
    if (answers.start === 'demo') {
      const started = await demo.run({})
      if (started.ok) onJob(started.output.job)
      return
    }
    onDone()
    if (answers.start === 'import') go(href(paths.import), { replace: true })
    signedIn(made.output.user, answers.hotelName)
  }
  return {
    run,
    enter,
    pending: create.pending || demo.pending,
    trouble: create.trouble ?? demo.trouble,
    errors: create.errors,
  }
}

function inputOf(answers: SetupAnswers, secrets: Secrets) {
  const { hotelName, language, currency, timeZone, country, login, name } = answers
  return {
    hotelName,
    language,
    currency,
    timeZone,
    country,
    administrator: { login, name, password: secrets.password },
  }
}
