import { Checkbox } from 'antd'
import { type ComponentProps, type ReactNode, useState } from 'react'
import type { FailedReply } from '#renderer/api/reply-error.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import type { Scan } from '#renderer/base/keys/scan.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go } from '#renderer/base/route/route.tsx'
import { NamesIn } from '#renderer/parts/guest/NamesIn.tsx'
import { countryName } from '#renderer/parts/guest/words.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { formatDate } from '#renderer/ui/format.ts'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { comparedFields, type TakenField, takenFields } from '#shared/domain/registration/compare-document.ts'
import { isKey, type Key } from '#shared/i18n/index.ts'
import { type GuestId, isBusinessDate } from '#shared/values/index.ts'
import './scanned.css'

/** What a document says, and whose it is on file. */
export type DocumentReading = OutputOf<'registration.readDocument'>
type Found = DocumentReading
type Line = Found['compared'][number]

const takeable: readonly string[] = takenFields

type Props = {
  scan: Scan
  /** The guest it is compared with; without one it is shown, and whose it is. */
  guestId?: GuestId
  onTaken?: () => void
  /** Where a guest on a booking may become another: the document is another guest's. */
  other?: OtherGuest
  /** Compared with nobody: what the page does with its guest. */
  offer?: (found: Found) => Offer
  /** So many pixels left of the edge: beside the drawer that it was scanned into. */
  beside?: number
  onClose: () => void
}

/** What a page does with the guest of a document: the act, if there is one, and what is to be read before it. */
export type Offer = {
  submit?: NonNullable<ComponentProps<typeof SideDrawer>['submit']>
  children?: ReactNode
}

/** Takes the guest whose document it is instead of the one whom it is compared with. */
export type OtherGuest = { take: (id: GuestId) => void; pending: boolean; trouble: string | null }

/** A document that came from a scanner: what it says, what contradicts itself, and how it compares with the guest on file. */
export function ScannedDocument({ scan, ...props }: Props) {
  const { t } = useWords()
  if (scan.trouble !== null)
    return (
      <SideDrawer open title={t('registration.scan.title')} {...placeOf(props)} onClose={props.onClose}>
        <p role="alert">{t('registration.scan.inputMethod')}</p>
      </SideDrawer>
    )
  return <Read text={scan.text} {...props} />
}

/** The place beside another drawer, where it has one. */
function placeOf({ beside }: Pick<Props, 'beside'>) {
  return beside === undefined ? {} : { beside }
}

type ReadProps = Omit<Props, 'scan'> & { text: string }

function Read(props: ReadProps) {
  const { t } = useWords()
  const { text, guestId, onClose } = props
  const found = useQuery('registration.readDocument', { text, ...(guestId === undefined ? {} : { guestId }) })
  if (!found.data)
    return (
      <SideDrawer open title={t('registration.scan.title')} {...placeOf(props)} onClose={onClose}>
        {found.failed ? (
          <>
            <Trouble failed={found.failed} operation="registration.readDocument" />
            <p className="k-quiet">{t(whyNot(found.failed))}</p>
          </>
        ) : (
          <RowSkeleton rows={6} />
        )}
      </SideDrawer>
    )
  return <Shown {...props} found={found.data} />
}

/** What a scanner does that sends no document: it stutters, or it is set to another keyboard. */
function whyNot(failed: FailedReply): Key {
  const why = 'refusal' in failed ? String(failed.refusal.params.why) : ''
  const key = `registration.scan.not.${why.replace('read.', '')}`
  return isKey(key) ? key : 'registration.scan.why'
}

function Shown(props: ReadProps & { found: Found }) {
  const { found, text, guestId, onTaken, other, onClose } = props
  const { t } = useWords()
  const { read, compared, owner, guestVersion, registrantVersion } = found
  const take = useCommand('registration.takeDocument')
  const [chosen, setChosen] = useState<readonly TakenField[]>(() =>
    compared
      .filter(({ state, field }) => state === 'new' && takeable.includes(field))
      .map(({ field }) => field as TakenField),
  )
  const [despite, setDespite] = useState(false)
  const faulty = read.faults.length > 0
  const can = guestId !== undefined && guestVersion !== null && owner === null && read.kind !== null
  const offer = guestId === undefined ? props.offer?.(found) : undefined
  const submit = async () => {
    if (guestId === undefined || guestVersion === null) return
    const given = { guestId, version: guestVersion, registrantVersion, text }
    const reply = await take.run({ ...given, take: [...chosen], despite })
    if (!reply.ok) return
    onTaken?.()
    onClose()
  }
  const takesOwner = owner &&
    other && {
      label: t('registration.scan.takeOwner', { name: ownerName(owner) }),
      run: () => other.take(owner.guestId),
      pending: other.pending,
    }
  const toggle = (field: TakenField, on: boolean) =>
    setChosen((now) => (on ? [...now, field] : now.filter((one) => one !== field)))
  return (
    <SideDrawer
      open
      width={520}
      title={t('registration.scan.title')}
      {...placeOf(props)}
      onClose={onClose}
      {...(can
        ? {
            submit: {
              label: t('registration.scan.take'),
              run: () => void submit(),
              pending: take.pending,
              disabled: faulty && !despite,
            },
          }
        : takesOwner
          ? { submit: takesOwner }
          : offer?.submit && { submit: offer.submit })}
    >
      {owner && <Owner owner={owner} compared={compared} {...(other ? { other } : {})} onClose={onClose} />}
      <DocumentFacts read={read} />
      {offer?.children}
      {faulty && <Faults read={read} despite={despite} setDespite={setDespite} can={can} />}
      {compared.length > 0 && owner === null && (
        <Comparison lines={compared} chosen={chosen} toggle={toggle} can={can} />
      )}
      {take.trouble && (
        <p className="k-trouble-line" role="alert">
          {take.trouble}
        </p>
      )}
      <p className="k-quiet">{t('registration.scan.proves')}</p>
    </SideDrawer>
  )
}

/** Both names of who has the document on file; one where they are the same. */
export function ownerName({ guestName, guestLatinName }: NonNullable<Found['owner']>): string {
  return [...new Set([guestName, guestLatinName])].filter(Boolean).join(' ')
}

type OwnerProps = {
  owner: NonNullable<Found['owner']>
  compared: readonly Line[]
  other?: OtherGuest
  onClose: () => void
}

/** It is another guest's: both are beside each other, and the clerk takes that guest, or goes on with the one there is. */
function Owner({ owner, compared, other, onClose }: OwnerProps) {
  const { t } = useWords()
  const name = ownerName(owner)
  const open = () => {
    onClose()
    go(href(paths.guest, { id: owner.guestId }))
  }
  return (
    <div className="scan-owner" role="alert">
      <p>
        <NamesIn
          text={t('registration.scan.owner', { name })}
          names={[{ guestId: owner.guestId, text: name }]}
        />
      </p>
      <BothGuests mine={compared} theirs={owner.compared} name={name} />
      {other?.trouble && <p className="k-trouble-line">{other.trouble}</p>}
      <div className="scan-ways">
        <Button onClick={open}>{t('registration.scan.openOwner', { name })}</Button>
        {other && <Button onClick={onClose}>{t('registration.scan.goOn')}</Button>}
      </div>
    </div>
  )
}

type BothProps = { mine: readonly Line[]; theirs: readonly Line[]; name: string }

/** The document between two guests on file. */
function BothGuests({ mine, theirs, name }: BothProps) {
  const { t, locale } = useWords()
  const fields = comparedFields.filter((field) => [...mine, ...theirs].some((line) => line.field === field))
  const cell = (lines: readonly Line[], field: Line['field'], of: 'document' | 'onFile') => {
    const line = lines.find((one) => one.field === field)
    const differs = of === 'onFile' && line && line.onFile !== '' && line.state === 'differs'
    const expired = of === 'document' && line?.state === 'expired'
    return (
      <td dir="auto" className={differs || expired ? 'k-trouble-line' : ''}>
        {valueText(field, line?.[of] ?? '', t, locale)}
        {expired && ` · ${t('registration.comparedState.expired')}`}
      </td>
    )
  }
  return (
    <table className="k-table" aria-label={t('registration.scan.both')}>
      <thead>
        <tr>
          <th>{t('registration.field')}</th>
          <th>{t('registration.scan.document')}</th>
          {mine.length > 0 && <th>{t('registration.scan.thisGuest')}</th>}
          <th>{name}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field}>
            <th scope="row">{t(`registration.comparedField.${field}`)}</th>
            {cell(theirs.some((line) => line.field === field) ? theirs : mine, field, 'document')}
            {mine.length > 0 && cell(mine, field, 'onFile')}
            {cell(theirs, field, 'onFile')}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DocumentFacts({ read }: { read: Found['read'] }) {
  const { t, locale } = useWords()
  const latin = [read.familyName, read.givenName].filter(Boolean).join(' ')
  const facts: [string, string][] = [
    [t('field.name.documentKind'), t(read.kind ? `guest.document.${read.kind}` : 'registration.scan.visa')],
    [t('field.name.documentNumber'), read.number],
    [t('registration.column.name'), [read.nativeName, latin].filter(Boolean).join(' · ')],
    [t('field.name.birthDate'), read.birthDate ? formatDate(read.birthDate, locale, 'plain') : ''],
    [
      t('field.name.nationality'),
      read.nationality ? countryName(read.nationality, locale) || read.nationality : '',
    ],
    [t('field.name.documentExpiresOn'), read.expiresOn ? formatDate(read.expiresOn, locale, 'plain') : ''],
    [t('field.name.address'), read.address],
  ]
  return (
    <dl className="scan-facts">
      {facts
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
    </dl>
  )
}

type FaultsProps = {
  read: Found['read']
  despite: boolean
  setDespite: (on: boolean) => void
  can: boolean
}

function Faults({ read, despite, setDespite, can }: FaultsProps) {
  const { t } = useWords()
  return (
    <div className="scan-faults" role="alert">
      <p>{t('registration.scan.faults')}</p>
      <ul>
        {read.faults.map((fault) => (
          <li key={`${fault.field} ${fault.code}`}>
            {t(`registration.readField.${fault.field}`)}:{' '}
            {t(`registration.fault.${fault.code.replace('read.', '') as 'check'}`, {
              read: fault.read,
              likely: fault.likely,
            })}
          </li>
        ))}
      </ul>
      {can && (
        <Checkbox checked={despite} onChange={(event) => setDespite(event.target.checked)}>
          {t('registration.scan.despite')}
        </Checkbox>
      )}
    </div>
  )
}

type ComparisonProps = {
  lines: readonly Line[]
  chosen: readonly TakenField[]
  toggle: (field: TakenField, on: boolean) => void
  can: boolean
}

/** Side by side; what differs is marked, and taken over only where the clerk says so. */
function Comparison({ lines, chosen, toggle, can }: ComparisonProps) {
  const { t, locale } = useWords()
  return (
    <table className="k-table scan-table">
      <caption>{t('registration.scan.compared')}</caption>
      <thead>
        <tr>
          <th>{t('registration.field')}</th>
          <th>{t('registration.scan.document')}</th>
          <th>{t('registration.scan.onFile')}</th>
          <th>{t('registration.scan.takeOver')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const name = t(`registration.comparedField.${line.field}`)
          const differs = line.state === 'differs' || line.state === 'expired'
          return (
            <tr key={line.field} className={differs ? 'scan-differs' : ''}>
              <td>{name}</td>
              <td dir="auto">{valueText(line.field, line.document, t, locale)}</td>
              <td dir="auto">{valueText(line.field, line.onFile, t, locale)}</td>
              <td>
                {can &&
                (line.state === 'differs' || line.state === 'new') &&
                takeable.includes(line.field) ? (
                  <Checkbox
                    aria-label={t('registration.scan.takeField', { field: name })}
                    checked={chosen.includes(line.field as TakenField)}
                    onChange={(event) => toggle(line.field as TakenField, event.target.checked)}
                  />
                ) : (
                  <span className={differs ? 'k-trouble-line' : 'k-quiet'}>
                    {t(`registration.comparedState.${line.state}`)}
                  </span>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function valueText(field: Line['field'], value: string, t: T, locale: string): string {
  if (value === '') return '—'
  if (field === 'nationality') return countryName(value, locale) || value
  const gender = `guest.gender.${value}`
  if (field === 'gender' && isKey(gender)) return t(gender)
  return isBusinessDate(value) ? formatDate(value, locale, 'plain') : value
}
