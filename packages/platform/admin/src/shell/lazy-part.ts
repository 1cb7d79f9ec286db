import type { Lazy } from '@opendpf/kit/admin'
import type { ComponentType } from 'react'
import { lazy } from 'react'

const made = new WeakMap<object, unknown>()

/** A part of a module as a component; made once, or React would load and mount it anew with every drawing. */
export function lazyPart<Props>(load: Lazy<Props>): ComponentType<Props> {
  const part =
    (made.get(load) as ComponentType<Props> | undefined) ??
    (lazy(load as Lazy<object>) as unknown as ComponentType<Props>)
  made.set(load, part)
  return part
}
