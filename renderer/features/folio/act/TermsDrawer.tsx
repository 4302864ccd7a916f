import { Input } from 'antd'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useVersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { useWords } from '#renderer/base/language.ts'
import { FormNotes } from '#renderer/parts/form/FormNotes.tsx'
import { DateField } from '#renderer/ui/DateField.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { formatMoney } from '#renderer/ui/format.ts'
import { MoneyField } from '#renderer/ui/MoneyField.tsx'
import { type Currency, isBusinessDate, minorToDecimal } from '#shared/values/index.ts'
import { readAmount } from '#renderer/parts/folio/amounts.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import type { ActProps } from './act-props.ts'
import { useDraftWords } from '#renderer/parts/folio/draft-words.ts'

/** How much a folio may owe, whether it takes charges, and its part of the room's rate. */
export function TermsDrawer({ folio, chart, onClose }: ActProps) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const { names } = useDraftWords(chart)
  const form = useVersionedEdit(
    `folio:${folio.id}:terms`,
    {
      limit:
        folio.creditLimitMinor === null ? '' : minorToDecimal(folio.creditLimitMinor, currency as Currency),
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
  const ofHotel = chart.view?.settings.creditLimitMinor ?? null
  return (
    <ActDrawer
      title={t('folioScreen.terms.title')}
      onClose={onClose}
      submit={t('folioScreen.terms.submit')}
      run={run}
      ready={form.ready && limit !== null && share !== null && datesRead}
      command={{ ...command, pending: form.saving }}
      fields={['creditLimitMinor', 'share', 'shareTo']}
    >
      {(errors) => (
        <>
          <FormNotes form={form} names={(field) => names?.(field) ?? field} trouble={null} />
          <Field
            label={t('field.name.creditLimitMinor')}
            error={limit === null ? t('folioScreen.wrong.amount') : errors.creditLimitMinor}
            hint={
              ofHotel === null
                ? t('folioScreen.terms.hotelNone')
                : t('folioScreen.terms.hotelLimit', { limit: formatMoney(ofHotel, currency, locale) })
            }
          >
            {(control) => (
              <MoneyField
                {...control}
                autoFocus
                value={typed.limit}
                onChange={(text) => set({ limit: text })}
              />
            )}
          </Field>
          <label className="fo-tick k-field">
            <span>
              <input
                type="checkbox"
                checked={typed.noPost}
                onChange={(event) => set({ noPost: event.target.checked })}
              />{' '}
              {t('folioScreen.terms.noPost')}
            </span>
          </label>
          {folio.bookingId !== null && (
            <>
              <Field
                label={t('folioScreen.terms.share')}
                hint={t('folioScreen.terms.shareHint')}
                error={share === null ? t('folioScreen.terms.shareWrong') : errors.share}
              >
                {(control) => (
                  <Input
                    {...control}
                    inputMode="numeric"
                    autoComplete="off"
                    value={typed.share}
                    onFocus={(event) => event.target.select()}
                    onChange={(event) => set({ share: event.target.value })}
                  />
                )}
              </Field>
              <div className="k-field-row">
                <Field label={t('folioScreen.field.from')}>
                  {(control) => (
                    <DateField
                      {...control}
                      value={typed.shareFrom}
                      onChange={(shareFrom) => set({ shareFrom })}
                    />
                  )}
                </Field>
                <Field label={t('folioScreen.field.until')} error={errors.shareTo}>
                  {(control) => (
                    <DateField {...control} value={typed.shareTo} onChange={(shareTo) => set({ shareTo })} />
                  )}
                </Field>
              </div>
            </>
          )}
        </>
      )}
    </ActDrawer>
  )
}
