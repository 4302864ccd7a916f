import { useState } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { makeSmaller } from './make-smaller.ts'

type Props = {
  id: string
  value: string | null
  onChange: (base64: string | null) => void
  capture?: boolean
}

/** A photograph, taken or chosen, made small enough to be kept. */
export function PictureField({ id, value, onChange, capture = false }: Props) {
  const { t } = useWords()
  const [wrong, setWrong] = useState(false)
  const take = async (file: File | undefined) => {
    if (!file) return
    const picture = await makeSmaller(file)
    setWrong(picture === null)
    onChange(picture)
  }
  return (
    <>
      {/* The words of the browser’s own button are in the browser’s language */}
      <span className="k-button hk-picture-choose">
        {t('ticket.choosePicture')}
        <input
          id={id}
          type="file"
          accept="image/jpeg,image/png"
          className="hk-picture-input"
          {...(capture ? { capture: 'environment' as const } : {})}
          onChange={(event) => void take(event.target.files?.[0])}
        />
      </span>
      {wrong && (
        <p className="k-trouble-line" role="alert">
          {t('ticket.refusal.PICTURE_NOT_READ')}
        </p>
      )}
      {value && (
        <img className="hk-picture" src={`data:image/jpeg;base64,${value}`} alt={t('ticket.picture')} />
      )}
    </>
  )
}
