import { Notice, Section, useModuleText } from '@opendpf/admin'
import { activities, type SignIn } from '../contract/index.js'

/** What became of the numbers: of one a sentence, of many a line for each. */
export function SignInResults({ lines }: { readonly lines: readonly SignIn[] }) {
  const say = useModuleText(activities.id)
  const sentence = ({ outcome, name }: SignIn) => say(`signIn.${outcome}`, { name: name ?? '' })
  const [only] = lines
  if (!only) return null
  if (lines.length === 1) return <Notice kind={kinds[only.outcome]}>{sentence(only)}</Notice>
  return (
    <Section title={say('signIn.results')}>
      <ol>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells one line from another
          <li key={index}>{sentence(line)}</li>
        ))}
      </ol>
    </Section>
  )
}

const kinds = { 'signed-in': 'success', already: 'info', unknown: 'warning', unreadable: 'error' } as const
