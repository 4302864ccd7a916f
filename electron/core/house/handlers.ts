import { guestCard } from './guest-card.ts'
import { incognito, openOfBooking, openOfHouse, waitingFor, whoIsHere } from './guests.ts'
import { editKeys, giveKeys, listKeys, takeKeysBack } from './keys.ts'
import { addFoundItem, editFoundItem, giveFoundItem, lastGuests, listFoundItems } from './lost-items.ts'
import { addLuggage, editLuggage, giveLuggage, listLuggage } from './luggage.ts'
import { addMessage, editMessage, listMessages, tickMessage } from './messages.ts'
import { makeHousePaper } from './paper.ts'
import { addParcel, editParcel, giveParcel, listParcels } from './parcels.ts'
import { setDoNotDisturb, setIncognito } from './stay-flags.ts'
import { addTrace, changeTraceOf, countOpenTraces, listTraces, markTraceOf } from './traces.ts'
import { addWakeCall, editWakeCall, listWakeCalls, tickWakeCall } from './wake-calls.ts'

export const houseHandlers = {
  'house.guests': whoIsHere,
  'house.incognito': incognito,
  'house.counts': openOfHouse,
  'house.openOfBooking': openOfBooking,
  'house.waiting': waitingFor,
  'house.guestCard': guestCard,
  'house.setDoNotDisturb': setDoNotDisturb,
  'house.setIncognito': setIncognito,
  'house.paper': makeHousePaper,
  'house.addTrace': addTrace,
  'house.changeTrace': changeTraceOf,
  'house.markTrace': markTraceOf,
  'house.traces': listTraces,
  'house.traceCounts': countOpenTraces,
  'house.addMessage': addMessage,
  'house.changeMessage': editMessage,
  'house.markMessage': tickMessage,
  'house.messages': listMessages,
  'house.addWakeCall': addWakeCall,
  'house.changeWakeCall': editWakeCall,
  'house.markWakeCall': tickWakeCall,
  'house.wakeCalls': listWakeCalls,
  'house.giveKeys': giveKeys,
  'house.changeKeys': editKeys,
  'house.markKeys': takeKeysBack,
  'house.keys': listKeys,
  'house.addParcel': addParcel,
  'house.changeParcel': editParcel,
  'house.markParcel': giveParcel,
  'house.parcels': listParcels,
  'house.addFoundItem': addFoundItem,
  'house.changeFoundItem': editFoundItem,
  'house.markFoundItem': giveFoundItem,
  'house.foundItems': listFoundItems,
  'house.lastGuests': lastGuests,
  'house.addLuggage': addLuggage,
  'house.changeLuggage': editLuggage,
  'house.markLuggage': giveLuggage,
  'house.luggage': listLuggage,
}
