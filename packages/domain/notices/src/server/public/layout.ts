import { addressIn, type Markup, publicDocument } from '@opendpf/kit/server'
import type { Locale } from '@opendpf/messages'
import { wordsIn } from './words.js'

/** Where the public pages stand. */
const root = '/notices'

/** An address below the public pages, in the language of the page. */
export function hrefTo(path: string, locale: Locale): string {
  return addressIn(`${root}${path}`, locale)
}

/** A page of the notices; `path`, below them, leads to the same page in the other language. */
export function page(options: {
  readonly title: string
  readonly locale: Locale
  readonly path?: string
  readonly content: Markup
}): Markup {
  const { path, ...rest } = options
  return publicDocument({
    ...rest,
    site: { name: wordsIn(options.locale).site, path: root },
    stylesheet: `${root}/style.css`,
    ...(path === undefined ? {} : { path: `${root}${path}` }),
  })
}
