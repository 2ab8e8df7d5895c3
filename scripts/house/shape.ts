// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Finding, isTest, type Source } from './source.ts'

const longest = 350
const longestOfNineInTen = 180

/** Rules for every source file: header, size, comments, no hidden layers. */
export function checkShape(sources: readonly Source[]): Finding[] {
  return [...sources.flatMap(fileRules), ...ninetiethPercentile(sources), ...inheritance(production(sources))]
}

/** Lines of the production files of src: how many files, the median and the 90th percentile. */
export function measure(sources: readonly Source[]): { files: number; median: number; ninetieth: number } {
  const lengths = production(sources)
    .map(({ lines }) => lines.length)
    .toSorted((a, b) => a - b)
  const at = (share: number) => lengths[Math.max(0, Math.ceil(lengths.length * share) - 1)] ?? 0
  return { files: lengths.length, median: at(0.5), ninetieth: at(0.9) }
}

const production = (sources: readonly Source[]) =>
  sources.filter((source) => source.path.startsWith('src/') && !isTest(source))

function fileRules(source: Source): Finding[] {
  const found = [...header(source), ...size(source)]
  if (!source.path.startsWith('src/') || isTest(source)) return found
  return [...found, ...barrel(source), ...sql(source), ...words(source)]
}

function header({ path, lines }: Source): Finding[] {
  if (lines.slice(0, 2).some((line) => line.includes('SPDX-License-Identifier: AGPL-3.0-or-later'))) return []
  return [{ rule: 'header', path, line: 1, message: 'begin with SPDX-License-Identifier: AGPL-3.0-or-later' }]
}

function size({ path, lines }: Source): Finding[] {
  if (lines.length <= longest) return []
  return [{ rule: 'size', path, line: longest, message: `${lines.length} lines: at most ${longest}` }]
}

function ninetiethPercentile(sources: readonly Source[]): Finding[] {
  const { ninetieth } = measure(sources)
  if (ninetieth <= longestOfNineInTen) return []
  const message = `nine files in ten have at most ${longestOfNineInTen} lines: the 90th percentile is ${ninetieth}`
  return [{ rule: 'percentile', path: 'src', line: 1, message }]
}

function barrel({ path, text }: Source): Finding[] {
  if (path.endsWith('/index.ts')) return []
  const statements = text
    .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    .replace(/^import\s[^']*'[^']+'$/gm, '')
    .trim()
  const others = statements.replace(/^export\s+(type\s+)?(\*|\{[^}]*\})[^']*'[^']+'$/gm, '').trim()
  if (statements === '' || others !== '') return []
  return [{ rule: 'barrel', path, line: 1, message: 'only an index.ts may do nothing but re-export' }]
}

/** Classes extend what the language or a library gives; never a class of ours. */
function inheritance(sources: readonly Source[]): Finding[] {
  const ours = new Set(sources.flatMap((source) => search(source, /\bclass (\w+)/).map(({ match }) => match[1])))
  return sources.flatMap((source) =>
    search(source, /\bclass\b.* extends (\w+)/)
      .filter(({ match }) => ours.has(match[1]))
      .map(({ path, line, match }) => {
        return {
          rule: 'inheritance',
          path,
          line,
          message: `no base classes: compose, instead of extending ${match[1]}`,
        }
      }),
  )
}

function sql(source: Source): Finding[] {
  if (/[/-]store\.ts$/.test(source.path) || source.path.startsWith('src/platform/db/')) return []
  const message = 'only store.ts and platform/db know SQL'
  return search(source, /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\bsql`/).map(({ path, line }) => {
    return { rule: 'sql', path, line, message }
  })
}

/** Exported functions, types and classes of more than one line have a comment. Pages and views need none. */
function words({ path, lines }: Source): Finding[] {
  if (!/^src\/(kernel|platform|features)\/.*\.ts$/.test(path)) return []
  return lines.flatMap((text, index) => {
    const declared = /^export (?:default )?(?:async )?(?:function\*?|class|type|interface) (\w+)/.exec(text)
    const arrow = /^export const (\w+)(?:: [^=]+)? = (?:async )?(?:<[^>]*>)?\(.*(?:=>|[(,{]$)/.exec(text)
    const exported = (declared ?? arrow)?.[1]
    const goesOn = /^[\s})|\]]/.test(lines[index + 1] ?? '')
    if (!exported || !goesOn || lines[index - 1]?.trim().endsWith('*/')) return []
    const message = `${exported}: say what it is, in a comment above`
    return [{ rule: 'words', path, line: index + 1, message }]
  })
}

type Hit = { readonly path: string; readonly line: number; readonly match: RegExpExecArray }

/** First match of each line that is not a comment. */
function search({ path, lines }: Source, pattern: RegExp): Hit[] {
  return lines.flatMap((text, index): Hit[] => {
    const match = /^\s*(\/\/|\/?\*)/.test(text) ? null : pattern.exec(text)
    return match ? [{ path, line: index + 1, match }] : []
  })
}
