export const guestHandlers = {}
