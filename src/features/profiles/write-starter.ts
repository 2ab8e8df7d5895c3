// SPDX-License-Identifier: AGPL-3.0-or-later

import { stringify } from 'yaml'
import { formatDate, type IsoDate } from '../../kernel/dates.ts'
import type { Triennium } from '../../kernel/ids.ts'
import {
  type AdministrationDetails,
  FactsSchema,
  factFields,
  type KnownFacts,
  knownBeforehand,
  type Municipality,
  municipalityDetails,
  whyKnown,
} from '../administrations/index.ts'
import {
  type ActionLine,
  type Applicability,
  assessEdition,
  describeLegalTiming,
  type Edition,
  formatTiming,
  type ProposedPlan,
  reasonWithKeys,
  titleOf,
  verdictLabel,
} from '../catalogue/index.ts'
import { statuses, statusLabel } from '../plans/index.ts'
import { fieldNames } from '../records/index.ts'

/**
 * A profile to fill in: a municipality's data from the registry, every fact to answer, and an entry for each line that
 * binds it or may bind it, with comments in Italian. It is valid as it is, because empty keys count as absent.
 * @param today for the heading.
 * @returns YAML.
 */
export function writeStarter(municipality: Municipality, { triennium, edition }: ProposedPlan, today: IsoDate): string {
  const administration = municipalityDetails(municipality)
  const verdicts = assessEdition(administration, {}, {}, edition)
  const lines = edition.lines.flatMap((line): Concerned[] => {
    const applicability = verdicts.get(line.code)
    return applicability && applicability.verdict !== 'does-not-apply' ? [{ line, applicability }] : []
  })
  return [
    ...heading(administration, edition, today),
    '',
    'administration:',
    ...Object.entries(administration).map(([key, value]) => `  ${key}: ${scalar(value)}`),
    '',
    ...factsPart(knownBeforehand(edition.known, administration, {})),
    '',
    ...peoplePart,
    '',
    ...planPart(triennium, edition, lines),
    '',
    ...moneyPart,
    '',
  ].join('\n')
}

type Concerned = { readonly line: ActionLine; readonly applicability: Applicability }

const heading = ({ name }: AdministrationDetails, { id }: Edition, today: IsoDate) => [
  comment(`Profilo per il Piano triennale per l’informatica: ${name}`),
  comment(
    `Preparato il ${formatDate(today)} sull’edizione ${id} del Piano nazionale, con i dati del registro dei comuni.`,
  ),
  '#',
  '# Sopra ogni chiave c’è il suo significato. Una chiave lasciata vuota conta come assente: la si può riempire dopo.',
  '# I testi sono in Markdown; quelli lunghi vanno sotto la loro chiave, dopo |, su righe rientrate.',
  '# Per controllare: timone profile check FILE. Per i documenti: timone draft FILE --out CARTELLA.',
  '# Tutte le chiavi, con esempi: docs/profile.md.',
]

const factsPart = (known: KnownFacts) => [
  '# Fatti che decidono quali linee d’azione riguardano l’ente: true per sì, false per no.',
  '# Finché un fatto manca, le linee che ne dipendono restano da verificare.',
  '# Ciò che è noto in partenza si scrive solo se per l’ente non è così.',
  'facts:',
  ...fieldNames(factFields).flatMap((name) => {
    const beforehand = known.get(name)
    const answer = beforehand && `${beforehand.value ? 'sì' : 'no'} (${whyKnown(beforehand)})`
    return [
      comment(FactsSchema.shape[name].description ?? '', 2),
      ...(answer ? [comment(`Noto in partenza: ${answer}`, 2)] : []),
      `  ${name}:`,
    ]
  }),
]

const peoplePart = [
  '# Uffici che agiscono sul piano',
  'offices:',
  '  # - name: Ufficio per la transizione digitale',
  '  #   description: Coordina il piano e ne segue lo stato',
  '',
  '# Ruoli, con l’atto di nomina; di chi li ricopre si scrive la posizione, mai il nome',
  'roles:',
  '  # - role: Responsabile per la transizione digitale',
  '  #   holder: Segretario comunale',
  "  #   act: { body: Giunta comunale, number: '12', date: 2025-01-31 }",
]

const planPart = (triennium: Triennium, edition: Edition, lines: readonly Concerned[]) => [
  'plan:',
  '  # Il titolo in copertina, se non basta quello consueto',
  '  title:',
  '  # Il triennio del piano dell’ente: può cominciare dopo quello dell’edizione nazionale',
  `  triennium: ${triennium}`,
  `  edition: ${scalar(edition.id)}`,
  '  # Linee facoltative: true se l’ente sceglie di attuarle, false se no',
  '  choices:',
  ...lines
    .filter(({ line, applicability }) => line.addressees?.voluntary && applicability.verdict !== 'applies')
    .flatMap(({ line }) => [comment(titleOf(line), 4), `    ${line.code}:`]),
  '  # I testi dell’ente: contesto, principi, organizzazione, commento alla spesa, conclusioni',
  '  narrative:',
  '    introduction:',
  '    principles:',
  '    organisation:',
  '    spending:',
  '    conclusion:',
  '    # Il testo che precede le linee di ogni capitolo',
  '    chapters:',
  ...edition.chapters.flatMap(({ number, title }) => [comment(title, 6), `      '${number}':`]),
  '  # Una voce per linea d’azione. Stati:',
  ...statuses.map((status) => comment(`  ${status} = ${statusLabel[status]}`, 2)),
  '  # Date: aaaa-mm-gg, o parole (attività continuativa). Altre chiavi: statusLabel, funding, completed, notes, evidence.',
  '  entries:',
  ...edition.chapters.flatMap(({ number, title }) => [
    '',
    comment(`Capitolo ${number}. ${title}`, 4),
    ...lines.filter(({ line }) => line.chapter === number).flatMap(entryPart),
  ]),
  '',
  '  # Iniziative e obiettivi propri dell’ente',
  '  initiatives:',
  '    # - title: Sportello digitale in biblioteca',
  '    #   office: Biblioteca',
  '    #   planned: 2026-06-30',
  `    #   lines: [${edition.lines[0]?.code ?? ''}]`,
]

const entryPart = ({ line, applicability }: Concerned) => [
  '',
  comment(titleOf(line), 4),
  comment([formatTiming(line.timing), describeLegalTiming({ line, applicability })].filter(Boolean).join('. '), 4),
  comment(`${verdictLabel[applicability.verdict]}. ${reasonWithKeys(applicability)}.`, 4),
  `    - code: ${line.code}`,
  '      activity:',
  '      status:',
  '      offices:',
  '      planned:',
]

const moneyPart = [
  '# Spesa ICT per anno: actual = consuntivo, forecast = previsione; importi con il punto per i centesimi',
  'spending:',
  '  # - { year: 2024, kind: actual, amount: 125000.00, source: Bilancio comunale }',
  '',
  '# Progetti PNRR',
  'fundingMeasures:',
  "  # - { measure: '1.4.1', title: Esperienza del cittadino, year: 2024, amount: 155234.00, progress: Concluso }",
]

/** A comment on one line: a line break in the text would end it. */
const comment = (text: string, indent = 0) =>
  `${' '.repeat(indent)}# ${text.replace(/\s+/g, ' ').replace(/\.+$/, '.').trimEnd()}`

const scalar = (value: string | number | undefined): string => stringify(value, { lineWidth: 0 }).trimEnd()
