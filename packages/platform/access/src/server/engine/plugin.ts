import type { BetterAuthPlugin } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { symmetricEncrypt } from 'better-auth/crypto'
import * as z from 'zod'

/**
 * What our sign-in needs of the library beyond its routes: opening a session for a user whose password was checked by us, and storing
 * a second factor that was not confirmed yet. Neither can be reached by HTTP.
 */
export const doorPlugin = {
  id: 'opendpf-door',
  endpoints: {
    openSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ userId: z.string() }), requireHeaders: true },
      async (ctx) => {
        const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId)
        if (!user) throw new Error('a session needs a user')
        // without "remember me" the cookie ends with the browser
        const session = await ctx.context.internalAdapter.createSession(user.id, true)
        await setSessionCookie(ctx, { session, user }, true)
        return ctx.json({ id: session.id })
      },
    ),
    storeSecondFactor: createAuthEndpoint.serverOnly(
      {
        method: 'POST',
        body: z.object({ userId: z.string(), secret: z.string(), recoveryCodes: z.array(z.string()) }),
      },
      async (ctx) => {
        const { userId, secret, recoveryCodes } = ctx.body
        const seal = (data: string) => symmetricEncrypt({ key: ctx.context.secretConfig, data })
        const values = {
          secret: await seal(secret),
          backupCodes: await seal(JSON.stringify(recoveryCodes)),
          verified: false,
        }
        const where = [{ field: 'userId', value: userId }]
        const known = await ctx.context.adapter.findOne<{ verified: boolean }>({ model: 'twoFactor', where })
        if (known?.verified) throw new Error('a confirmed second factor is reset before another is set up')
        if (known) await ctx.context.adapter.update({ model: 'twoFactor', where, update: values })
        else await ctx.context.adapter.create({ model: 'twoFactor', data: { ...values, userId } })
        return ctx.json({ ok: true })
      },
    ),
  },
} satisfies BetterAuthPlugin
