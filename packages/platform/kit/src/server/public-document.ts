import type { Locale } from '@opendpf/messages'
import { html } from 'hono/html'

/** A piece of a page; what is put into it as text stays text. */
export type Markup = ReturnType<typeof html>

const skip = { 'zh-CN': '跳到正文', en: 'Skip to the content' } as const
const otherLanguage = { 'zh-CN': 'English', en: '中文' } as const

/** The address of a public page in a language; Chinese needs no word for it. */
export function addressIn(path: string, locale: Locale): string {
  return locale === 'en' ? `${path}${path.includes('?') ? '&' : '?'}lang=en` : path
}

/**
 * A whole document for people without an account: one heading, a way past the head of the page, a way to the other language, nothing from
 * elsewhere, and kept out of search engines.
 */
export function publicDocument(options: {
  readonly title: string
  /** What the site is called, and where it begins; it stands in the head of the page. */
  readonly site?: { readonly name: string; readonly path: string }
  readonly locale: Locale
  readonly stylesheet: string
  /** The same page, to be shown in the other language; without one there is no way to it. */
  readonly path?: string
  readonly content: Markup
}): Markup {
  const { title, site, locale, stylesheet, path, content } = options
  const other: Locale = locale === 'en' ? 'zh-CN' : 'en'
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow, noarchive">
<title>${site === undefined || site.name === title ? title : `${title} - ${site.name}`}</title>
<link rel="stylesheet" href="${stylesheet}">
</head>
<body>
<a class="skip" href="#content">${skip[locale]}</a>
<header>
${site === undefined ? '' : html`<a href="${addressIn(site.path, locale)}">${site.name}</a>`}
${path === undefined ? '' : html`<a href="${addressIn(path, other)}" lang="${other}" hreflang="${other}">${otherLanguage[locale]}</a>`}
</header>
<main id="content" tabindex="-1">
<h1>${title}</h1>
${content}
</main>
</body>
</html>`
}

/**
 * Plain and large, for readers who are often old: 20 pixels, dark on white, nothing moves, nothing is told by colour alone. Pages add what is
 * special about them.
 */
export const publicStyle = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { font-size: 125%; }
body { margin: 0; color: #1a1a1a; background: #fff; font-family: system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; line-height: 1.7; }
header, main, footer { max-width: 60rem; margin: 0 auto; padding: .75rem 1rem; }
header { display: flex; flex-wrap: wrap; gap: 1rem; justify-content: space-between; }
h1 { font-size: 1.5rem; line-height: 1.35; }
h2 { font-size: 1.2rem; margin-top: 2rem; }
a { color: #0b4a8f; text-decoration: underline; text-underline-offset: .2em; }
header a { display: inline-block; padding: .4rem 0; }
a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, textarea:focus-visible, summary:focus-visible { outline: 3px solid #0b4a8f; outline-offset: 3px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: .5rem; background: #fff; padding: .5rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .4rem 1.2rem; margin: 1rem 0; }
dt { font-weight: 700; }
dd { margin: 0; overflow-wrap: anywhere; }
label, legend { display: block; font-weight: 700; margin-top: 1.2rem; }
input, select, textarea { display: block; font: inherit; color: inherit; background: #fff; width: 100%; max-width: 40rem; padding: .5rem; border: 2px solid #595959; border-radius: 4px; }
[aria-invalid='true'] { border-color: #a40000; }
button { font: inherit; font-weight: 700; margin-top: 1.2rem; padding: .6rem 1.6rem; min-height: 3rem; border: 2px solid #0b4a8f; border-radius: 4px; background: #0b4a8f; color: #fff; cursor: pointer; }
[hidden] { display: none; }
.hint { color: #4a4a4a; margin: .2rem 0; }
.error { color: #a40000; font-weight: 700; margin: .2rem 0; }
`.trim()
