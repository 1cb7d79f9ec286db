import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from '@opendpf/bootstrap/workspace'
import { expect, test } from 'vitest'

const documents = globSync('**/*.md', {
  cwd: ROOT,
  exclude: (name) => /^(node_modules|dist|\.turbo|\.git|data)$/.test(name),
})

test('there are documents to look at', () => {
  expect(documents.length).toBeGreaterThan(20)
})

test.each(documents)('the links of %s lead somewhere', (document) => {
  expect(brokenLinks(document, readFileSync(join(ROOT, document), 'utf8'))).toEqual([])
})

test('a link that leads nowhere is found', () => {
  expect(brokenLinks('README.md', '[x](nowhere.md) [y](CONTRIBUTING.md#no-such-heading) [z](LICENSE)')).toEqual([
    'nowhere.md',
    'CONTRIBUTING.md#no-such-heading',
  ])
})

test('the two READMEs have the same sections and the same links', () => {
  const [en, zh] = ['README.md', 'README.zh-CN.md'].map((name) => readFileSync(join(ROOT, name), 'utf8'))
  const shape = (text = '') => ({
    headings: [...text.matchAll(/^#+ /gm)].length,
    links: links(text)
      .filter((link) => !link.startsWith('README'))
      .sort(),
  })
  expect(shape(zh)).toEqual(shape(en))
})

/** Links within the repository that lead to no file, or to no heading of a page. */
function brokenLinks(document: string, text: string): readonly string[] {
  return links(text).filter((link) => {
    const [path = '', anchor] = link.split('#')
    const file = path === '' ? join(ROOT, document) : join(ROOT, dirname(document), decodeURI(path))
    if (!existsSync(file)) return true
    return anchor !== undefined && file.endsWith('.md') && !anchors(readFileSync(file, 'utf8')).includes(anchor)
  })
}

function links(text: string): string[] {
  const prose = text.replaceAll(/```[\s\S]*?```/g, '').replaceAll(/`[^`\n]*`/g, '')
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) => (/^[a-z]+:/.test(link) ? [] : [link]))
}

/** The names under which a page's headings can be linked to. */
function anchors(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  )
}
