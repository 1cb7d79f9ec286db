import type { Components } from '../../contract/components.js'

/** Category and grade that follow from the components: several categories are a multiple disability, and the most severe grade counts. */
export function conclusionOf(components: Components): {
  readonly category: string | undefined
  readonly grade: string | undefined
} {
  return {
    category: components.length > 1 ? '7' : components[0]?.category,
    grade: components.map((component) => component.grade).toSorted()[0],
  }
}
