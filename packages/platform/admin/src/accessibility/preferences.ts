/** How a person wants pages to look and speak; kept in the browser, applied as attributes of the root element. */
export interface Preferences {
  readonly text: 'standard' | 'large' | 'extra'
  readonly contrast: 'standard' | 'high'
  readonly isLargePointer: boolean
  readonly isCalm: boolean
  readonly isReadAloud: boolean
}

/** What everybody starts with. */
export const standardPreferences: Preferences = {
  text: 'standard',
  contrast: 'standard',
  isLargePointer: false,
  isCalm: false,
  isReadAloud: false,
}

/** Where they are kept. */
export const preferencesKey = 'opendpf.accessibility'

/** Reads what was kept; anything that is not understood is the standard. */
export function readPreferences(storage: Pick<Storage, 'getItem'>): Preferences {
  try {
    const kept = JSON.parse(storage.getItem(preferencesKey) ?? '{}') as Partial<Preferences>
    return {
      text: kept.text === 'large' || kept.text === 'extra' ? kept.text : 'standard',
      contrast: kept.contrast === 'high' ? 'high' : 'standard',
      isLargePointer: kept.isLargePointer === true,
      isCalm: kept.isCalm === true,
      isReadAloud: kept.isReadAloud === true,
    }
  } catch {
    return standardPreferences
  }
}

/** Shows pages as wanted. The style sheet reads the attributes; no script rewrites what is on the page. */
export function applyPreferences(root: HTMLElement, preferences: Preferences): void {
  const attributes: Readonly<Record<string, string | undefined>> = {
    'data-text': preferences.text === 'standard' ? undefined : preferences.text,
    'data-contrast': preferences.contrast === 'standard' ? undefined : preferences.contrast,
    'data-pointer': preferences.isLargePointer ? 'large' : undefined,
    'data-motion': preferences.isCalm ? 'calm' : undefined,
  }
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) root.removeAttribute(name)
    else root.setAttribute(name, value)
  }
}
