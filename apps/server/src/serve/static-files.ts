import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.map': 'application/json',
}

interface StaticFile {
  readonly plain: Buffer<ArrayBuffer>
  readonly packed: Buffer<ArrayBuffer>
  readonly tag: string
}

const policy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"

/**
 * Serves the built web app. Its few files are read on first use, packed once and kept until
 * another build lies there; names with a hash may be kept by browsers for
 * ever. An address that is no file is a page of the app.
 */
export function staticFiles(folder: string): MiddlewareHandler {
  const files = new Map<string, Promise<StaticFile>>()
  let known: Promise<ReadonlySet<string>> = Promise.resolve(new Set())
  let build = ''

  /** The names of the present build; a new one is seen by its page, and forgets what was kept of the one before. */
  const look = async (): Promise<ReadonlySet<string>> => {
    const page = await stat(join(folder, 'index.html')).catch(() => undefined)
    const present = page === undefined ? '' : `${page.mtimeMs} ${page.size}`
    if (present !== build) {
      build = present
      files.clear()
      known = page === undefined ? Promise.resolve(new Set()) : listFiles(folder)
    }
    return known
  }

  return async (c, next) => {
    if ((c.req.method !== 'GET' && c.req.method !== 'HEAD') || c.req.path.startsWith('/api/')) return next()
    let names = await look()
    if (!names.has('/index.html')) return next()
    // a build may have written its page before its assets
    if (!names.has(c.req.path) && c.req.path.startsWith('/assets/')) {
      known = listFiles(folder)
      names = await known
    }
    const isFile = names.has(c.req.path)
    // an asset of an older build that is gone must not be answered with a page
    if (!isFile && c.req.path.startsWith('/assets/')) return c.notFound()
    const name = isFile ? c.req.path : '/index.html'
    const file = await (files.get(name) ?? keep(name))
    c.header('ETag', file.tag)
    c.header('Cache-Control', name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    c.header('Content-Security-Policy', policy)
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Referrer-Policy', 'same-origin')
    c.header('Vary', 'Accept-Encoding')
    if (c.req.header('if-none-match') === file.tag) return c.body(null, 304)
    c.header('Content-Type', types[extname(name)] ?? 'application/octet-stream')
    if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(file.plain)
    c.header('Content-Encoding', 'gzip')
    return c.body(file.packed)
  }

  function keep(name: string): Promise<StaticFile> {
    const file = readFile(join(folder, name)).then((plain) => ({
      plain: plain as Buffer<ArrayBuffer>,
      packed: gzipSync(plain) as Buffer<ArrayBuffer>,
      tag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    }))
    files.set(name, file)
    return file
  }
}

async function listFiles(folder: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return new Set(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`),
  )
}
