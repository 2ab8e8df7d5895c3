// SPDX-License-Identifier: AGPL-3.0-or-later

import type { IsoDate } from '../../../../kernel/dates.ts'
import { dayMeant } from '../../../../kernel/printed-dates.ts'
import { fold, plural } from '../../../../kernel/text.ts'
import { decidingFields, factsKind, type Role, rolesKind } from '../../../administrations/index.ts'
import { titleOf, withTitle } from '../../../catalogue/index.ts'
import { choicesKind } from '../cover/choices-kind.ts'
import { entryKind } from '../entries/entry-kind.ts'
import type { KeptEntry } from '../entries/entry-store.ts'
import type { Entry, TailoredLine, TailoredPlan } from '../model.ts'
import { type OpenQuestion, openQuestions } from '../progress/open-questions.ts'
import { isContested, standingOf } from '../progress/progress.ts'
import { isSetAside, isToBeDone } from '../progress/status.ts'
import { textKind } from '../texts/text-kind.ts'
import type { Missing } from './completeness.ts'
import { contradictionsOf } from './contradictions.ts'

/** What is written of a plan, by whom each entry is kept, and who answers for the digital transition in the body. */
export type WrittenPlan = {
  readonly tailored: TailoredPlan
  readonly entries: readonly KeptEntry[]
  readonly roles: readonly Role[]
}

/**
 * What a plan lacks, in the order in which a person would go through it: what is necessary to send it on, then what is
 * advised.
 * @param today decides which planned days have passed.
 */
export function assessCompleteness({ tailored, entries, roles }: WrittenPlan, today: IsoDate): readonly Missing[] {
  const lines = tailored.chapters.flatMap((chapter) => chapter.lines)
  const binding = lines.filter((line) => standingOf(line) === 'applies')
  const going = binding.filter(({ status }) => !isSetAside(status))
  const keeping = new Map(entries.map((kept) => [kept.entry.code, kept]))
  return [
    ...textsMissing(tailored),
    ...roleMissing(roles),
    ...undecided(lines),
    ...entries.filter(({ toReview }) => toReview).map(({ entry }) => entryMissing(entry.code, 'toReview')),
    ...lines.filter(asksForWords).flatMap(({ line, entry }) => unwritten(line.code, entry)),
    ...entries.flatMap(({ entry }) => contradicted(entry, today)),
    ...going
      .filter(({ line }) => isUnowned(keeping.get(line.code)))
      .map(({ line }) => entryMissing(line.code, 'owner')),
    ...going.flatMap(({ line, entry }) => (entry ? unplanned(line.code, entry, today) : [])),
    ...chaptersMissing(tailored),
  ]
}

/** True for a line of which the plan must say something: it applies, or the body must say why it does not. */
const asksForWords = (tailored: TailoredLine): boolean => standingOf(tailored) === 'applies' || isContested(tailored)

/** True for what nobody keeps up to date, neither an office nor a person. */
export const isUnowned = (kept: Pick<KeptEntry, 'ownerOffice' | 'ownerPerson'> | undefined): boolean =>
  !kept?.ownerOffice && !kept?.ownerPerson

function textsMissing({ plan: { narrative } }: TailoredPlan): Missing[] {
  const texts = [
    ['introduction', 'Introduzione', narrative?.introduction],
    ['organisation', 'Organizzazione', narrative?.organisation],
  ] as const
  return texts
    .filter(([, , text]) => !text?.trim())
    .map(([key, subject]) => ({
      severity: 'necessary',
      kind: textKind,
      key,
      field: 'markdown',
      subject,
      message: 'il testo è da scrivere',
      remedy: 'scriverlo, o riprenderlo dal piano precedente',
    }))
}

/** CAD, art. 17: the body names a person in charge of the digital transition, by an act. */
function roleMissing(roles: readonly Role[]): Missing[] {
  const found = roles.filter(({ role }) => isRtd(role))
  if (found.some(({ act }) => act)) return []
  const about = {
    severity: 'necessary',
    kind: rolesKind,
    key: '',
    subject: 'Responsabile per la transizione digitale',
  } as const
  return found.length > 0
    ? [{ ...about, message: 'manca l’atto di nomina', remedy: 'indicare organo, numero e data (art. 17 del CAD)' }]
    : [{ ...about, message: 'manca fra i ruoli', remedy: 'indicare la posizione che lo ricopre e l’atto di nomina' }]
}

const isRtd = (role: string): boolean => /respons\w* .*transizione|\brtd\b/.test(fold(role))

/** What decides the lines that neither the rule nor the body has decided, each thing once; choices may wait. */
const undecided = (lines: readonly TailoredLine[]): Missing[] =>
  openQuestions(lines).map((question) => ({
    ...undecidedBy(question),
    severity: question.lines.every((line) => standingOf(line) === 'to-choose') ? 'advised' : 'necessary',
  }))

function undecidedBy({ key, fact, lines: tailored }: OpenQuestion): Omit<Missing, 'severity'> {
  const lines = tailored.map(({ line }) => line)
  if (fact) {
    return {
      kind: factsKind,
      key: '',
      field: fact,
      subject: `${decidingFields[fact].label} (${plural(lines.length, 'linea', 'linee')})`,
      message: 'non è detto, e decide quali linee si applicano',
      remedy: 'rispondere fra le domande sull’ente',
    }
  }
  const code = key.replace('plan.choices.', '')
  const line = lines.find((known) => known.code === code)
  const subject = line ? withTitle(code, titleOf(line)) : code
  return key.startsWith('plan.choices.')
    ? {
        kind: choicesKind({ lines }),
        key: '',
        field: code,
        subject,
        message: 'linea facoltativa su cui non si è deciso',
        remedy: 'dire se l’ente la attua',
      }
    : {
        kind: entryKind,
        key: code,
        field: 'status',
        subject,
        message: 'non si sa se la linea riguarda l’ente',
        remedy: 'dirlo con lo stato della scheda',
      }
}

/** True for an entry that says what a line that binds the body asks for. */
export const isWritten = (entry: Entry | undefined): boolean => unwritten('', entry).length === 0

/** What the entry of a line that binds the body must say: what is done and its status, or why it is set aside. */
function unwritten(code: string, entry: Entry | undefined): Missing[] {
  const says = (text: string | undefined) => Boolean(text?.trim())
  if (!entry || (!entry.status && !says(entry.activity))) return [entryMissing(code, 'entry')]
  if (!entry.status) return [entryMissing(code, 'status')]
  if (says(entry.activity)) return []
  if (!isSetAside(entry.status)) return [entryMissing(code, 'activity')]
  return says(entry.notes) ? [] : [entryMissing(code, 'reason')]
}

/** What an entry says against itself, whether its line binds the body or not: it is printed all the same. */
const contradicted = (entry: Entry, today: IsoDate): readonly Missing[] =>
  contradictionsOf(entry, today).map(({ field, message, remedy }) => ({
    severity: 'necessary',
    kind: entryKind,
    key: entry.code,
    field,
    subject: entry.code,
    message,
    remedy,
  }))

/** When and with which money what is still to be done will be done. */
function unplanned(
  code: string,
  { status, planned, funding = [], allocations = [] }: Entry,
  today: IsoDate,
): Missing[] {
  if (!isToBeDone(status)) return []
  const passed = (dayMeant(planned) ?? today) < today
  return [
    ...(planned === undefined ? [entryMissing(code, 'planned')] : []),
    ...(passed ? [entryMissing(code, 'passed')] : []),
    ...(status !== 'notStarted' && funding.length === 0 && allocations.length === 0
      ? [entryMissing(code, 'funding')]
      : []),
  ]
}

function chaptersMissing({ chapters, plan: { narrative } }: TailoredPlan): Missing[] {
  return chapters
    .filter(({ lines }) => lines.some((line) => standingOf(line) === 'applies'))
    .filter(({ chapter }) => !narrative?.chapters?.[String(chapter.number)]?.trim())
    .map(({ chapter: { number, title } }) => ({
      severity: 'advised',
      kind: textKind,
      key: `chapter-${number}`,
      field: 'markdown',
      subject: `Capitolo ${number}. ${title}`,
      message: 'il testo del capitolo è da scrivere',
      remedy: 'dire in poche righe da dove si parte e dove si vuole arrivare',
    }))
}

const entryGaps = {
  entry: ['necessary', 'activity', 'la scheda è da scrivere', 'dire che cosa fa l’ente e a che punto è'],
  activity: ['necessary', 'activity', 'manca che cosa fa l’ente', 'scriverlo nella scheda'],
  status: ['necessary', 'status', 'manca lo stato', 'indicarlo nella scheda'],
  reason: ['necessary', 'notes', 'manca il perché non si applica o non si realizza', 'scriverlo nelle note'],
  toReview: ['necessary', undefined, 'scheda ripresa, ancora da rivedere', 'rileggerla e confermarla, o correggerla'],
  owner: ['advised', 'ownerOffice', 'nessuno tiene aggiornata la scheda', 'affidarla a un ufficio o a una persona'],
  planned: ['advised', 'planned', 'manca la data prevista', 'indicarla'],
  passed: ['advised', 'planned', 'la data prevista è passata', 'aggiornare la data o lo stato'],
  funding: ['advised', 'funding', 'manca la fonte di finanziamento', 'indicarla, con gli importi se si conoscono'],
} as const satisfies Record<
  string,
  readonly [Missing['severity'], keyof Entry | 'ownerOffice' | undefined, string, string]
>

function entryMissing(code: string, gap: keyof typeof entryGaps): Missing {
  const [severity, field, message, remedy] = entryGaps[gap]
  return { severity, kind: entryKind, key: code, ...(field && { field }), subject: code, message, remedy }
}
