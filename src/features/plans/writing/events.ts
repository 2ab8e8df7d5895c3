// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Triennium } from '../../../kernel/ids.ts'
import { plural } from '../../../kernel/text.ts'
import { declareEvents } from '../../audit/index.ts'

/** What the journal tells about writing. */
type WritingEvents = {
  /** A part of a plan was changed. Only the fields that changed are here, before and after. */
  readonly partChanged: {
    /** Absent for what is of the body; earlier versions named the plan that was being looked at. */
    readonly triennium?: Triennium
    /** `entry:CAP1.PA.01`, `narrative:introduction`, `spending`. */
    readonly part: string
    readonly revision: number
    readonly before: Readonly<Record<string, unknown>>
    readonly after: Readonly<Record<string, unknown>>
  }
  /** Entries carried over from another plan were reviewed and left as they are. */
  readonly carriedConfirmed: { readonly triennium: Triennium; readonly codes: readonly string[] }
  /** A text that the body's office uses again was added, changed, or taken away. */
  readonly phraseChanged: {
    readonly phrase: number
    readonly before: PhraseText | null
    readonly after: PhraseText | null
  }
}
type PhraseText = { readonly title: string; readonly markdown: string }

/** The events of writing, with their words. */
export const writingEvents = declareEvents<WritingEvents>({
  partChanged: {
    label: 'Modifiche',
    words({ triennium, part, before, after }, vocabulary) {
      const changes = Object.keys(after).map((field) => ({
        label: vocabulary.field(part, field),
        before: vocabulary.value(part, field, before[field]),
        after: vocabulary.value(part, field, after[field]),
      }))
      return {
        summary: `Ha modificato ${vocabulary.part(part)}${triennium ? ` del piano ${triennium}` : ''}: ${changes.map(changeWords).join('; ')}`,
        changes,
      }
    },
  },
  carriedConfirmed: {
    label: 'Schede riprese confermate',
    words: ({ triennium, codes }) => ({
      summary: `Ha confermato ${plural(codes.length, 'scheda ripresa', 'schede riprese')} nel piano ${triennium}`,
      facts: [['Schede', codes.join(', ')]],
    }),
  },
  phraseChanged: {
    label: 'Frasi',
    words: ({ before, after }) => ({
      summary: `${after ? (before ? 'Ha cambiato' : 'Ha aggiunto') : 'Ha eliminato'} la frase «${(after ?? before)?.title}»`,
      facts: [
        ['Prima', before?.markdown],
        ['Dopo', after?.markdown],
      ],
    }),
  },
})

type FieldChange = { readonly label: string; readonly before: string; readonly after: string }

/** A change in a sentence: short values are said, long texts only named. */
function changeWords({ label, before, after }: FieldChange): string {
  const name = label.charAt(0).toLowerCase() + label.slice(1)
  const short = [before, after].every((value) => value.length <= 40 && !value.includes('\n'))
  return short ? `${name} da ${before} a ${after}` : name
}
