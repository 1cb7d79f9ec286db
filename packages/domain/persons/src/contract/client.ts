import { copied, name, reference } from '@opendpf/kit'

/** The person that a row of a service line is about, with the name that its lists show and are searched by. */
export const clientFields = (...headings: readonly string[]) => ({
  person: reference('persons.person', { headings }),
  clientName: copied(name(), { reference: 'person', field: 'name' }),
})
