import { CheckboxGroup, useAdmin, useLocale, useModuleText } from '@opendpf/admin'
import type { WidgetInput } from '@opendpf/kit/admin'
import { access } from '../contract/index.js'
import { patternTitle, permissionsByModule, permissionTitle } from './permission-titles.js'

/** Chooses permissions module by module; wildcards that are there already can be taken away. */
export function PatternsInput({ id, value, onChange, describedBy }: WidgetInput) {
  const { registry } = useAdmin()
  const locale = useLocale()
  const say = useModuleText(access.id)
  const chosen = Array.isArray(value) ? value.map(String) : []
  const wildcards = chosen.filter((pattern) => pattern.includes('*'))
  const replace = (among: readonly string[], next: readonly string[]) => {
    const patterns = [...chosen.filter((pattern) => !among.includes(pattern)), ...next]
    onChange(patterns.length > 0 ? patterns : null)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: the field around it is the fieldset; this is what its error summary leads to
    <div id={id} tabIndex={-1} role="group" aria-describedby={describedBy}>
      {wildcards.length > 0 && (
        <CheckboxGroup
          id={`${id}-wildcards`}
          label={say('permissions.patterns')}
          value={wildcards}
          options={wildcards.map((pattern) => ({
            value: pattern,
            label: patternTitle(registry, locale, {
              pattern,
              everyModule: say('permissions.everyModule'),
              everything: say('permissions.everything'),
            }),
          }))}
          onChange={(next) => replace(wildcards, next)}
        />
      )}
      {permissionsByModule(registry).map(({ module, permissions }) => {
        const here = chosen.filter((pattern) => permissions.includes(pattern))
        const title = registry.text(module, locale, 'title')
        return (
          <details key={module}>
            <summary>
              {title} {here.length > 0 && say('permissions.chosen', { count: here.length })}
            </summary>
            <CheckboxGroup
              id={`${id}-${module}`}
              label={title}
              value={here}
              options={permissions.map((permission) => ({
                value: permission,
                label: permissionTitle(registry, locale, permission),
              }))}
              onChange={(next) => replace(here, next)}
            />
          </details>
        )
      })}
    </div>
  )
}
