import { Button } from 'antd'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { useMemory } from '#renderer/base/route/memory.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { exampleProgrammes } from '#shared/domain/loyalty/examples.ts'
import type { ProgrammeParameters } from '#shared/domain/loyalty/programme.ts'
import { addActs } from '../acts.ts'
import { ReadOnlyNote } from '../ReadOnlyNote.tsx'
import type { SectionProps } from '../things.ts'
import { ProgrammeEditor } from './ProgrammeEditor.tsx'
import { type Programme, programmeForm } from './programme-form.ts'

/** Which programme is shown: one on file by id, the choice of a beginning, or a new one begun from an example. */
type Shown = { id: number } | { start: true } | { example: string } | null

/** Loyalty programmes: the one on file as a form, and a new one begun from an example. */
export function ProgrammeSection({ editable }: SectionProps) {
  const { t, language } = useWords()
  const { currency } = useHotel()
  const programmes = useQuery('loyalty.listProgrammes', {})
  const [shown, setShown] = useMemory<Shown>('shown', null)
  const begin = () => setShown({ start: true })
  useActs(addActs, { add: begin }, { on: editable })
  const list = programmes.data
  if (!list) {
    return (
      <Pane title={t('settings.section.programme')}>
        {programmes.failed ? (
          <Trouble failed={programmes.failed} operation="loyalty.listProgrammes" onRetry={programmes.retry} />
        ) : (
          <RowSkeleton rows={8} />
        )}
      </Pane>
    )
  }
  const chosen = shown && 'id' in shown ? list.find((one) => one.id === shown.id) : undefined
  const example =
    shown && 'example' in shown ? exampleProgrammes.find((one) => one.code === shown.example) : undefined
  const starting = editable && ((shown && 'start' in shown) || list.length === 0)
  const programme = chosen ?? (example || starting ? undefined : list[0])
  const bar =
    list.length > 1 || example || (shown && list.length > 0) ? (
      <Programmes list={list} chosen={programme?.id} onChoose={(id) => setShown({ id })} />
    ) : null
  if (example) {
    return (
      <ProgrammeEditor
        key={example.code}
        editable
        draft={`programme:new:${example.code}`}
        fresh={programmeForm({ ...example, active: true }, example.parameters, currency)}
        programme={null}
        bar={bar}
        onSaved={(id) => setShown({ id })}
        onDiscard={() => setShown(null)}
      />
    )
  }
  if (programme) {
    return (
      <ProgrammeEditor
        key={programme.id}
        editable={editable}
        draft={`programme:${programme.id}`}
        fresh={programmeForm(programme, programme.parameters as unknown as ProgrammeParameters, currency)}
        programme={programme}
        bar={bar}
        tools={
          editable && (
            <Button onClick={begin}>
              {t('settings.programme.add')} <KeyHint keys={addActs.add.key} />
            </Button>
          )
        }
        onSaved={() => undefined}
      />
    )
  }
  return (
    <Pane title={t('settings.section.programme')}>
      <ReadOnlyNote section="programme" editable={editable} />
      {bar}
      <div className="s-starts">
        <p>{t(list.length === 0 ? 'settings.programme.none' : 'settings.programme.startFrom')}</p>
        {editable &&
          exampleProgrammes.map((one, index) => (
            <button
              key={one.code}
              type="button"
              className="s-start"
              // biome-ignore lint/a11y/noAutofocus: the one thing to do here is to choose
              autoFocus={index === 0}
              onClick={() => setShown({ example: one.code })}
            >
              <b>{language === 'zh' ? one.nameZh : one.nameEn}</b>
              <span className="k-quiet">
                {one.parameters.tiers
                  .map((tier) => (language === 'zh' ? tier.nameZh : tier.nameEn))
                  .join(' · ')}
              </span>
              <span className="k-quiet">{t(`settings.programme.periods.${one.parameters.period}`)}</span>
            </button>
          ))}
      </div>
    </Pane>
  )
}

type ProgrammesProps = {
  list: readonly Programme[]
  chosen: number | undefined
  onChoose: (id: number) => void
}

function Programmes({ list, chosen, onChoose }: ProgrammesProps) {
  const { t, language } = useWords()
  return (
    <div className="s-programmes" role="group" aria-label={t('settings.programme.list')}>
      {list.map((one) => (
        <button
          key={one.id}
          type="button"
          className="k-chip"
          aria-pressed={one.id === chosen}
          onClick={() => onChoose(one.id)}
        >
          {(language === 'zh' ? one.nameZh : one.nameEn) || one.code}
        </button>
      ))}
    </div>
  )
}
