// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Problem, renderingFailed, type TimoneError } from '../../../kernel/errors.ts'
import type { DocumentModel } from '../model.ts'
import { findPlace } from './find-place.ts'

/**
 * Explains to a person why Typst refused a document.
 * @param diagnostics what the compiler or an export said, in English, possibly several errors in one text
 * @returns `rendering-failed`, with the place of each character or text that cannot be printed
 */
export function explainFailure(model: DocumentModel, diagnostics: readonly string[]): TimoneError {
  const problems = diagnostics.flatMap(messagesIn).map((message) => explain(model, message))
  return renderingFailed('ha contenuti che non si possono stampare', problems)
}

function explain(model: DocumentModel, message: string): Problem {
  const [, missing, refused] = /text `"(.*)"` could not be|contains the codepoint `"(.*)"`/s.exec(message) ?? []
  const text = missing ?? refused
  if (text !== undefined) return unprintable(model, unescapeRust(text))
  const known = knownCauses.find(({ pattern }) => pattern.test(message))
  const place = (known?.wanted && findPlace(model, known.wanted)) ?? 'documento'
  if (known === undefined) return { place, message: `Typst: ${message}` }
  return { place, message: known.message, remedy: known.remedy }
}

function unprintable(model: DocumentModel, text: string): Problem {
  const codePoints = Array.from(text, (character) => `U+${hexadecimal(character)}`).join(' ')
  const name = /\p{C}/u.test(text) ? codePoints : `«${text}» (${codePoints})`
  return {
    place: findPlace(model, (candidate) => candidate.includes(text)) ?? 'documento',
    message: `il carattere ${name} manca dai caratteri tipografici del documento`,
    remedy: 'toglierlo, o scriverlo con lettere e segni comuni',
  }
}

const hexadecimal = (character: string): string =>
  (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')

type KnownCause = {
  readonly pattern: RegExp
  readonly message: string
  readonly remedy: string
  /** Finds the text at fault. */
  readonly wanted?: (text: string) => boolean
}

const knownCauses: readonly KnownCause[] = [
  {
    pattern: /recursion limit/,
    message: 'elenchi o citazioni sono annidati troppo a fondo',
    remedy: 'ridurre i livelli: venti bastano a ogni testo',
  },
  {
    pattern: /hex escape|surrogate/,
    message: 'il testo contiene mezzo carattere (un surrogato UTF-16 isolato)',
    remedy: 'riscrivere il testo in quel punto',
    wanted: (text) => !text.isWellFormed(),
  },
  {
    pattern: /missing alt text/,
    message: 'una figura non ha testo alternativo',
    remedy: 'scrivere che cosa mostra la figura',
  },
  { pattern: /heading title is empty/, message: 'una sezione non ha titolo', remedy: 'dare un titolo a ogni sezione' },
  {
    pattern: /unknown font family/,
    message: 'i caratteri tipografici dei documenti non sono installati',
    remedy: 'reinstallare Timone (npm ci)',
  },
  { pattern: /failed to parse SVG/, message: 'una figura non è un SVG valido', remedy: 'rifare la figura' },
]

/** An export's errors come as one text in Rust's debug notation: `[SourceDiagnostic { …, message: "…", … }]`. */
function messagesIn(text: string): string[] {
  const found = [...text.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, message = '']) => unescapeRust(message))
  return found.length > 0 ? found : [text]
}

/** `\"` → `"`, `\u{f0b7}` → the character, and the like. */
const unescapeRust = (text: string): string =>
  text.replace(/\\(?:u\{([0-9a-f]+)\}|(.))/gs, (_, code: string | undefined, character: string) =>
    code === undefined ? (controls[character] ?? character) : String.fromCodePoint(Number.parseInt(code, 16)),
  )

const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0' }
