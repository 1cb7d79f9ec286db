import { OpenDpfError } from '@opendpf/errors'
import type { ModuleContext, RouteEnv, RouteKit } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { maskName, parseCertificateNumber, parseResidentId, todayIn } from '@opendpf/standards'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import type { output } from 'zod'
import { activities, attendedStates, type OpenSession, type SignIn, signInSchema } from '../../contract/index.js'

const { attendance, session } = activities.records
const { person } = persons.records
const mostSessions = 200

/**
 * Signing in: `GET /activities/sign-in-sessions` and `POST /activities/sign-ins`. Each number is looked up by its whole value; nobody who is
 * not named by a number is told.
 */
export function signInRoutes(kit: RouteKit): Hono<RouteEnv> {
  const routes = kit.router()
  routes.get('/sign-in-sessions', kit.can('activity.signIn'), async (c) =>
    c.json({ sessions: await c.var.transaction(openSessions) }),
  )
  routes.post('/sign-ins', kit.can('activity.signIn'), kit.body(signInSchema), async (c) => {
    const asked = c.req.valid('json')
    return c.json({ lines: await c.var.transaction((context) => signIn(asked, context)) })
  })
  return routes
}

async function openSessions({ db, clock }: ModuleContext): Promise<readonly OpenSession[]> {
  const { rows } = await sql<OpenSession>`
    select s.id, s.activity, a.title, s.held_on::text as "heldOn", s.starts_at as "startsAt", s.topic, coalesce(s.place, a.place) as place,
      s.person_times as "personTimes"
    from activities_session s join activities_activity a on a.id = s.activity
    where a.state = any(${attendedStates}::text[]) and s.held_on <= ${todayIn(clock)}::date
    order by s.held_on desc, s.starts_at desc nulls last, s.id limit ${mostSessions}`.execute(db)
  return rows
}

async function signIn(asked: output<typeof signInSchema>, context: ModuleContext): Promise<readonly SignIn[]> {
  const { read, write } = context
  if (!(await read.one(session, asked.session))) throw new OpenDpfError('not-found')
  const numbers = asked.numbers.map((text) => idNumberIn(text, context.today))
  const found = await read.byExact(
    person,
    'idNumber',
    numbers.filter((number) => number !== undefined),
  )
  const people = numbers.map((number) => (number === undefined ? undefined : found.get(number)?.[0]))
  const ids = [...new Set(people.flatMap((row) => (row ? [row.id] : [])))]
  const here = new Set(
    (await read.many(attendance, { session: asked.session, person: ids }, { limit: ids.length + 1 })).map(
      (row) => row.person,
    ),
  )
  const lines = numbers.map((number, place): SignIn & { readonly id?: string } => {
    const row = people[place]
    if (number === undefined) return { outcome: 'unreadable' }
    if (!row) return { outcome: 'unknown' }
    const name = maskName(row.name)
    if (here.has(row.id)) return { outcome: 'already', name }
    here.add(row.id)
    return { outcome: 'signed-in', name, id: row.id }
  })
  const { session: at, part, manner } = asked
  const signed = lines.flatMap(({ id }) => (id === undefined ? [] : [{ session: at, part, manner, person: id }]))
  if (signed.length > 0) await write.createMany(attendance, signed)
  return lines.map(({ outcome, name }) => ({ outcome, ...(name === undefined ? {} : { name }) }))
}

/** An ID number, or the one that a certificate number begins with. */
function idNumberIn(text: string, today: string): string | undefined {
  const id = parseResidentId(text, { today })
  if (id.ok) return id.value.number
  const certificate = parseCertificateNumber(text, { today })
  return certificate.ok ? certificate.value.residentId.number : undefined
}
