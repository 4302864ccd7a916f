/** As recorded where somebody's name would be, for what the program does by itself. */
export const scheduleActor = 'schedule'
