import { settings, state, updateSettings } from './hotel.ts'

export const hotelHandlers = {
  'hotel.state': state,
  'hotel.settings': settings,
  'hotel.updateSettings': updateSettings,
}
