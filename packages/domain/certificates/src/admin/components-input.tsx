import { Button, SelectField, useLocale, useModuleText } from '@opendpf/admin'
import type { WidgetInput } from '@opendpf/kit/admin'
import { type DisabilityComponent, disabilityCategories, disabilityGrades } from '@opendpf/standards'
import { bodyParts, certificates } from '../contract/index.js'

/** A line of the form: a part that is not chosen yet is empty. */
type Line = Readonly<Record<keyof DisabilityComponent, string>> & { readonly part?: string }

const empty: Line = { category: '', grade: '' }
const multiple = '7'
/** The category of which the part of the body is told. */
const physical = '4'
const mostLines = 6

/** The disabilities that a certificate is made of, one line each. Nothing filled in means: as the certificate number says. */
export function ComponentsInput({ id, value, onChange, describedBy, isInvalid }: WidgetInput) {
  const say = useModuleText(certificates.id)
  const locale = useLocale()
  const lines: readonly Line[] = Array.isArray(value) && value.length > 0 ? (value as readonly Line[]) : [empty]
  const word = (entry: { readonly zh: string; readonly en: string }) => (locale === 'en' ? entry.en : entry.zh)
  const change = (next: readonly Line[]) =>
    onChange(next.every((line) => line.category === '' && line.grade === '') ? null : next)
  const set = (at: number, part: keyof Line, code: string) =>
    change(lines.map((line, index) => (index === at ? withPart({ ...line, [part]: code }) : line)))
  return (
    <fieldset className="group" aria-describedby={describedBy} aria-invalid={isInvalid || undefined}>
      {lines.map((line, index) => {
        const own = index === 0 ? id : `${id}-${index}`
        const ordinal = say('certificate.components.item', { count: index + 1 })
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; two lines may say the same while one types
          <fieldset className="input-row" key={index}>
            <legend className="vh">{ordinal}</legend>
            <SelectField
              id={own}
              label={say('certificate.components.category')}
              value={line.category}
              onChange={(code) => set(index, 'category', code)}
              options={disabilityCategories.entries
                .filter(({ code }) => code !== multiple)
                .map((entry) => ({ value: entry.code, label: word(entry) }))}
            />
            <SelectField
              id={`${own}-grade`}
              label={say('certificate.components.grade')}
              value={line.grade}
              onChange={(code) => set(index, 'grade', code)}
              options={disabilityGrades.entries.map((entry) => ({ value: entry.code, label: word(entry) }))}
            />
            {line.category === physical && (
              <SelectField
                id={`${own}-part`}
                label={say('certificate.components.part')}
                value={line.part ?? ''}
                onChange={(code) => set(index, 'part', code)}
                options={bodyParts.entries.map((entry) => ({ value: entry.code, label: word(entry) }))}
              />
            )}
            {lines.length > 1 && (
              <Button
                look="plain"
                label={`${say('certificate.components.remove')}：${ordinal}`}
                onPress={() => change(lines.toSpliced(index, 1))}
              >
                {say('certificate.components.remove')}
              </Button>
            )}
          </fieldset>
        )
      })}
      {lines.length < mostLines && (
        <Button look="plain" onPress={() => onChange([...lines, empty])}>
          {say('certificate.components.add')}
        </Button>
      )}
    </fieldset>
  )
}

/** A part of the body belongs to a physical disability, and stands only where it was chosen. */
function withPart({ part, ...line }: Line): Line {
  return line.category !== physical || part === undefined || part === '' ? line : { ...line, part }
}
