// Lets a plain Node run the sources: the workspace imports `./x.js` where the file is `x.ts`.
import { registerHooks } from 'node:module'

registerHooks({
  resolve(specifier, context, next) {
    const isSource = specifier.startsWith('.') && specifier.endsWith('.js') && context.parentURL?.endsWith('.ts')
    return next(isSource ? specifier.replace(/\.js$/, '.ts') : specifier, context)
  },
})
