import { QueryClient } from '@tanstack/react-query'
import { isPassing } from './problem.js'

/** The cache of what the server said: fresh for ten seconds, asked again only when the failure may pass by itself. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => isPassing(error) && count < 2,
      },
      mutations: { retry: false },
    },
  })
}
