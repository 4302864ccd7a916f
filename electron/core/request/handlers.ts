export const requestHandlers = {}
