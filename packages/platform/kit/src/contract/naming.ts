export type SnakeCase<S extends string> = S extends `${infer Head}${infer Tail}`
  ? Head extends '-'
    ? `_${SnakeCase<Tail>}`
    : Head extends Uppercase<Head>
      ? Head extends Lowercase<Head>
        ? `${Head}${SnakeCase<Tail>}`
        : `_${Lowercase<Head>}${SnakeCase<Tail>}`
      : `${Head}${SnakeCase<Tail>}`
  : ''

/** `birthDate` and `birth-date` both become `birth_date`: how names of code become names of the database. */
export function snakeCase<const S extends string>(name: S): SnakeCase<S> {
  return name.replace(/-/g, '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) as SnakeCase<S>
}

/** `certificateCase` becomes `certificate-case`: how names of code become parts of an address. */
export function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** `person` becomes `persons`, `category` `categories`: the plural that stands in an address. */
export function pluralOf(name: string): string {
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`
  return /(s|x|ch|sh)$/.test(name) ? `${name}es` : `${name}s`
}

/** Where a record's routes are found: `/persons/persons`, `/certificates/number-histories`. */
export function pathOf(record: { readonly module: string; readonly name: string }): string {
  return `/${record.module}/${pluralOf(kebabCase(record.name))}`
}
