import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { interpolate, type Locale } from '@opendpf/messages'
import { type NotificationTemplate, notifications } from '../../contract/index.js'
import type { Occurrence } from '../../telling/index.js'
import type { Addressee, Way } from './addressee.js'

const { wording } = notifications.records
const longestValue = 200

/** The words of a template in a division and a language. */
export type WordsOf = (division: string, language: Locale) => { readonly subject: string; readonly text: string }

/** Reads how counties and towns word a template; where none does, its module's words stand. */
export async function readWords(
  name: string,
  template: NotificationTemplate,
  { read, today }: Pick<ModuleContext, 'read' | 'today'>,
): Promise<WordsOf> {
  const all = await read.many(wording, { template: name }, { orderBy: 'since' })
  // later ones take the place of those before
  const own = new Map<string, RowOf<typeof wording>>(
    all.filter(({ since }) => since <= today).map((row) => [`${row.division} ${row.language}`, row]),
  )
  return (division, language) => {
    const areas = [division, `${division.slice(0, 9)}000`, `${division.slice(0, 6)}000000`]
    const [smallest] = areas.flatMap((area) => own.get(`${area} ${language}`) ?? [])
    return smallest ?? { subject: template.subject[language], text: template.text[language] }
  }
}

/** What one message says. By e-mail users are told that something waits, and not whom it is about. */
export function sayTo(
  { kind, name, language, division }: Addressee,
  { channel }: Way,
  {
    wordsOf,
    values,
    registry,
  }: Pick<Occurrence, 'values'> & { readonly wordsOf: WordsOf } & Pick<ModuleContext, 'registry'>,
): { readonly subject: string; readonly text: string } {
  const words = wordsOf(division, language)
  const params = Object.fromEntries(
    Object.entries({ ...values, name }).map(([key, value]) => [
      key,
      clean(typeof value === 'string' ? value : value[language]),
    ]),
  )
  const subject = interpolate(words.subject, params)
  if (kind === 'user' && channel === 'email')
    return { subject, text: `${subject}。${registry.text(notifications.id, language, 'email.signIn')}` }
  return { subject, text: interpolate(words.text, params) }
}

/** A value as a part of one line. */
function clean(value: string): string {
  return value.replace(/\p{Cc}+/gu, ' ').slice(0, longestValue)
}
