/** Texts that several records share, as those of one of them: `under('service', { cost: '费用' })` is `{ 'service.cost': '费用' }`. */
export function under<const Name extends string, const Texts extends Readonly<Record<string, string>>>(
  name: Name,
  texts: Texts,
): { readonly [Key in keyof Texts & string as `${Name}.${Key}`]: string } {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${name}.${key}`, text])) as never
}
