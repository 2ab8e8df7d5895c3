// SPDX-License-Identifier: AGPL-3.0-or-later

/** The names of the `:parameters` of a pattern: `/enti/:slug/piano/:triennium` → `'slug' | 'triennium'`. */
export type ParameterNames<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParameterNames<`/${Rest}`>
  : Pattern extends `${string}:${infer Name}`
    ? Name
    : never

/** An address of the site: its pattern for the router, and the function that writes a link to it. */
export type Path<Pattern extends string> = {
  readonly pattern: Pattern
  /** Parameters and query values are encoded; query values that are undefined are left out. */
  (parameters: Record<ParameterNames<Pattern>, string>, query?: Readonly<Record<string, string | undefined>>): string
}

/** `path('/enti/:slug')({ slug: 'vallechiara' })` → `/enti/vallechiara`. A missing parameter does not compile. */
export function path<const Pattern extends string>(pattern: Pattern): Path<Pattern> {
  const link: (...args: Parameters<Path<Pattern>>) => string = (parameters, query = {}) => {
    const values: Readonly<Record<string, string>> = parameters
    const address = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''))
    const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined)
    return given.length === 0 ? address : `${address}?${new URLSearchParams(given)}`
  }
  return Object.assign(link, { pattern })
}
