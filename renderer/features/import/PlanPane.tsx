import { Button, Radio, Select } from 'antd'
import { cancelJob } from '#renderer/api/use-job.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { screenKeys } from '#renderer/base/keys/screen-keys.ts'
import { useWords } from '#renderer/base/language.ts'
import { paths } from '#renderer/base/route/paths.ts'
import { go } from '#renderer/base/route/route.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { AfterAWhile } from '#renderer/ui/Waiting.tsx'
import { WorkProgress } from '#renderer/ui/WorkProgress.tsx'
import { runActs } from './acts.ts'
import { MappingFields } from './MappingFields.tsx'
import { type Choices, filtersOf, hotelsIn, type Inspected, problemsOf } from './mapping.ts'
import { SourceField } from './SourceField.tsx'
import type { Running } from './use-run.ts'
import { planOf, profileOf, type Work } from './work.ts'

type Props = {
  file: Inspected | null
  choices: Choices | null
  choose: (patch: Partial<Choices>) => void
  work: Work
  change: (patch: Partial<Work>) => void
  running: Running
  onAnother: () => void
}

/** How the file is read, the dry run, the import, and how they go. */
export function PlanPane(props: Props) {
  const { t } = useWords()
  const { file, choices, running, work, onAnother } = props
  const imported = running.run?.dry === false && running.summary !== null
  return (
    <Pane title={t('import.run.title')} padded className="im-plan">
      {imported ? (
        <Done onAnother={onAnother} />
      ) : (
        file && choices && work.file && <Plan {...props} file={file} choices={choices} />
      )}
      <State running={running} />
    </Pane>
  )
}

function Plan({
  file,
  choices,
  choose,
  work,
  change,
  running,
}: Props & { file: Inspected; choices: Choices }) {
  const { t } = useWords()
  const profile = profileOf(work, file)
  const generic = profile === 'generic'
  return (
    <>
      {file.profile === 'hotel-booking-demand' && (
        <Field
          label={t('import.profile.label')}
          hint={t(generic ? 'import.profile.genericHint' : 'import.profile.demandHint')}
        >
          {(control) => (
            <Select
              {...control}
              value={profile}
              options={(['hotel-booking-demand', 'generic'] as const).map((value) => ({
                value,
                label: t(`import.profile.${value}`),
              }))}
              onSelect={(value) => change({ profile: value })}
            />
          )}
        </Field>
      )}
      {generic && (
        <MappingFields file={file} choices={choices} choose={choose} rejected={running.summary?.rejected} />
      )}
      {generic && Object.values(choices.columns).includes('confirmationNo') && (
        <SourceField value={work.source} onChange={(source) => change({ source })} />
      )}
      {generic ? (
        <Filter file={file} choices={choices} choose={choose} />
      ) : (
        <Hotels file={file} choices={choices} choose={choose} />
      )}
      <Acts file={file} choices={choices} work={work} running={running} />
    </>
  )
}

type FilterProps = { file: Inspected; choices: Choices; choose: (patch: Partial<Choices>) => void }

/** The known data set holds two hotels, a store one. */
function Hotels({ file, choices, choose }: FilterProps) {
  const { t } = useWords()
  const hotels = hotelsIn(file)
  if (hotels.length === 0) return null
  return (
    <Field label={t('import.where.label')} hint={t('import.where.hint')}>
      {(control) => (
        <Radio.Group
          {...control}
          className="im-hotels"
          value={choices.where}
          onChange={(event) => choose({ where: String(event.target.value) })}
        >
          {hotels.map((hotel, index) => (
            <Radio.Button
              key={hotel}
              value={`hotel=${hotel}`}
              autoFocus={index === 0 && choices.where === ''}
            >
              {hotel}
            </Radio.Button>
          ))}
        </Radio.Group>
      )}
    </Field>
  )
}

function Filter({ file, choices, choose }: FilterProps) {
  const { t } = useWords()
  const filters = filtersOf(file)
  if (filters.length === 0) return null
  return (
    <Field label={t('import.where.filter')}>
      {(control) => (
        <Select
          {...control}
          showSearch={{ optionFilterProp: 'label' }}
          value={choices.where}
          options={[
            { value: '', label: t('import.where.all') },
            ...filters.map(({ column, value, where }) => ({
              value: where,
              label: t('import.where.only', { column, value }),
            })),
          ]}
          onSelect={(where: string) => choose({ where })}
        />
      )}
    </Field>
  )
}

type ActsProps = { file: Inspected; choices: Choices; work: Work; running: Running }

function Acts({ file, choices, work, running }: ActsProps) {
  const { t, locale } = useWords()
  const profile = profileOf(work, file)
  const { missing, twice, doubts } = problemsOf(choices, file)
  const unmapped = profile === 'generic' && missing.length + twice.length + doubts.length > 0
  const hotelOpen = profile !== 'generic' && hotelsIn(file).length > 0 && choices.where === ''
  const ready = !unmapped && !hotelOpen
  const plan = work.file && planOf(work.file, work, profile, choices)
  const tried = running.run?.dry ? running.run.plan : null
  const same = plan !== null && tried === JSON.stringify(plan)
  const rows = same ? (running.summary?.imported ?? null) : null
  const mayImport = ready && rows !== null && rows > 0
  const begin = (dry: boolean) => {
    if (!plan || running.busy || !ready || (!dry && !mayImport)) return
    void running.begin(plan, dry, file.name)
  }
  useActs(runActs, { dryRun: () => begin(true), import: () => begin(false) })
  const hint = hotelOpen
    ? t('import.where.choose')
    : mayImport
      ? t('import.run.oneStep')
      : tried && !same
        ? t('import.run.changed')
        : t('import.run.dryFirst')
  return (
    <>
      <div className="im-acts">
        <Button
          {...(mayImport ? {} : { type: 'primary' as const })}
          autoFocus={ready && !mayImport}
          disabled={!ready}
          loading={running.busy && running.run?.dry !== false}
          title={t('import.run.dryRunHint')}
          onClick={() => begin(true)}
        >
          {t('import.run.dryRun')} <KeyHint keys={runActs.dryRun.key} />
        </Button>
        <Button
          {...(mayImport ? { type: 'primary' as const } : {})}
          disabled={!mayImport}
          loading={running.busy && running.run?.dry === false}
          onClick={() => begin(false)}
        >
          {rows === null
            ? t('import.run.import')
            : t('import.run.importRows', { count: rows, shown: formatNumber(rows, locale) })}{' '}
          <KeyHint keys={runActs.import.key} />
        </Button>
      </div>
      <p className="k-field-hint">{hint}</p>
    </>
  )
}

/** How the job goes, or how it ended. */
function State({ running }: { running: Running }) {
  const { t } = useWords()
  const { job, run, start, failed, cancelled, adopted, summary } = running
  if (job?.state === 'running') {
    const dry = !adopted && run?.dry
    return (
      <AfterAWhile>
        <div className="im-state" role="status">
          <WorkProgress
            label={t(dry ? 'import.run.dryRunning' : 'import.run.importing')}
            done={job.done}
            total={job.total}
            onCancel={() => void cancelJob(job.job)}
          />
          <p className="k-field-hint">{t(adopted ? 'import.adopted' : 'import.run.goOn')}</p>
        </div>
      </AfterAWhile>
    )
  }
  if (start.failed) return <Trouble failed={start.failed} operation="import.start" />
  if (failed) return <Trouble failed={failed} operation="import.start" />
  if (!cancelled && !summary) return null
  return (
    <p className="im-state" role="status">
      {t(cancelled ? 'import.run.cancelled' : run?.dry ? 'import.run.dryDone' : 'import.run.done')}
    </p>
  )
}

function Done({ onAnother }: { onAnother: () => void }) {
  const { t } = useWords()
  return (
    <div className="im-acts">
      <Button type="primary" autoFocus onClick={() => go(paths.guests)}>
        {t('import.run.toGuests')} <KeyHint keys={screenKeys.guests} />
      </Button>
      <Button onClick={onAnother}>{t('import.run.another')}</Button>
    </div>
  )
}
