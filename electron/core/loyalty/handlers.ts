export const loyaltyHandlers = {}
