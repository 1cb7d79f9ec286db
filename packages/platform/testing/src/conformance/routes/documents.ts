import type { PlacedRecord } from '@opendpf/kit'
import { permissionFor } from '@opendpf/kit'
import type { Expectation, Part } from './expectation.js'

/**
 * The routes of a record's documents, asked about a row that is nowhere: who may print is told so, everybody else that he may not. What
 * they answer about rows there are depends on states and values, which the tests of printing say.
 */
export function documentExpectations(
  record: PlacedRecord,
  part: (method: string, rest: string, options: Part) => Expectation,
): readonly Expectation[] {
  const documents = Object.entries(record.documents ?? {})
  if (documents.length === 0) return []
  const nowhere = { isAboutRow: false, isPlaced: false, answers: 404 } as const
  return [
    part('GET', '/:id/documents', { verbs: ['read', 'print'] }),
    ...documents.flatMap(([name, { reveals = {} }]) => {
      const shown = Object.keys(reveals).map((ref) => {
        const [module = '', other = ''] = ref.split('.')
        return permissionFor({ module, name: other }, 'reveal')
      })
      const printing = (method: string, rest: string, options: Partial<Part> = {}): Expectation => {
        const expected = part(method, rest, { verbs: ['read', 'print'], ...nowhere, ...options })
        return { ...expected, needs: [...expected.needs, ...shown] }
      }
      return [
        printing('GET', `/:id/documents/${name}/preview`),
        printing('POST', `/:id/documents/${name}`),
        printing('GET', `/:id/documents/${name}/:copy`, { request: () => ({ params: { copy: '1' } }) }),
        // nothing is said about which rows
        printing('POST', `/documents/${name}`, { answers: 400 }),
        printing('GET', `/documents/${name}/:job`),
      ]
    }),
  ]
}
