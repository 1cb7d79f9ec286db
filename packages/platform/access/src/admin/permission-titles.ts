import type { Registry } from '@opendpf/kit'
import { verbMessages } from '@opendpf/kit'
import type { Locale } from '@opendpf/messages'

/** What a permission allows, in words: 查看残疾人. A step of a workflow is called as its button is. */
export function permissionTitle(registry: Registry, locale: Locale, permission: string): string {
  const [module = '', name = ''] = permission.split(':')
  const [record = '', verb = ''] = name.split('.')
  const texts = registry.module(module).messages[locale]
  const own = texts[`permission.${name}`]
  if (own !== undefined) return own
  const what = texts[record] ?? record
  const step = texts[`${record}.do.${verb}`]
  const separator = locale === 'en' ? ': ' : '：'
  if (step !== undefined) return `${what}${separator}${step}`
  const word = (verbMessages[locale] as Readonly<Record<string, string>>)[verb] ?? verb
  return locale === 'en' ? `${word} ${withinSentence(what)}` : `${word}${what}`
}

/** What a pattern with wildcards allows, in words: 所有业务模块：查看. */
export function patternTitle(
  registry: Registry,
  locale: Locale,
  {
    pattern,
    everyModule,
    everything,
  }: { readonly pattern: string; readonly everyModule: string; readonly everything: string },
): string {
  const [module = '', name = '*'] = pattern.split(':')
  const [record = '*', verb = '*'] = name.split('.')
  const texts = registry.modules.find(({ id }) => id === module)?.messages[locale]
  const where = module === '*' ? everyModule : (texts?.title ?? module)
  const what = record === '*' ? where : `${where} · ${texts?.[record] ?? record}`
  const may = verb === '*' ? everything : ((verbMessages[locale] as Readonly<Record<string, string>>)[verb] ?? verb)
  return `${what}${locale === 'en' ? ': ' : '：'}${may}`
}

/** `User` becomes `user`, `API key` stays. */
function withinSentence(words: string): string {
  return /^[A-Z][A-Z]/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1)
}

/** The permissions of a deployment by module, in the order of its declarations. */
export function permissionsByModule(
  registry: Registry,
): readonly { readonly module: string; readonly permissions: readonly string[] }[] {
  return registry.modules.map(({ id }) => ({
    module: id,
    permissions: registry.permissions.filter((permission) => permission.startsWith(`${id}:`)),
  }))
}
