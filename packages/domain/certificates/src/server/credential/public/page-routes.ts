import { verifyCredential } from '@opendpf/credentials'
import { isOpenDpfError } from '@opendpf/errors'
import type { PublicEnv, PublicKit } from '@opendpf/kit/server'
import type { Context, Hono } from 'hono'
import { answerOf } from '../../../verify/answer.js'
import { verifyWords } from '../../../verify/words.js'
import { publishedKeys } from '../credential-keys.js'
import { publishedTokens } from '../status-lists.js'
import { style } from './style.js'
import { verifyPage, wordPage } from './verify-page.js'

/** More than any credential has; what is longer is cut, and then not genuine. */
const longest = 8192

/** The page on which anybody verifies. Its form works without a script; what is sent is in the body, and so in no log and no address. */
export function pageRoutes(kit: PublicKit): Hono<PublicEnv> {
  const pages = kit.router()
  pages.onError(failurePage)
  pages.get('/verify.css', (c) => c.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
  pages.use(kit.limit('certificates-verify', { requests: 300, minutes: 5 }))
  pages.get('/verify', (c) => c.html(verifyPage({ locale: c.var.locale })))
  pages.post('/verify', async (c) => {
    const { locale, clock } = c.var
    const { credential } = await c.req.parseBody()
    const token = typeof credential === 'string' ? credential.slice(0, longest).trim() : ''
    if (token === '') return c.html(verifyPage({ locale, problem: verifyWords(locale).empty }), 422)
    const [keys, statusList] = await c.var.ask(
      async (db) => [await publishedKeys(db), await publishedTokens(db)] as const,
    )
    const verdict = await verifyCredential(token, { keys, statusList, now: clock.now() })
    return c.html(verifyPage({ locale, answer: answerOf(verdict, locale) }))
  })
  pages.get('*', (c) => c.html(wordPage(verifyWords(c.var.locale).missing, '', c.var.locale), 404))
  return pages
}

function failurePage(error: Error, c: Context): Response | Promise<Response> {
  const locale = c.req.query('lang') === 'en' ? 'en' : 'zh-CN'
  const words = verifyWords(locale)
  if (isOpenDpfError(error) && error.code === 'too-many-requests')
    return c.html(wordPage(words.wait, words.waitText(Number(error.params.seconds)), locale), 429)
  if (isOpenDpfError(error) && error.code === 'unavailable')
    return c.html(wordPage(words.failed, words.failedText, locale), 503)
  // a fault of ours is logged and answered where all are
  throw error
}
