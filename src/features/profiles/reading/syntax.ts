// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ErrorCode } from 'yaml'
import type { Problem } from '../../../kernel/errors.ts'

const indentation = {
  message: 'rientro sbagliato',
  remedy: 'allineare la riga con quelle dello stesso livello, con spazi e non tabulazioni',
}
const quotes = {
  message: 'testo fra virgolette malformato',
  remedy: 'chiudere le virgolette; dentro "…" scrivere \\\\ per \\',
}
const colon = {
  message: 'due punti o altro segno che YAML intende come struttura',
  remedy: "mettere il testo fra virgolette ('…') o sotto la chiave dopo |",
}
const tagOrAnchor = {
  message: 'segno YAML (&, * o !) fuori posto',
  remedy: 'toglierlo, o mettere il testo fra virgolette',
}

/** The message for each syntax error of YAML, and what to do. */
const faults: Record<ErrorCode, Omit<Problem, 'place'>> = {
  ALIAS_PROPS: tagOrAnchor,
  BAD_ALIAS: tagOrAnchor,
  BAD_COLLECTION_TYPE: tagOrAnchor,
  BAD_DIRECTIVE: { message: 'riga che comincia con %', remedy: 'toglierla, o mettere il testo fra virgolette' },
  BAD_DQ_ESCAPE: quotes,
  BAD_INDENT: indentation,
  BAD_PROP_ORDER: tagOrAnchor,
  BAD_SCALAR_START: {
    message: 'un testo non può cominciare con questo carattere',
    remedy: "mettere il testo fra virgolette: '…'",
  },
  BLOCK_AS_IMPLICIT_KEY: colon,
  BLOCK_IN_FLOW: colon,
  DUPLICATE_KEY: { message: 'la stessa chiave compare due volte', remedy: 'tenerne una sola' },
  IMPOSSIBLE: { message: 'riga incomprensibile', remedy: 'controllare rientri e virgolette' },
  KEY_OVER_1024_CHARS: { message: 'chiave troppo lunga', remedy: 'controllare i due punti della riga' },
  MISSING_CHAR: {
    message: 'manca un segno (virgolette, parentesi o due punti)',
    remedy: 'chiudere quel che si è aperto',
  },
  MULTILINE_IMPLICIT_KEY: colon,
  MULTIPLE_ANCHORS: tagOrAnchor,
  MULTIPLE_DOCS: { message: 'il file contiene più documenti', remedy: 'un profilo per file: togliere le righe ---' },
  MULTIPLE_TAGS: tagOrAnchor,
  NON_STRING_KEY: { message: 'la chiave non è una parola', remedy: 'controllare i due punti e i trattini della riga' },
  RESOURCE_EXHAUSTION: { message: 'troppi livelli, uno dentro l’altro', remedy: 'controllare i rientri' },
  TAB_AS_INDENT: indentation,
  TAG_RESOLVE_FAILED: tagOrAnchor,
  UNEXPECTED_TOKEN: { message: 'segno inatteso', remedy: 'controllare la riga, o mettere il testo fra virgolette' },
}

export const syntaxProblem = (code: ErrorCode): Omit<Problem, 'place'> => faults[code]
