import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { StayText } from '#renderer/ui/DateText.tsx'
import { formatMoney } from '#renderer/ui/format.ts'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { Fact, Facts } from '#renderer/ui/Pane.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { BlockSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { describeReply } from '#shared/i18n/index.ts'

type Props = { booking: OutputOf<'booking.get'>; onClose: () => void }
type Review = OutputOf<'audit.reviewTakeBack'>

/** A no-show who comes after all: the nights that are left, the room, and what becomes of the fee, before it is done. */
export function TakeBackDrawer({ booking, onClose }: Props) {
  const { t, language } = useWords()
  const { id, version, confirmationNo } = booking
  const review = useQuery('audit.reviewTakeBack', { id })
  const back = useCommand('audit.takeBackNoShow', { finish: async () => onClose() })
  const { data } = review
  return (
    <SideDrawer
      open
      title={t('stay.takeBack.title', { number: confirmationNo })}
      onClose={onClose}
      submit={{
        label: t('stay.takeBack.submit'),
        run: () => void back.run({ id, version }),
        disabled: !data || data.refusal !== null,
        pending: back.pending,
      }}
    >
      {review.failed && !data && (
        <Trouble failed={review.failed} operation="audit.reviewTakeBack" onRetry={review.retry} />
      )}
      {!data && !review.failed && <BlockSkeleton height={96} />}
      {data?.refusal ? (
        <p className="k-trouble-line" role="alert">
          {describeReply({ ok: false, refusal: data.refusal }, language, 'audit.takeBackNoShow')}
        </p>
      ) : (
        data && <Given review={data} />
      )}
      {back.trouble && (
        <p className="k-trouble-line" role="alert">
          {back.trouble}
        </p>
      )}
    </SideDrawer>
  )
}

function Given({ review }: { review: Review }) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const { arrival, departure, nights, nightsGone, totalMinor, room, fee } = review
  const amount = fee && formatMoney(fee.minor, currency as never, locale, true)
  return (
    <Facts>
      <Fact name={t('stay.takeBack.stay')}>
        <StayText arrival={arrival} departure={departure} />{' '}
        {nights > 0 ? t('common.nights', { count: nights }) : t('common.dayUse')}
        {nightsGone > 0 && <p className="k-quiet">{t('stay.takeBack.gone', { count: nightsGone })}</p>}
      </Fact>
      <Fact name={t('stay.takeBack.total')}>
        <MoneyText minor={totalMinor} sign />
      </Fact>
      <Fact name={t('stay.takeBack.room')}>
        {room
          ? t(room.kept ? 'stay.takeBack.roomKept' : 'stay.takeBack.roomGone', { room: room.number })
          : t('stay.takeBack.roomNone')}
      </Fact>
      <Fact name={t('stay.takeBack.fee')}>
        {fee
          ? t(fee.stands ? 'stay.takeBack.feeStands' : 'stay.takeBack.feeBack', { amount })
          : t('stay.takeBack.feeNone')}
      </Fact>
    </Facts>
  )
}
