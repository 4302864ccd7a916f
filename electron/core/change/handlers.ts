export const changeHandlers = {}
