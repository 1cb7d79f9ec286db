import type { Registry } from '@opendpf/kit'
import type { Locale, Texts } from '@opendpf/messages'

/** What a programme, `<module>.<name>`, is called by the module that declares it; its name where no module of the deployment does. */
export function titleOfProgramme({ modules }: Pick<Registry, 'modules'>, programme: string, locale: Locale): string {
  const [module, name = ''] = programme.split('.')
  const declared = modules.find(({ id }) => id === module)?.declares.programmes as
    | Readonly<Record<string, { readonly title: Texts }>>
    | undefined
  return declared?.[name]?.title[locale] ?? programme
}
