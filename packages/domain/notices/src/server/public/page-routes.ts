import { isOpenDpfError } from '@opendpf/errors'
import type { PublicEnv, PublicKit } from '@opendpf/kit/server'
import type { Context, Hono } from 'hono'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { hrefTo } from './layout.js'
import { listPage } from './list-page.js'
import { noticePage } from './notice-page.js'
import { emptyForm, type FormField, formFields, refusedForm } from './objection-form.js'
import { addObjection, limits, readOutcome } from './objections.js'
import { askPage, outcomePage, wordPage } from './outcome-page.js'
import { NoticeGone, readList, readNotice } from './read-notices.js'
import { style } from './style.js'
import { wordsIn } from './words.js'

type Page = Context<PublicEnv>

/** The pages that anybody opens in a browser, below `/notices`. */
export function pageRoutes(kit: PublicKit): Hono<PublicEnv> {
  const pages = kit.router()
  pages.onError(failurePage)
  pages.get('/style.css', (c) => c.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
  pages.use(kit.limit('notices-look', { requests: 300, minutes: 5 }))
  pages.get('/', async (c) => {
    const { locale } = c.var
    return c.html(listPage({ ...(await readList(c.var, c.req.query('after'))), locale }))
  })
  pages.get('/objections', (c) => {
    const code = c.req.query('code')?.trim()
    if (!code) return c.html(askPage(c.var.locale))
    return c.redirect(hrefTo(`/objections/${encodeURIComponent(code)}`, c.var.locale), 303)
  })
  pages.get('/objections/:code', kit.limit('notices-code', { requests: 30, minutes: 10 }), async (c) => {
    const { locale } = c.var
    try {
      const outcome = await readOutcome(c.var, c.req.param('code'))
      return c.html(outcomePage({ outcome, isNew: c.req.query('new') === '1', locale }))
    } catch (error) {
      if (!isOpenDpfError(error) || error.code !== 'not-found') throw error
      return c.html(askPage(locale, wordsIn(locale).codeWrong), 404)
    }
  })
  pages.get('/:id', async (c) => {
    const { locale } = c.var
    return c.html(noticePage({ ...(await readNotice(c.var, c.req.param('id'))), form: emptyForm, locale }))
  })
  pages.post(
    '/:id/objections',
    // only our own page sends this form: a proxy in front may speak another protocol, so the host alone is compared
    csrf({ origin: (origin, c) => URL.canParse(origin) && new URL(origin).host === c.req.header('host') }),
    kit.limit('notices-object', { requests: 10, minutes: 60 }),
    takeForm,
  )
  pages.get('*', (c) => {
    const words = wordsIn(c.var.locale)
    return c.html(wordPage(words.missing, words.missingText, c.var.locale), 404)
  })
  return pages
}

async function takeForm(c: Page): Promise<Response> {
  const { locale } = c.var
  const { notice, lines } = await readNotice(c.var, c.req.param('id') ?? '')
  const sent = await c.req.parseBody()
  const values = Object.fromEntries(
    formFields.flatMap((field) => {
      const value = sent[field]
      // a browser sends line ends as two characters
      return typeof value === 'string' && value.trim() !== '' ? [[field, value.replaceAll('\r\n', '\n').trim()]] : []
    }),
  ) as Readonly<Partial<Record<FormField, string>>>
  const refuse = (problems: Readonly<Partial<Record<FormField, string>>>) =>
    c.html(noticePage({ notice, lines, form: refusedForm(values, problems, locale), locale }), 422)
  const problems = problemsOf(
    values,
    lines.map(({ id }) => id),
    wordsIn(locale),
  )
  if (Object.keys(problems).length > 0) return refuse(problems)
  try {
    const code = await addObjection(c.var, notice, { ...values, text: values.text ?? '' })
    return c.redirect(hrefTo(`/objections/${code}?new=1`, locale), 303)
  } catch (error) {
    if (!isOpenDpfError(error) || error.fields.length === 0) throw error
    return refuse(
      Object.fromEntries(
        error.fields.map(({ path, message }) => [
          formFields.includes(path as FormField) ? (path as FormField) : 'line',
          message,
        ]),
      ),
    )
  }
}

function problemsOf(
  values: Readonly<Partial<Record<FormField, string>>>,
  lines: readonly string[],
  words: ReturnType<typeof wordsIn>,
): Readonly<Partial<Record<FormField, string>>> {
  const problems: Partial<Record<FormField, string>> = {}
  if (values.line !== undefined && !lines.includes(values.line)) problems.line = words.lineUnknown
  if (values.text === undefined) problems.text = words.required
  for (const field of ['text', 'objectorName', 'objectorContact'] as const)
    if ((values[field]?.length ?? 0) > limits[field]) problems[field] = words.tooLong(limits[field])
  return problems
}

function failurePage(error: Error, c: Context): Response | Promise<Response> {
  const locale = c.req.query('lang') === 'en' ? 'en' : 'zh-CN'
  const words = wordsIn(locale)
  if (error instanceof NoticeGone) return c.html(wordPage(words.gone, words.goneText, locale), 410)
  if (error instanceof HTTPException) return c.html(wordPage(words.refused, words.refusedText, locale), error.status)
  if (isOpenDpfError(error)) {
    if (error.code === 'not-found') return c.html(wordPage(words.missing, words.missingText, locale), 404)
    if (error.code === 'too-many-requests')
      return c.html(wordPage(words.wait, words.waitText(Number(error.params.seconds)), locale), 429)
    if (error.status < 500) return c.html(wordPage(words.refused, words.refusedText, locale), error.status)
  }
  if (isOpenDpfError(error) && error.code === 'unavailable')
    return c.html(wordPage(words.failed, words.failedText, locale), 503)
  // a fault of ours is logged and answered where all are
  throw error
}
