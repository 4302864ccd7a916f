import { Checkbox } from 'antd'
import { type ComponentProps, type ReactNode, useState } from 'react'
import type { FailedReply } from '#renderer/api/reply-error.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import type { Scan } from '#renderer/base/keys/scan.ts'
import { useWords } from '#renderer/base/language.ts'
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
import type { TakenField } from '#shared/domain/registration/compare-document.ts'
import { isKey, type Key } from '#shared/i18n/index.ts'
import type { GuestId } from '#shared/values/index.ts'
import { BothGuests, Comparison, takeable } from './DocumentTables.tsx'
import './scanned.css'

/** What a document says, and whose it is on file. */
export type DocumentReading = OutputOf<'registration.readDocument'>
type Found = DocumentReading
type Line = Found['compared'][number]

type Props = {
  scan: Scan
  /** The guest it is compared with; without one it is shown, and whose it is. */
  guestId?: GuestId
  onTaken?: () => void
  /** Where a guest on a booking may become another: the document is another guest's. */
  other?: OtherGuest
  /** Compared with nobody: what the page does with its guest. */
  offer?: (found: Found) => Offer
  /** Above what the document says: whose it is. */
  head?: ReactNode
  /** Why what the page does with its guest was not done. */
  trouble?: string | null
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

/** One drawer, whoever the document is compared with: what is chosen above it keeps the focus. */
function Read(props: ReadProps) {
  const { t } = useWords()
  const { text, guestId, head, onClose } = props
  const found = useQuery('registration.readDocument', { text, ...(guestId === undefined ? {} : { guestId }) })
  const offer = found.data && guestId === undefined ? props.offer?.(found.data) : undefined
  const taking = useTaking(props, found.data)
  const submit = taking.submit ?? offer?.submit
  return (
    <SideDrawer
      open
      width={520}
      title={t('registration.scan.title')}
      {...placeOf(props)}
      onClose={onClose}
      {...(submit ? { submit } : {})}
    >
      {found.data ? (
        <>
          {head}
          <Shown {...props} found={found.data} taking={taking} offer={offer} />
        </>
      ) : found.failed ? (
        <>
          <Trouble failed={found.failed} operation="registration.readDocument" />
          <p className="k-quiet">{t(whyNot(found.failed))}</p>
        </>
      ) : (
        <>
          {head}
          <RowSkeleton rows={6} />
        </>
      )}
    </SideDrawer>
  )
}

/** What a scanner does that sends no document: it stutters, or it is set to another keyboard. */
function whyNot(failed: FailedReply): Key {
  const why = 'refusal' in failed ? String(failed.refusal.params.why) : ''
  const key = `registration.scan.not.${why.replace('read.', '')}`
  return isKey(key) ? key : 'registration.scan.why'
}

type Chosen = { of: GuestId | undefined; fields: readonly TakenField[]; despite: boolean }
type Taking = ReturnType<typeof useTaking>

/** What of the document is to be taken over, chosen anew for each guest it is compared with, and the act that takes it. */
function useTaking({ text, guestId, onTaken, other, onClose }: ReadProps, found: Found | undefined) {
  const { t } = useWords()
  const take = useCommand('registration.takeDocument')
  const [picked, setPicked] = useState<Chosen | null>(null)
  const [tried, setTried] = useState<GuestId | null>(null)
  const { read, owner = null, compared = [], guestVersion = null, registrantVersion = 0 } = found ?? {}
  const fresh = compared.filter(({ state, field }) => state === 'new' && takeable.includes(field))
  const usual = { of: guestId, fields: fresh.map(({ field }) => field as TakenField), despite: false }
  const chosen = picked?.of === guestId && picked ? picked : usual
  const can =
    guestId !== undefined && guestVersion !== null && owner === null && (read?.kind ?? null) !== null
  const run = async () => {
    if (guestId === undefined || guestVersion === null) return
    setTried(guestId)
    const given = { guestId, version: guestVersion, registrantVersion, text }
    const reply = await take.run({ ...given, take: [...chosen.fields], despite: chosen.despite })
    if (!reply.ok) return
    onTaken?.()
    onClose()
  }
  const faulty = (read?.faults.length ?? 0) > 0
  const takes = {
    label: t('registration.scan.take'),
    run: () => void run(),
    pending: take.pending,
    disabled: faulty && !chosen.despite,
  }
  const takesOwner = owner &&
    other && {
      label: t('registration.scan.takeOwner', { name: ownerName(owner) }),
      run: () => other.take(owner.guestId),
      pending: other.pending,
    }
  return {
    can,
    fields: chosen.fields,
    despite: chosen.despite,
    toggle: (field: TakenField, on: boolean) =>
      setPicked({
        ...chosen,
        fields: on ? [...chosen.fields, field] : chosen.fields.filter((one) => one !== field),
      }),
    setDespite: (despite: boolean) => setPicked({ ...chosen, despite }),
    trouble: tried === (guestId ?? null) ? take.trouble : null,
    submit: can ? takes : takesOwner,
  }
}

type ShownProps = Omit<ReadProps, 'offer'> & { found: Found; taking: Taking; offer: Offer | undefined }

function Shown({ found, taking, offer, other, onClose, ...props }: ShownProps) {
  const { t } = useWords()
  const { read, compared, owner } = found
  const { can } = taking
  const trouble = taking.trouble ?? props.trouble
  return (
    <>
      {owner && <Owner owner={owner} compared={compared} {...(other ? { other } : {})} onClose={onClose} />}
      <DocumentFacts read={read} />
      {offer?.children}
      {read.faults.length > 0 && (
        <Faults read={read} despite={taking.despite} setDespite={taking.setDespite} can={can} />
      )}
      {compared.length > 0 && owner === null && (
        <Comparison lines={compared} chosen={taking.fields} toggle={taking.toggle} can={can} />
      )}
      {trouble && (
        <p className="k-trouble-line" role="alert">
          {trouble}
        </p>
      )}
      <p className="k-quiet">{t('registration.scan.proves')}</p>
    </>
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
