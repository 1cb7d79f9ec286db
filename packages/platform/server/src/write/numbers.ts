import type { Session } from '@opendpf/database'
import { OpenDpfError } from '@opendpf/errors'
import type { PlacedRecord } from '@opendpf/kit'
import { fieldsOf } from '@opendpf/kit'
import type { Row } from '../platform/codec.js'
import type { Crypto } from '../platform/crypto.js'
import type { Pending, Speech } from './draft.js'

interface Number {
  readonly field: string
  readonly key: string
  readonly id: string
  readonly county: string
  readonly town: string | null
  readonly division: string | null
  readonly is_unique: boolean
}

/**
 * Refuses numbers that another row has already, anywhere in the deployment or earlier in the same batch: the number of somebody
 * registered in another county is taken too, though its row is not seen. One query per unique field.
 */
export async function refuseTaken(
  record: PlacedRecord,
  pending: readonly Pending[],
  tools: { readonly session: Session; readonly crypto: Crypto; readonly speech: Speech },
): Promise<void> {
  for (const { name, meta } of fieldsOf(record)) {
    if (!meta.isUnique) continue
    const field = `${record.ref}.${name}`
    const wanted = pending.flatMap((item) => {
      const value = (item.draft.values as Row)[name]
      return typeof value === 'string' && item.before?.[name] !== value
        ? [{ item, key: tools.crypto.blind(field, value) }]
        : []
    })
    if (wanted.length === 0) continue
    const rows = await tools.session.query<{ key: string; id: string }>({
      name: 'numbers-taken',
      text: 'select key, id from numbers_taken($1, $2::text[])',
      values: [field, wanted.map(({ key }) => key)],
    })
    const owners = new Map(rows.map(({ key, id }) => [key, id]))
    for (const { item, key } of wanted) {
      const owner = owners.get(key)
      if (owner !== undefined && owner !== item.id) item.problems.push(tools.speech.own(record, name, 'duplicate'))
      else owners.set(key, item.id)
    }
  }
}

/** Where numbers of every record are looked up. */
export const numberTable = 'number_lookup'

/** Brings the look-up table in line with rows that were written; does not wait for it. Answers how many numbers it puts there. */
export function writeNumbers(
  session: Session,
  record: PlacedRecord,
  changes: readonly { readonly before: Row | undefined; readonly row: Row | undefined }[],
  tools: { readonly crypto: Crypto; readonly speech: Speech },
): number {
  const { crypto, speech } = tools
  const fields = fieldsOf(record).filter(({ meta }) => meta.storage === 'exact')
  if (fields.length === 0) return 0
  const moved = changes.filter(
    ({ before, row }) =>
      before === undefined ||
      row === undefined ||
      before.division !== row.division ||
      fields.some(({ name }) => before[name] !== row[name]),
  )
  const gone = moved.flatMap(({ before }) => (before ? [before.id] : []))
  if (gone.length > 0)
    session.send({
      name: 'numbers-remove',
      text: 'delete from number_lookup where id = any($1::text[])',
      values: [gone],
    })
  const numbers: Number[] = moved.flatMap(({ row }) =>
    row === undefined
      ? []
      : fields.flatMap(({ name, meta }) =>
          row[name] === null || row[name] === undefined
            ? []
            : [
                {
                  field: `${record.ref}.${name}`,
                  key: crypto.blind(`${record.ref}.${name}`, String(row[name])),
                  id: row.id,
                  county: row.county ?? '000000',
                  town: row.town,
                  division: row.division,
                  is_unique: meta.isUnique === true,
                },
              ],
        ),
  )
  if (numbers.length === 0) return 0
  const text = 'insert into number_lookup select * from jsonb_populate_recordset(null::number_lookup, $1::jsonb)'
  session.send({ name: 'numbers-insert', text, values: [JSON.stringify(numbers)] }, (error) =>
    takenMeanwhile(error, { record, numbers, speech }),
  )
  return numbers.length
}

/**
 * Two writers registered one number at the same moment: the check of the second came before the commit of the first. The database does
 * not say which number it was, because row security hides the other row; one field is named, several are not.
 */
function takenMeanwhile(
  error: unknown,
  {
    record,
    numbers,
    speech,
  }: { readonly record: PlacedRecord; readonly numbers: readonly Number[]; readonly speech: Speech },
): unknown {
  const { code, constraint } = error as { readonly code?: string; readonly constraint?: string }
  if (code !== '23505' || constraint !== 'number_lookup_unique') return error
  const fields = new Set(
    numbers.flatMap(({ field, is_unique }) => (is_unique ? [field.slice(record.ref.length + 1)] : [])),
  )
  const [field = ''] = fields
  if (fields.size > 1) return error
  return new OpenDpfError('duplicate', {
    params: { what: speech.label(record, field) },
    fields: [speech.own(record, field, 'duplicate')],
    cause: error,
  })
}
