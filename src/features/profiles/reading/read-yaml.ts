// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml'
import { invalidProfile, type Problem, tooLarge } from '../../../kernel/errors.ts'
import { excerpt, type Finding, type Path, pathInWords, type Source } from './source.ts'
import { syntaxProblem } from './syntax.ts'

/** More nodes than any plan has, and still parsed in seconds. */
const mostTokens = 500_000

/** How often anchors may be used: enough for one on every line, but not for a chain that multiplies. */
const mostAliases = 1000

/**
 * Reads YAML, or JSON, which is YAML too. Empty values are `null`.
 * @throws {TimoneError} `too-large`, or `invalid-profile` with every syntax error and its line and column.
 */
export function readYaml(text: string, name: string): Source {
  let tokens = 0
  for (const _ of new Lexer().lex(text)) if (++tokens > mostTokens) throw tooLarge(name, 'mezzo milione di elementi')
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    // The library's own check compares each key with all others; `forbidden` needs one pass.
    uniqueKeys: false,
  })
  const placeAt = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return `${name}:${line}:${col}`
  }
  const faults = [
    ...document.errors.map(({ code, pos }) => ({ offset: pos[0], ...syntaxProblem(code) })),
    ...forbidden(document),
  ]
  if (faults.length > 0) throw invalidProfile(name, inOrder(faults, placeAt))
  const data = toData(document, name)
  const offsetOf = ({ path, at }: Finding) => startOf(document, path, at)
  return {
    name,
    data,
    locate: (findings) =>
      inOrder(
        findings.map((finding) => ({ ...finding, offset: offsetOf(finding) })),
        placeAt,
        ({ path }) => (path.length === 0 ? '' : ` (${pathInWords(path, data)})`),
      ),
    spelling: (path) => {
      const node = nodeAt(document, path)
      return isScalar(node) ? node.source : undefined
    },
  }
}

type Fault = Omit<Problem, 'place'> & { readonly offset: number }

const inOrder = <F extends Fault>(faults: readonly F[], placeAt: (offset: number) => string, where = (_: F) => '') =>
  faults
    .toSorted((a, b) => a.offset - b.offset)
    .map((fault): Problem => {
      const { message, remedy, offset } = fault
      return { place: `${placeAt(offset)}${where(fault)}`, message, ...(remedy && { remedy }) }
    })

/** Things that YAML allows and a profile does not: tags, and repeated keys. */
function forbidden(document: Document.Parsed): Fault[] {
  const faults: Fault[] = []
  visit(document, {
    Node(_, node) {
      if (node.tag === undefined) return
      faults.push({
        offset: node.range?.[0] ?? 0,
        message: `etichetta YAML «${excerpt(node.tag)}» non ammessa`,
        remedy: 'togliere la parola che comincia con il punto esclamativo',
      })
    },
    Map(_, { items }) {
      const seen = new Set<unknown>()
      for (const { key } of items) {
        if (!isScalar(key)) continue
        if (seen.has(key.value)) {
          faults.push({
            offset: key.range?.[0] ?? 0,
            message: `la chiave «${excerpt(String(key.value))}» compare due volte`,
            remedy: 'tenerne una sola',
          })
        }
        seen.add(key.value)
      }
    },
  })
  return faults
}

function toData(document: Document.Parsed, name: string): unknown {
  try {
    return document.toJS({ maxAliasCount: mostAliases })
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    throw invalidProfile(name, [
      {
        place: name,
        message: 'i rimandi YAML (& e *) sono sbagliati o troppi',
        remedy: 'scrivere per esteso i valori ripetuti',
      },
    ])
  }
}

/** The node at a path, or the nearest one above it that exists. */
function nodeAt(document: Document.Parsed, path: Path): Node | undefined {
  let node: Node | null | undefined = document.contents
  for (const step of path) {
    const container: Node | undefined = isAlias(node) ? node.resolve(document) : (node ?? undefined)
    const next: unknown = isMap(container) || isSeq(container) ? container.get(step, true) : undefined
    if (next === undefined) return node ?? undefined
    node = next as Node
  }
  return node ?? undefined
}

/** The position to report: the key when the key is wrong or its value is empty. */
function startOf(document: Document.Parsed, path: Path, at: 'key' | undefined): number {
  const parent = nodeAt(document, path.slice(0, -1))
  const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined
  const node = pair && (at === 'key' || isEmpty(pair.value)) ? pair.key : nodeAt(document, path)
  return (isNode(node) ? node.range?.[0] : undefined) ?? 0
}

const isEmpty = (value: unknown): boolean => value === null || (isScalar(value) && value.value === null)
