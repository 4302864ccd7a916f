import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useVersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { useWords } from '#renderer/base/language.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import { readAmount } from '#renderer/parts/folio/amounts.ts'
import { useDraftWords } from '#renderer/parts/folio/draft-words.ts'
import { AmountField, DatesFields, TextField, Tick } from '#renderer/parts/folio/fields.tsx'
import { FormNotes } from '#renderer/parts/form/FormNotes.tsx'
import { formatMoney } from '#renderer/ui/format.ts'
import { type Currency, isBusinessDate, minorToDecimal } from '#shared/values/index.ts'
import type { ActProps } from './act-props.ts'

/** How much a folio may owe, whether it takes charges, and its part of the room's rate. */
export function TermsDrawer(props: ActProps) {
  const { folio, chart, onClose } = props
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const { names } = useDraftWords(chart)
  const { form, typed, set, command, wrong, ready, run } = useTerms(props)
  const ofHotel = chart.view?.settings.creditLimitMinor ?? null
  return (
    <ActDrawer
      title={t('folioScreen.terms.title')}
      onClose={onClose}
      submit={t('folioScreen.terms.submit')}
      run={run}
      ready={ready}
      command={{ ...command, pending: form.saving }}
      fields={['creditLimitMinor', 'share', 'shareTo']}
    >
      {(errors) => (
        <>
          <FormNotes form={form} names={(field) => names?.(field) ?? field} trouble={null} />
          <AmountField
            label={t('field.name.creditLimitMinor')}
            autoFocus
            value={typed.limit}
            isWrong={wrong.limit}
            error={errors.creditLimitMinor}
            hint={
              ofHotel === null
                ? t('folioScreen.terms.hotelNone')
                : t('folioScreen.terms.hotelLimit', { limit: formatMoney(ofHotel, currency, locale) })
            }
            onChange={(limit) => set({ limit })}
          />
          <div className="k-field">
            <Tick checked={typed.noPost} onChange={(noPost) => set({ noPost })}>
              {t('folioScreen.terms.noPost')}
            </Tick>
          </div>
          {folio.bookingId !== null && (
            <>
              <TextField
                label={t('folioScreen.terms.share')}
                hint={t('folioScreen.terms.shareHint')}
                error={wrong.share ? t('folioScreen.terms.shareWrong') : errors.share}
                inputMode="numeric"
                value={typed.share}
                onChange={(share) => set({ share })}
              />
              <DatesFields
                from={typed.shareFrom}
                to={typed.shareTo}
                error={errors.shareTo}
                onFrom={(shareFrom) => set({ shareFrom })}
                onTo={(shareTo) => set({ shareTo })}
              />
            </>
          )}
        </>
      )}
    </ActDrawer>
  )
}

function useTerms({ folio, onClose }: ActProps) {
  const { currency } = useHotel()
  const { creditLimitMinor } = folio
  const form = useVersionedEdit(
    `folio:${folio.id}:terms`,
    {
      limit: creditLimitMinor === null ? '' : minorToDecimal(creditLimitMinor, currency as Currency),
      noPost: folio.noPost,
      share: String(folio.share),
      shareFrom: (folio.shareFrom ?? '') as string,
      shareTo: (folio.shareTo ?? '') as string,
    },
    folio.version,
  )
  const command = useCommand('folio.setTerms')
  const typed = form.value
  const set = (patch: Partial<typeof typed>) => {
    command.reset()
    form.change(patch)
  }
  const limit = readAmount(typed.limit, currency)
  const share = /^\d{1,4}$/.test(typed.share.trim()) ? Number(typed.share) : null
  const dateOf = (text: string) => (isBusinessDate(text) ? text : null)
  const datesRead = [typed.shareFrom, typed.shareTo].every((text) => text === '' || isBusinessDate(text))
  const run = async () => {
    if (limit === null || share === null) return
    const reply = await form.save((version) =>
      command.run({
        id: folio.id,
        version: version ?? folio.version,
        creditLimitMinor: limit ?? null,
        noPost: typed.noPost,
        share,
        shareFrom: dateOf(typed.shareFrom),
        shareTo: dateOf(typed.shareTo),
      }),
    )
    if (!reply.ok) return
    form.clear()
    onClose()
  }
  const wrong = { limit: limit === null, share: share === null }
  return {
    form,
    typed,
    set,
    command,
    wrong,
    ready: form.ready && !wrong.limit && !wrong.share && datesRead,
    run,
  }
}
