import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { InlineField } from '#renderer/ui/InlineField.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { factAbout, factName, factNumberText } from '#shared/i18n/fact-words.ts'
import type { Kind, Kinds, Trait } from './kind-words.ts'

type Named = Kinds['names'][string]

/** One kind: its name, given in place, and each fact as a bar to the side of all guests on which it is. */
export function KindTraits({ kind, name }: { kind: Kind; name: Named | null }) {
  const { t } = useWords()
  const give = useCommand('kinds.name')
  const take = useCommand('kinds.unname')
  const save = async (text: string) => {
    if (text.trim() === '' && name) return await take.run({ id: name.id, version: name.version })
    return await give.run({ number: kind.number, name: text })
  }
  return (
    <Pane
      title={
        <InlineField
          label={t('kinds.column.kind')}
          value={name?.name ?? ''}
          placeholder={t('kinds.unnamed', { number: kind.number })}
          draft={`kind:${kind.number}`}
          operation="kinds.name"
          onSave={save}
        />
      }
      note={t('kinds.nameHint')}
      padded
    >
      <table className="grp-bars" aria-label={t('kinds.bars')}>
        <tbody>
          {kind.traits.map((trait) => (
            <Bar key={trait.fact} trait={trait} />
          ))}
        </tbody>
      </table>
    </Pane>
  )
}

/** Three standard deviations fill a side. */
const FULL = 3

function Bar({ trait: { fact, mean, overall, apart } }: { trait: Trait }) {
  const { t, language } = useWords()
  const { currency } = useHotel()
  const share = `${Math.min(1, Math.abs(apart) / FULL) * 50}%`
  const side = apart < 0 ? { right: '50%', width: share } : { left: '50%', width: share }
  return (
    <tr title={factAbout(fact, language)}>
      <th scope="row">{factName(fact, language)}</th>
      <td className="grp-track" aria-hidden="true">
        <span className="grp-fill" style={side} />
      </td>
      <td className="k-num">{factNumberText(fact, mean, language, currency)}</td>
      <td className="k-num k-quiet">
        {t('kinds.overall', { value: factNumberText(fact, overall, language, currency) })}
      </td>
    </tr>
  )
}
