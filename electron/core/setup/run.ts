import { passwordStamp } from '#db/password-stamp.ts'
import { hasUsers, insertUser } from '#db/repositories/access/repository.ts'
import { insertSettings, readSettings, updateSettings } from '#db/repositories/hotel/repository.ts'
import { businessDateInZone, refuse, type UserId } from '#shared/values/index.ts'
import { hashPassword, refusalOfPassword, sessionUserOf } from '../access/public.ts'
import { reads, writesAfter } from '../kernel/handler.ts'
import { done } from '../kernel/outcome.ts'

/** A store that was imported or generated on the command line has a hotel, but needs its first administrator. */
export const state = reads('setup.state', async (db, _input, ctx) => {
  const settings = await readSettings(db)
  return {
    needed: !settings || !(await hasUsers(db)),
    hotelName: settings?.hotel_name ?? '',
    language:
      settings?.language === 'zh' || (!settings && ctx.language === 'zh') ? ('zh' as const) : ('en' as const),
  }
})

export const run = writesAfter(
  'setup.run',
  (_db, input) => hashPassword(input.administrator.password),
  async (tx, ctx, input, passwordHash) => {
    if (await hasUsers(tx)) return refuse('ALREADY_SET_UP')
    const { administrator, hotelName, language, currency, timeZone, country } = input
    const { login, name, password } = administrator
    const weak = refusalOfPassword(password, [login, name, hotelName])
    if (weak) return weak
    const known = await readSettings(tx)
    const businessDate =
      known?.business_date ?? input.businessDate ?? businessDateInZone(Date.parse(ctx.moment), timeZone)
    const hotel = { hotel_name: hotelName, language, time_zone: timeZone, country }
    // Rates may be in the store already: their currency stays.
    if (known) await updateSettings(tx, known.version, hotel)
    else await insertSettings(tx, { ...hotel, currency, business_date: businessDate, origin: 'empty' })
    const user = {
      login: administrator.login,
      name: administrator.name,
      role: 'administrator' as const,
      language,
    }
    const id: UserId = await insertUser(tx, {
      ...user,
      password_hash: passwordHash,
      active: 1,
      created_at: ctx.moment,
      version: 1,
    })
    return {
      ...done({ user: await sessionUserOf(tx, { id, ...user }) }, [
        {
          entity: 'settings',
          id: 1,
          before: null,
          after: {
            hotelName,
            language,
            currency: known?.currency ?? currency,
            timeZone,
            country,
            businessDate,
          },
        },
        {
          entity: 'user',
          id,
          before: null,
          after: { ...user, active: true, passwordSet: passwordStamp(passwordHash) },
        },
      ]),
      actor: user.login,
      businessDate,
    }
  },
)
