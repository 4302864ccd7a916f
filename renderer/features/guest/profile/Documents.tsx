import { Input, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { type Scan, useScan } from '#renderer/base/keys/scan.ts'
import { useWords } from '#renderer/base/language.ts'
import { useHeld } from '#renderer/base/route/memory.ts'
import { ReadDocument } from '#renderer/parts/device/ReadDocument.tsx'
import { ScannedDocument } from '#renderer/parts/registration/ScannedDocument.tsx'
import { DateField } from '#renderer/ui/DateField.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { formatDate } from '#renderer/ui/format.ts'
import { CloseIcon, EditIcon } from '#renderer/ui/icons.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { documentKinds } from '#shared/domain/document/kinds.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { countryName, countryOptions } from '../../../parts/guest/words.ts'
import { type Profile, useDoneWords, useGuestEdit, useGuestId } from './editing.tsx'
import { WarningText } from './Person.tsx'
import { Part } from './SectionHead.tsx'

type Document = Profile['guest']['documents'][number]

/** So long a number is shown; it is also closed when the clerk leaves the page or the window. */
const OPEN_SECONDS = 20

/** Identity documents: covered until somebody opens one, and that is logged. */
export function Documents({ documents }: { documents: readonly Document[] }) {
  const { t } = useWords()
  const [editing, setEditing] = useHeld<Document | 'new' | null>('document:editing', null)
  const guestId = useGuestId()
  const [scan, setScan] = useState<Scan | null>(null)
  // A document is scanned from any focus of the page; what is edited by hand makes room for it
  const take = (one: Scan) => {
    setEditing(null)
    setScan(one)
  }
  useScan(take)
  return (
    <Part
      name="documents"
      title={t('guest.section.documents')}
      tools={
        <>
          <ReadDocument onScan={take} />
          <button type="button" className="k-tool" onClick={() => setEditing('new')}>
            + {t('guest.act.addDocument')}
          </button>
        </>
      }
    >
      {documents.length === 0 && <p className="k-faint">{t('guest.document.none')}</p>}
      <ul>
        {documents.map((document) => (
          <DocumentLine key={document.id} document={document} onEdit={() => setEditing(document)} />
        ))}
      </ul>
      {scan && (
        <ScannedDocument key={scan.text} scan={scan} guestId={guestId} onClose={() => setScan(null)} />
      )}
      {editing && (
        <DocumentDrawer
          key={editing === 'new' ? 'new' : editing.id}
          document={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Part>
  )
}

function DocumentLine({ document, onEdit }: { document: Document; onEdit: () => void }) {
  const { t, locale } = useWords()
  const { businessDate } = useHotel()
  const remove = useGuestEdit('guest.removeDocument')
  const { number, left, open, close, trouble } = useOpened(document)
  const { country, expiresOn } = document
  return (
    <li className="g-document">
      <div className="g-line">
        <span className="g-line-text">
          {t(`guest.document.${document.kind}`)}
          {country && <span className="k-quiet"> {countryName(country, locale)}</span>}
        </span>
        <button
          type="button"
          className="g-mini"
          aria-label={`${t('guest.document.edit')}: ${document.maskedNumber}`}
          title={t('guest.document.edit')}
          onClick={onEdit}
        >
          <EditIcon />
        </button>
        <button
          type="button"
          className="g-mini"
          aria-label={`${t('common.remove')}: ${document.maskedNumber}`}
          title={t('common.remove')}
          onClick={() => void remove.run({ id: document.id })}
        >
          <CloseIcon />
        </button>
      </div>
      <div className="g-line">
        <span className="k-code g-number">{number ?? document.maskedNumber}</span>
        <button
          type="button"
          className="k-tool"
          title={t('guest.document.logged')}
          aria-pressed={number !== null}
          onClick={() => (number === null ? void open() : close())}
        >
          {number === null
            ? t('guest.act.openNumber')
            : `${t('guest.act.closeNumber')} · ${t('guest.document.openFor', { seconds: left })}`}
        </button>
      </div>
      {expiresOn && (
        <p className={expiresOn < businessDate ? 'k-trouble-line g-small' : 'k-quiet g-small'}>
          {t('guest.document.until', { date: formatDate(expiresOn, locale, 'plain') })}
        </p>
      )}
      {(trouble ?? remove.trouble) && (
        <p className="k-trouble-line" role="alert">
          {trouble ?? remove.trouble}
        </p>
      )}
    </li>
  )
}

/** A number held open for a while, in this component’s memory alone. */
function useOpened(document: Document) {
  const guestId = useGuestId()
  const command = useCommand('guest.openDocument', { done: useDoneWords('guest.openDocument') })
  const [number, setNumber] = useState<string | null>(null)
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (number === null) return
    const until = performance.now() + OPEN_SECONDS * 1000
    const tick = setInterval(() => {
      const seconds = Math.ceil((until - performance.now()) / 1000)
      if (seconds > 0) setLeft(seconds)
      else setNumber(null)
    }, 250)
    const hide = () => {
      if (window.document.visibilityState === 'hidden') setNumber(null)
    }
    window.document.addEventListener('visibilitychange', hide)
    return () => {
      clearInterval(tick)
      window.document.removeEventListener('visibilitychange', hide)
    }
  }, [number])
  const open = async () => {
    const reply = await command.run({ guestId, id: document.id })
    if (!reply.ok) return
    setLeft(OPEN_SECONDS)
    setNumber(reply.output.number)
  }
  return { number, left, open, close: () => setNumber(null), trouble: command.trouble }
}

/** A document’s number is in no draft: what is in the browser’s own storage is not covered. */
function DocumentDrawer({ document, onClose }: { document: Document | null; onClose: () => void }) {
  const { t, locale } = useWords()
  const save = useGuestEdit('guest.saveDocument')
  const [kind, setKind] = useState<Document['kind']>(document?.kind ?? 'resident-id')
  const [number, setNumber] = useState('')
  const [mrz, setMrz] = useState('')
  const [country, setCountry] = useState(document?.country ?? '')
  const [expiresOn, setExpiresOn] = useState<string>(document?.expiresOn ?? '')
  const [warnings, setWarnings] = useState<Profile['warnings']>([])
  const submit = async () => {
    const reply = await save.run({
      ...(document ? { id: document.id } : {}),
      kind,
      number,
      ...(mrz.trim() ? { mrz } : {}),
      country,
      expiresOn: expiresOn === '' ? null : (expiresOn as BusinessDate),
    })
    if (!reply.ok) return
    if (reply.output.warnings.length === 0) onClose()
    else setWarnings(reply.output.warnings)
  }
  const saved = warnings.length > 0
  const byNumber = save.failed && 'refusal' in save.failed ? (save.trouble ?? undefined) : undefined
  const inMrz = mrz.trim() !== ''
  const fields = (
    <>
      <Field label={t('field.name.kind')} error={save.errors.kind}>
        {(control) => (
          <Select
            {...control}
            autoFocus
            value={kind}
            options={documentKinds.map((one) => ({ value: one, label: t(`guest.document.${one}`) }))}
            onSelect={setKind}
          />
        )}
      </Field>
      <Field
        label={t('guest.document.numberTitle')}
        hint={document ? t('guest.document.numberKept', { number: document.maskedNumber }) : undefined}
        error={save.errors.number ?? (inMrz ? undefined : byNumber)}
      >
        {(control) => (
          <Input
            {...control}
            className="k-code"
            autoComplete="off"
            value={number}
            onChange={(event) => {
              setNumber(event.target.value)
              save.reset()
            }}
          />
        )}
      </Field>
      <Field
        label={t('guest.document.mrzTitle')}
        hint={t('guest.document.mrzHint')}
        error={save.errors.mrz ?? (inMrz ? byNumber : undefined)}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            className="g-mrz"
            autoSize={{ minRows: 2, maxRows: 3 }}
            spellCheck={false}
            value={mrz}
            onChange={(event) => {
              setMrz(event.target.value.toUpperCase())
              save.reset()
            }}
          />
        )}
      </Field>
      <Field label={t('guest.document.countryTitle')} error={save.errors.country}>
        {(control) => (
          <Select
            {...control}
            showSearch={{ optionFilterProp: 'label' }}
            value={country}
            options={[{ value: '', label: t('common.notSet') }, ...countryOptions(locale)]}
            onSelect={setCountry}
          />
        )}
      </Field>
      <Field label={t('field.name.expiresOn')} error={save.errors.expiresOn}>
        {(control) => <DateField {...control} value={expiresOn} onChange={setExpiresOn} />}
      </Field>
      {save.trouble && !byNumber && Object.keys(save.errors).length === 0 && (
        <p className="k-trouble-line" role="alert">
          {save.trouble}
        </p>
      )}
    </>
  )
  return (
    <SideDrawer
      open
      title={t(document ? 'guest.document.edit' : 'guest.act.addDocument')}
      onClose={onClose}
      {...(saved
        ? {}
        : { submit: { label: t('common.save'), run: () => void submit(), pending: save.pending } })}
    >
      {saved ? <Warned warnings={warnings} /> : fields}
    </SideDrawer>
  )
}

/** It is saved; what contradicts the file is to be read, and only to be closed. */
function Warned({ warnings }: { warnings: Profile['warnings'] }) {
  const { t } = useWords()
  const text = useRef<HTMLDivElement>(null)
  // The field that held the focus no longer exists
  useEffect(() => text.current?.focus({ preventScroll: true }), [])
  return (
    <div role="alert" tabIndex={-1} ref={text}>
      <p>{t('guest.document.warnings')}</p>
      <ul className="g-warnings">
        {warnings.map((warning) => (
          <li key={JSON.stringify(warning)} className="g-warning">
            <WarningText warning={warning} />
          </li>
        ))}
      </ul>
    </div>
  )
}
