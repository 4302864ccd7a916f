import { changeClosure, closeRoom, listClosures, reopenRoom } from './closures.ts'
import { saveSettings, settings } from './settings.ts'
import { setRooms } from './states.ts'

export const housekeepingHandlers = {
  'housekeeping.settings': settings,
  'housekeeping.saveSettings': saveSettings,
  'housekeeping.setRooms': setRooms,
  'housekeeping.closeRoom': closeRoom,
  'housekeeping.changeClosure': changeClosure,
  'housekeeping.reopenRoom': reopenRoom,
  'housekeeping.closures': listClosures,
}
