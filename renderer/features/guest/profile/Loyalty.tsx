import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useMay } from '#renderer/base/desk.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { formatDate, formatMoney, formatNumber } from '#renderer/ui/format.ts'
import { ReasonField } from '#renderer/ui/ReasonField.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import type { ProgrammeId } from '#shared/values/index.ts'
import { inLanguage } from '../../../parts/guest/words.ts'
import { type Profile, useDoneWords, useGuestId } from './editing.tsx'
import { MemberOf, TierHeld } from './MemberLines.tsx'
import { isReached, lastDayOf, type Need, nearestFirst, wayDone } from './missing.ts'
import { Part } from './SectionHead.tsx'
import { TiersHeld } from './TiersHeld.tsx'

type Membership = Profile['memberships'][number]
type Programme = OutputOf<'loyalty.listProgrammes'>[number]
type Tier = { code: string; nameEn: string; nameZh: string }

/** Tier, since when, what is missing for the next one in words and as a bar, the tiers held. */
export function Loyalty({ memberships }: { memberships: readonly Membership[] }) {
  const { t } = useWords()
  const may = useMay()
  const programmes = useQuery('loyalty.listProgrammes', {}).data
  const [setting, setSetting] = useState<Membership | null>(null)
  const [enrolling, setEnrolling] = useState(false)
  const member = new Set(memberships.map((membership) => membership.programmeId))
  const open = programmes?.filter((programme) => programme.active && !member.has(programme.id)) ?? []
  return (
    <Part
      name="loyalty"
      title={t('guest.section.loyalty')}
      tools={
        open.length > 0 &&
        !enrolling && (
          <button type="button" className="k-tool" onClick={() => setEnrolling(true)}>
            + {t('guest.act.enrol')}
          </button>
        )
      }
    >
      {memberships.length === 0 && !enrolling && (
        <p className="k-faint">
          {t(programmes && open.length === 0 ? 'guest.loyalty.noProgramme' : 'guest.loyalty.none')}
        </p>
      )}
      {enrolling && <Enrol programmes={open} onDone={() => setEnrolling(false)} />}
      {memberships.map((membership) => (
        <MembershipBlock
          key={membership.id}
          membership={membership}
          tiers={tiersOf(programmes?.find((programme) => programme.id === membership.programmeId))}
          {...(may('loyalty-tier') ? { onSet: () => setSetting(membership) } : {})}
        />
      ))}
      {setting && (
        <SetTier
          key={setting.id}
          membership={memberships.find((one) => one.id === setting.id) ?? setting}
          tiers={tiersOf(programmes?.find((programme) => programme.id === setting.programmeId))}
          onClose={() => setSetting(null)}
        />
      )}
    </Part>
  )
}

function tiersOf(programme: Programme | undefined): Tier[] {
  const tiers = programme?.parameters.tiers
  return Array.isArray(tiers) ? (tiers as Tier[]) : []
}

function MembershipBlock({
  membership,
  tiers,
  onSet,
}: {
  membership: Membership
  tiers: readonly Tier[]
  onSet?: () => void
}) {
  const { t, locale } = useWords()
  const { tier, next, period } = membership
  return (
    <div className="g-membership">
      <div className="g-line">
        <b className="g-line-text">
          <TierHeld tier={tier} />
        </b>
        {onSet && (
          <button type="button" className="k-tool" onClick={onSet}>
            {t('guest.act.setTier')}
          </button>
        )}
      </div>
      <MemberOf membership={membership} />
      {next ? <ToNext next={next} /> : <p>{t('guest.loyalty.top')}</p>}
      <p className="k-faint g-small">
        {t('guest.loyalty.period', {
          from: formatDate(period.from, locale, 'plain'),
          to: formatDate(lastDayOf(period), locale, 'plain'),
        })}
        {tier.reviewOn &&
          ` · ${t('guest.loyalty.review', { date: formatDate(tier.reviewOn, locale, 'plain') })}`}
      </p>
      <TiersHeld
        steps={membership.history.map((step) => ({
          ...step,
          ...(tiers.find((one) => one.code === step.tier) ?? { nameEn: step.tier, nameZh: '' }),
        }))}
      />
    </div>
  )
}

function ToNext({ next }: { next: NonNullable<Membership['next']> }) {
  const { t, language } = useWords()
  const text = useNeedWords()
  const name = inLanguage(next, language)
  const ways = nearestFirst(next.ways)
  const nearest = next.ways.toSorted((a, b) => wayDone(b) - wayDone(a))[0] ?? []
  const missing = ways
    .map((way) => way.map((need) => text.missing(need)).join(language === 'zh' ? '，' : ' and '))
    .join(` ${t('guest.loyalty.or')} `)
  const done = Math.round(wayDone(nearest) * 100)
  return (
    <>
      <p>
        <b>{t('guest.loyalty.toNext', { tier: name })}</b>
        {language === 'zh' ? '：' : ': '}
        {isReached(next.ways) ? t('guest.loyalty.reached') : missing}
      </p>
      <div
        className="g-bar"
        role="progressbar"
        aria-label={t('guest.loyalty.toNext', { tier: name })}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={done}
      >
        <i style={{ width: `${done}%` }} />
      </div>
      <p className="k-quiet g-small">
        {nearest
          .map((need) => `${t(`guest.loyalty.counter.${need.counter}`)} ${text.have(need)}`)
          .join(' · ')}
      </p>
    </>
  )
}

/** What is there and what is missing, spend as money. */
function useNeedWords() {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const figure = (counter: Need['counter'], value: number) =>
    counter === 'spend' ? formatMoney(value, currency, locale, true) : formatNumber(value, locale)
  return {
    missing: ({ counter, missing }: Need) =>
      t(`guest.loyalty.missing.${counter}`, { count: missing, shown: figure(counter, Math.max(0, missing)) }),
    have: ({ counter, have, need }: Need) =>
      t('guest.loyalty.have', { have: figure(counter, have), need: figure(counter, need) }),
  }
}

function Enrol({ programmes, onDone }: { programmes: readonly Programme[]; onDone: () => void }) {
  const { t, language } = useWords()
  const guestId = useGuestId()
  const enrol = useCommand('loyalty.enrol', { done: useDoneWords('loyalty.enrol') })
  const [chosen, setChosen] = useState<ProgrammeId | undefined>(programmes[0]?.id)
  const [number, setNumber] = useState('')
  const submit = async () => {
    if (chosen === undefined) return
    const reply = await enrol.run({ guestId, programmeId: chosen, ...(number.trim() ? { number } : {}) })
    if (reply.ok) onDone()
  }
  return (
    <div
      className="g-inline-form"
      onKeyDown={(event) => {
        const field =
          event.target instanceof HTMLInputElement && event.target.getAttribute('role') !== 'combobox'
        if (!field || isComposing(event) || (event.key !== 'Enter' && event.key !== 'Escape')) return
        event.preventDefault()
        event.stopPropagation()
        if (event.key === 'Enter') void submit()
        else onDone()
      }}
    >
      {programmes.length > 1 && (
        <Select
          aria-label={t('guest.loyalty.programme')}
          value={chosen as number | undefined}
          options={programmes.map((programme) => ({
            value: programme.id as number,
            label: inLanguage(programme, language),
          }))}
          onSelect={(id: number) => setChosen(id as ProgrammeId)}
        />
      )}
      <Field
        label={
          programmes.length === 1 && programmes[0]
            ? inLanguage(programmes[0], language)
            : t('guest.loyalty.memberNumber')
        }
        hint={t('guest.loyalty.memberNumberHint')}
        error={enrol.errors.number ?? enrol.trouble ?? undefined}
      >
        {(control) => (
          <Input
            {...control}
            autoFocus
            placeholder={t('guest.loyalty.memberNumber')}
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
        )}
      </Field>
      <div className="g-form-foot">
        <Button type="primary" loading={enrol.pending} onClick={() => void submit()}>
          {t('guest.act.enrol')}
        </Button>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
      </div>
    </div>
  )
}

type SetTierProps = { membership: Membership; tiers: readonly Tier[]; onClose: () => void }

function SetTier({ membership, tiers, onClose }: SetTierProps) {
  const { t, language } = useWords()
  const command = useCommand('loyalty.setTier', { done: useDoneWords('loyalty.setTier') })
  const draft = useDraft(`membership:${membership.id}:tier`, { tier: membership.tier.code, reason: '' })
  const { tier, reason } = draft.value
  const submit = async () => {
    const reply = await command.run({ id: membership.id, version: membership.version, tier, reason })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  return (
    <SideDrawer
      open
      title={t('guest.act.setTier')}
      onClose={onClose}
      draft={draft}
      draftWords={{
        text: (field, value) => {
          const one = field === 'tier' && tiers.find((each) => each.code === value)
          return one ? inLanguage(one, language) : undefined
        },
      }}
      submit={{
        label: t('guest.act.setTier'),
        run: () => void submit(),
        pending: command.pending,
        disabled: tier === membership.tier.code || reason.trim() === '',
      }}
    >
      <Field label={t('guest.loyalty.newTier')} error={command.errors.tier}>
        {(control) => (
          <Select
            {...control}
            autoFocus
            value={tier}
            options={tiers.map((one) => ({ value: one.code, label: inLanguage(one, language) }))}
            onSelect={(chosen) => draft.set({ tier: chosen, reason })}
          />
        )}
      </Field>
      <ReasonField
        value={reason}
        onChange={(typed) => draft.set({ tier, reason: typed })}
        error={command.errors.reason}
      />
      {command.trouble && Object.keys(command.errors).length === 0 && (
        <p className="k-trouble-line" role="alert">
          {command.trouble}
        </p>
      )}
    </SideDrawer>
  )
}
