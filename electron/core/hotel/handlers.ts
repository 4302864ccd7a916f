export const hotelHandlers = {}
