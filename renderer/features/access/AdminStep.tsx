import { Input } from 'antd'
import { useWords } from '#renderer/base/language.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { LEAST, passwordStrength } from '../../parts/access/password-strength.ts'
import type { StepProps } from './HotelStep.tsx'

export type Secrets = { password: string; again: string }

type Props = StepProps & { secrets: Secrets; onSecrets: (secrets: Secrets) => void }

/** The first administrator and the password, twice. */
export function AdminStep({ answers, change, tried, errors, secrets, onSecrets }: Props) {
  const { t } = useWords()
  const missing = (value: string) => (tried && value.trim() === '' ? t('access.setup.fillIn') : undefined)
  const differs = secrets.again !== '' && secrets.again !== secrets.password
  const short =
    tried && secrets.password.length < LEAST ? t('access.strength.tooShort', { count: LEAST }) : undefined
  return (
    <>
      <div className="k-field-row">
        <Field
          label={t('access.setup.adminName')}
          error={missing(answers.name) ?? errors['administrator.name']}
        >
          {(control) => (
            <Input
              {...control}
              autoFocus
              autoComplete="name"
              value={answers.name}
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </Field>
        <Field
          label={t('access.setup.adminLogin')}
          hint={t('access.setup.adminLoginHint')}
          error={missing(answers.login) ?? errors['administrator.login']}
        >
          {(control) => (
            <Input
              {...control}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              value={answers.login}
              onChange={(event) => change({ login: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field
        label={t('access.setup.password')}
        hint={t('access.setup.passwordHint')}
        error={short ?? errors['administrator.password']}
      >
        {(control) => (
          <Input.Password
            {...control}
            autoComplete="new-password"
            value={secrets.password}
            onChange={(event) => onSecrets({ ...secrets, password: event.target.value })}
          />
        )}
      </Field>
      {secrets.password !== '' && (
        <Meter password={secrets.password} names={[answers.login, answers.hotelName]} />
      )}
      <Field
        label={t('access.setup.passwordAgain')}
        error={differs || (tried && secrets.again === '') ? t('access.setup.passwordDiffers') : undefined}
      >
        {(control) => (
          <Input.Password
            {...control}
            autoComplete="new-password"
            value={secrets.again}
            onChange={(event) => onSecrets({ ...secrets, again: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}

const levels = { tooShort: 0, hasName: 1, weak: 1, fair: 2, good: 3, strong: 4 } as const

function Meter({ password, names }: { password: string; names: string[] }) {
  const { t } = useWords()
  const strength = passwordStrength(password, names)
  const level = levels[strength]
  return (
    <p className="k-meter" role="status">
      <span className="k-meter-bars" aria-hidden>
        {[1, 2, 3, 4].map((bar) => (
          <i key={bar} className={bar <= level ? `k-meter-on k-meter-${level}` : ''} />
        ))}
      </span>
      {t('access.strength.label')}: {t(`access.strength.${strength}`, { count: LEAST })}
    </p>
  )
}
