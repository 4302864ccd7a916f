import { folioChanges } from './changes.ts'
import { charge } from './charge.ts'
import { allow, correct } from './correct.ts'
import { postFee, previewFee } from './fee.ts'
import { foliosOfBooking, getFolio } from './get.ts'
import { journal } from './journal.ts'
import { listFolios } from './list.ts'
import { split, transfer } from './move.ts'
import { foliosOfGuest } from './of-guest.ts'
import { openAccount, openForBooking, setPayee, setTerms } from './open.ts'
import { pay, payOut, refund } from './pay.ts'
import { postRoom } from './room.ts'
import { removeRouting, routeBookings, setRouting } from './routing.ts'
import { close, markSkipped, reopen, settle } from './settle.ts'
import { adjustTaxes, previewTaxes } from './taxes.ts'

export const folioHandlers = {
  'folio.get': getFolio,
  'folio.changes': folioChanges,
  'folio.ofBooking': foliosOfBooking,
  'folio.ofGuest': foliosOfGuest,
  'folio.list': listFolios,
  'folio.openForBooking': openForBooking,
  'folio.openAccount': openAccount,
  'folio.setPayee': setPayee,
  'folio.setTerms': setTerms,
  'folio.setRouting': setRouting,
  'folio.routeBookings': routeBookings,
  'folio.removeRouting': removeRouting,
  'folio.charge': charge,
  'folio.postRoom': postRoom,
  'folio.previewFee': previewFee,
  'folio.postFee': postFee,
  'folio.previewTaxes': previewTaxes,
  'folio.adjustTaxes': adjustTaxes,
  'folio.pay': pay,
  'folio.refund': refund,
  'folio.payOut': payOut,
  'folio.correct': correct,
  'folio.allow': allow,
  'folio.transfer': transfer,
  'folio.split': split,
  'folio.settle': settle,
  'folio.close': close,
  'folio.reopen': reopen,
  'folio.markSkipped': markSkipped,
  'ledger.journal': journal,
}
