import type { PublicOperation } from '@opendpf/kit/server'
import type { Locale } from '@opendpf/messages'
import * as z from 'zod'

type Json = Readonly<Record<string, unknown>>

/** The public routes of a module: they ask for no sign-in, and all stand under one tag. */
export function publicPaths(module: string, operations: readonly PublicOperation[], locale: Locale): Json {
  const byPath = Map.groupBy(operations, ({ path }) => `/api/v1/${module}/public${path}`)
  return Object.fromEntries(
    [...byPath].map(([path, all]) => [
      path,
      Object.fromEntries(all.map((one) => [one.method, operationOf(module, one, locale)])),
    ]),
  )
}

function operationOf(
  module: string,
  { path, name, summary, query = {}, body, answers }: PublicOperation,
  locale: Locale,
): Json {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => ({
    name: parameter,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const inQuery = Object.entries(query).map(([parameter, says]) => ({
    name: parameter,
    in: 'query',
    description: says[locale],
    schema: { type: 'string' },
  }))
  return {
    tags: [publicTag],
    operationId: `${module}.public.${name}`,
    summary: summary[locale],
    // an empty list: whoever asks has no account
    security: [],
    parameters: [...inPath, ...inQuery],
    ...(body
      ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } } }
      : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, answer]) => [status, { description: 'ok', content: contentOf(answer) }]),
      ),
      default: { $ref: '#/components/responses/Problem' },
    },
  }
}

/** The tag under which what is public stands. */
export const publicTag = 'public'

function contentOf(answer: PublicOperation['answers'][number]): Json {
  if ('mediaType' in answer) return { [answer.mediaType]: { schema: { type: 'string' } } }
  return { 'application/json': { schema: schemaOf(answer, 'output') } }
}

function schemaOf(schema: z.core.$ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io })
  return json
}
