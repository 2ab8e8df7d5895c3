// SPDX-License-Identifier: AGPL-3.0-or-later
import { plural } from '../../../../../kernel/text.ts'
import { type FactsContent, factGroups, type KnownFact, whyKnown } from '../../../../administrations/index.ts'
import { type ActionLine, factsAsked, titleOf } from '../../../../catalogue/index.ts'
import { anyField, fieldNames, fieldWords, type RecordOwner, yesNo } from '../../../../records/index.ts'
import type { RecordSheet } from '../../editor/record-form.ts'
import { type FieldsProps, RecordField } from '../../editor/views/record-fields.tsx'
import type { FactsShown } from '../read-facts.ts'

type FactQuestionsProps = FieldsProps<FactsContent> & {
  readonly sheet: RecordSheet<FactsContent, FactsShown, RecordOwner>
}

type Name = keyof FactsContent

/** Where each question stands, and what people read there. */
const places = {
  open: { heading: 'Da dire', words: 'Ci sono linee che aspettano queste risposte.' },
  free: { heading: 'Si possono dire', words: 'Nessuna linea le aspetta, ma possono togliere o aggiungere linee.' },
  known: {
    heading: 'Note in partenza',
    words: 'Dipendono dal tipo di ente, dalla legge o da elenchi pubblici. Se per l’ente non è così, si corregge qui.',
  },
  said: { heading: 'Già dette', words: '' },
} as const
type Place = keyof typeof places

/** The questions to a body: what lines wait for first, then the others that decide lines; the rest is folded away. */
export function FactQuestions({ sheet, ...props }: FactQuestionsProps) {
  const { open, known } = sheet.more
  const decided = Map.groupBy(
    sheet.edition.lines.flatMap((line) =>
      [...factsAsked(line.addressees ?? {}, sheet.administration)].map((fact) => ({ fact, line })),
    ),
    ({ fact }) => fact,
  )
  const placeOf = (name: Name): Place | 'idle' => {
    if (open.has(name)) return 'open'
    if (!decided.has(name) && name !== 'population') return 'idle'
    if (name !== 'population' && known.has(name)) return 'known'
    return sheet.content?.[name] === undefined ? 'free' : 'said'
  }
  const byPlace = Map.groupBy(fieldNames(props.kind.fields), placeOf)
  const question = (name: Name) => (
    <Question
      key={name}
      {...props}
      name={name}
      known={name === 'population' ? undefined : known.get(name)}
      lines={decided.get(name)?.map(({ line }) => line) ?? []}
    />
  )
  const idle = byPlace.get('idle') ?? []
  return (
    <>
      {(Object.keys(places) as Place[]).map((place) => {
        const names = byPlace.get(place) ?? []
        if (names.length === 0) return null
        const { heading, words } = places[place]
        return (
          <section key={place} aria-labelledby={`domande-${place}`}>
            <h2 id={`domande-${place}`}>
              {heading}: {plural(names.length, 'domanda', 'domande')}
            </h2>
            {words && <p>{words}</p>}
            {[...Map.groupBy(names, (name) => groupOf(props, name))].map(([group, inGroup]) => (
              <div key={group}>
                <h3 class="h6">{group}</h3>
                {inGroup.map(question)}
              </div>
            ))}
          </section>
        )
      })}
      {idle.length > 0 && (
        <details class="t-details">
          <summary>
            {plural(idle.length, 'domanda che non decide', 'domande che non decidono')} linee di questa edizione per
            l’ente
          </summary>
          {idle.map(question)}
        </details>
      )}
    </>
  )
}

/** The matter of a question. The number of inhabitants stands with the place. */
const groupOf = ({ kind }: Pick<FieldsProps<FactsContent>, 'kind'>, name: Name): string =>
  factGroups[(anyField(kind.fields, name).group ?? 'place') as keyof typeof factGroups]

type QuestionProps = FieldsProps<FactsContent> & {
  readonly name: Name
  readonly known: KnownFact | undefined
  readonly lines: readonly ActionLine[]
}

/** One question, with the answer that is known beforehand, and the lines that it decides. */
function Question({ known, lines, ...props }: QuestionProps) {
  const { kind, name } = props
  const declared = anyField(kind.fields, name)
  const answer = known && fieldWords(kind.fields, name, { [name]: known.value })
  const asked = {
    ...declared,
    ...(name !== 'population' && { label: `${declared.label}?` }),
    ...(known && {
      help: `Noto in partenza: ${whyKnown(known)}. ${declared.help ?? ''}`,
      Control: yesNo({ unsaid: `${answer}, come noto in partenza` }).Control,
    }),
  }
  return (
    <div class="t-question">
      <RecordField {...props} kind={{ fields: { ...kind.fields, [name]: asked } }} />
      <DecidedLines lines={lines} />
    </div>
  )
}

/** What people come for: the lines that a fact decides. */
function DecidedLines({ lines }: { readonly lines: readonly ActionLine[] }) {
  if (lines.length === 0) return null
  return (
    <details class="t-details">
      <summary>Decide {plural(lines.length, 'linea', 'linee')}</summary>
      <ul>
        {lines.map((line) => (
          <li key={line.code}>
            <span class="t-code">{line.code}</span> {titleOf(line)}
          </li>
        ))}
      </ul>
    </details>
  )
}
