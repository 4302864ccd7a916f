/** Whether a message brings a booking, changes one or calls it off: told by its title and its status, never by its conditions. */

import type { Fact } from './fact.ts'
import { saysAny } from './fold-words.ts'
import type { Entry } from './lines.ts'
import type { MessageKind } from './reading.ts'

/** Where a message says what it is about: its subject and its first lines. */
const headLines = 14

const CANCELLED =
  /\bcancel(?:l)?ed\b|\bcancel(?:l)?ation (?:notice|notification|confirmation|of (?:your |the )?(?:booking|reservation))\b|\b(?:booking|reservation|order)s? cancel(?:l)?ation\b|\bCXL\b|已取消|取消通知|取消订单|订单取消|取消预订|预订取消|取消單|取消了|キャンセル(?:されました|のお知らせ|通知)|storniert|stornierung (?:der|ihrer)|annulée|cancelada|취소/iu
const MODIFIED =
  /\bmodified\b|\bmodification\b|\bamended\b|\bamendment\b|\bchanged (?:booking|reservation)\b|\b(?:booking|reservation) (?:change|update)d?\b|\bhas been (?:changed|updated)\b|\bupdated (?:booking|reservation)\b|已修改|修改通知|订单修改|修改订单|预订修改|修改单|变更通知|订单变更|变更单|已变更|更改通知|已更改|改单|変更(?:されました|のお知らせ|通知)|geändert|modifiée|modificada|변경/iu
const NEW =
  /\bnew (?:booking|reservation|order)\b|\b(?:booking|reservation|order) confirm(?:ation|ed)\b|\bconfirmed\b|\bconfirmation of\b|\breservation (?:request|notification)\b|\bbooking (?:request|form|notification)\b|新订单|新预订|新单|预订单|预订确认|订房单|预订通知|订单通知|预订成功|已确认|待确认|请确认|确认单|预订表|在线预订|新規予約|予約(?:確認|通知)|neue (?:buchung|reservierung)|buchungsbestätigung|nouvelle réservation|nueva reserva|예약/iu
/** Conditions speak of cancelling and changing, too. */
const CONDITION =
  /cancel(?:l)?ation (?:policy|fee|deadline|terms|conditions|charge)|free cancel|non[- ]?refundable|cancel(?:l)?ed (?:before|after|up to|by|within|free)|if (?:cancel|modif|the booking)|may be cancel|can be (?:cancel|modif|chang)|cannot be|not (?:yet |been |be )?(?:been )?cancel|cancel(?:l)?ed\s?\?|未取消|没有取消|没取消|can't be|not be (?:cancel|modif|chang)|until|免费取消|取消政策|取消规则|不可取消|不能取消|不可变更|不得取消|前取消|可取消|限时取消|退改|如需|如果|若(?:要|需|您)|取消或(?:修改|变更)|修改或取消|取消险|请(?:在|于|及时)?联系|手数料|ポリシー/iu

/** The kind, with the line that says it. A message of two kinds, or of none, leaves a doubt. */
export function readKind(lines: readonly string[], entries: readonly Entry[]): Fact<MessageKind> {
  const status = entries.find(({ label }) => label === 'status')
  const byStatus = status && kindIn(status.value)
  if (status && byStatus && byStatus !== 'new') return { value: byStatus, line: status.line, doubt: null }
  const told = lines.slice(0, headLines).flatMap((text, index) => {
    const kind = saysAny(text, CONDITION) ? null : kindIn(text)
    return kind ? [{ kind, line: index + 1 }] : []
  })
  const [first] = told
  if (!first) {
    return byStatus && status
      ? { value: 'new', line: status.line, doubt: null }
      : { value: 'new', line: 1, doubt: 'kindUnclear' }
  }
  const strongest = told.find(({ kind }) => kind !== 'new') ?? first
  const kinds = new Set(told.map(({ kind }) => kind))
  const doubt = kinds.has('cancelled') && kinds.has('modified') ? 'kindUnclear' : null
  return { value: strongest.kind, line: strongest.line, doubt }
}

function kindIn(text: string): MessageKind | null {
  if (saysAny(text, CANCELLED)) return 'cancelled'
  if (saysAny(text, MODIFIED)) return 'modified'
  return saysAny(text, NEW) ? 'new' : null
}
