import type { Page } from '@playwright/test'

/** One node of Chromium's accessibility tree: what a screen reader is told. */
export interface AxNode {
  readonly role: string
  readonly name: string
  readonly description: string
  readonly value: string
  readonly properties: Readonly<Record<string, unknown>>
}

interface RawValue {
  readonly value?: unknown
}

interface RawNode {
  readonly ignored: boolean
  readonly role?: RawValue
  readonly name?: RawValue
  readonly description?: RawValue
  readonly value?: RawValue
  readonly properties?: readonly { readonly name: string; readonly value: RawValue }[]
}

/** The whole tree of a page, without what is not exposed. */
export async function accessibilityTree(page: Page): Promise<readonly AxNode[]> {
  const session = await page.context().newCDPSession(page)
  try {
    const { nodes } = await session.send('Accessibility.getFullAXTree')
    return (nodes as readonly RawNode[]).filter((node) => !node.ignored).map(read)
  } finally {
    await session.detach()
  }
}

/** What is told about the element that has the focus. */
export async function focusedNode(page: Page): Promise<AxNode> {
  const session = await page.context().newCDPSession(page)
  try {
    const { result } = await session.send('Runtime.evaluate', { expression: 'document.activeElement' })
    const { nodes } = await session.send('Accessibility.getPartialAXTree', {
      ...(result.objectId === undefined ? {} : { objectId: result.objectId }),
      fetchRelatives: false,
    })
    const [node] = nodes as readonly RawNode[]
    return read(node ?? { ignored: true })
  } finally {
    await session.detach()
  }
}

function read(node: RawNode): AxNode {
  const text = (part: RawValue | undefined) => (part?.value === undefined ? '' : String(part.value))
  return {
    role: text(node.role),
    name: text(node.name),
    description: text(node.description),
    value: text(node.value),
    properties: Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value])),
  }
}
