// SPDX-License-Identifier: AGPL-3.0-or-later

import { createHash } from 'node:crypto'
import type { IsoDate } from '../../../kernel/dates.ts'
import type { Triennium } from '../../../kernel/ids.ts'
import { formatNumber } from '../../../kernel/money.ts'
import type { Facts, Municipality } from '../../administrations/index.ts'
import { type ActionLine, assessEdition, type Edition } from '../../catalogue/index.ts'
import type { FundingProject, Spending } from '../../funding/index.ts'
import type { Entry, Initiative, Status } from '../../plans/index.ts'
import type { Profile } from '../model.ts'
import type { DemonstrationTexts } from './texts.ts'

/** One demonstration plan to compose: body, triennium, edition. */
export type DemonstrationPlan = {
  readonly municipality: Municipality
  readonly triennium: Triennium
  readonly edition: Edition
  /** The day on which the plan claims to be written. */
  readonly today: IsoDate
  /** True for a plan that lacks nothing: every fact is said, every line decided and written. */
  readonly finished: boolean
}

/**
 * Composes an invented, plausible and complete plan, marked as a demonstration. The same municipality and edition
 * always give the same plan; different ones differ in what is done, in progress and not begun.
 */
export function composeDemonstration(plan: DemonstrationPlan, texts: DemonstrationTexts): Profile {
  const { municipality, edition, triennium, finished } = plan
  const draw = drawFor(`${municipality.cadastralCode} ${triennium}`)
  const name = `Comune di ${municipality.name}`
  const say = (text: string) =>
    text.replaceAll('{ente}', name).replaceAll('{abitanti}', formatNumber(municipality.population ?? 0))
  const pick = (subject: string, variants: readonly string[]) => say(variants[draw(subject, variants.length)] ?? '')
  const administration: Profile['administration'] = {
    name,
    kind: 'municipality',
    cadastralCode: municipality.cadastralCode,
    istatCode: municipality.istatCode,
    ...(municipality.ipaCode ? { ipaCode: municipality.ipaCode } : {}),
    province: municipality.provinceName,
    region: municipality.region,
    ...(municipality.population === undefined ? {} : { population: municipality.population }),
  }
  const facts = finished ? { ...unasked, ...composeFacts(draw) } : composeFacts(draw)
  const verdicts = assessEdition(administration, facts, undefined, edition)
  const activities = { ...texts.activities[edition.id.slice(0, 9)], ...texts.activities[edition.id] }
  const entries = edition.lines.flatMap((line) => {
    const activity = activities[line.code]
    if (!activity || verdicts.get(line.code)?.verdict === 'does-not-apply') return []
    return composeEntry(line, activity, plan, draw, texts, say)
  })
  const chapters = edition.chapters.flatMap(({ number }) => {
    const variants = texts.chapters[`${edition.id.slice(0, 4)}-${number}`]
    return variants ? [[String(number), pick(`chapter ${number}`, variants)] as const] : []
  })
  return {
    administration,
    facts,
    offices: texts.offices.map(({ name, description }) => ({ name, description: say(description) })),
    roles: composeRoles(triennium, draw),
    plan: {
      title: `Piano triennale per l’informatica ${triennium}`,
      triennium,
      edition: edition.id,
      narrative: {
        introduction: pick('introduction', texts.introduction),
        organisation: pick('organisation', texts.organisation),
        spending: pick('spending', texts.spending),
        conclusion: pick('conclusion', texts.conclusion),
        chapters: Object.fromEntries(chapters),
      },
      ...(finished ? { choices: composeChoices(edition, entries) } : {}),
      entries,
      initiatives: composeInitiatives(texts.initiatives, edition, draw, say),
    },
    spending: composeSpending(plan, draw),
    fundingMeasures: composeMeasures(texts, municipality, draw),
    demonstration: true,
  }
}

/** A pseudo-random number from 0 to `outcomes - 1`, always the same for the same subject. */
type Draw = (subject: string, outcomes: number) => number

const drawFor =
  (seed: string): Draw =>
  (subject, outcomes) =>
    createHash('sha256').update(`${seed} ${subject}`).digest().readUInt32BE(0) % outcomes

const composeFacts = (draw: Draw): Facts => ({
  metropolitanCapital: false,
  contractingAuthority: draw('contractingAuthority', 3) > 0,
  purchasingAggregator: false,
  smarterItaly: false,
  innovationProcurement: false,
  dataCentreGroup: draw('dataCentre', 8) === 0 ? 'B' : 'none',
  migrationPlan: true,
  suap: true,
  sue: true,
  pagoPA: true,
  appIO: draw('appIO', 6) > 0,
  sdgAgreements: false,
  nationalInterestDatabase: false,
  noiPA: false,
  openDataCatalogue: draw('openData', 3) === 0,
  digitalisationSample: false,
  siopeExperiment: false,
  rtdAppointed: true,
})

/** What is not asked of plans that are still to be finished. */
const unasked: Facts = {
  dataCentreUpgradeStarted: false,
  dataCentreCompliant: false,
  migrationDuty: true,
  migrationReportRequested: false,
  edgeInfrastructure: false,
  sdgProcedures: true,
  laboratoryInitiatives: false,
  transitionOfficeModel: false,
  rtdCommunity: true,
  softwareOwner: false,
  ownApis: false,
  strategicTenders: true,
  proximityCert: false,
  pilot: false,
}

/** The body carries out the voluntary lines of which it says something. */
function composeChoices({ lines }: Edition, entries: readonly Entry[]): Readonly<Record<string, boolean>> {
  const written = new Set(entries.map(({ code }) => code))
  const voluntary = lines.filter(({ addressees }) => addressees?.voluntary)
  return Object.fromEntries(voluntary.map(({ code }) => [code, written.has(code)]))
}

function composeRoles(triennium: Triennium, draw: Draw): NonNullable<Profile['roles']> {
  const year = Number(triennium.slice(0, 4)) - 1
  const date = `${year}-${String(1 + draw('act month', 12)).padStart(2, '0')}-${String(1 + draw('act day', 28)).padStart(2, '0')}`
  const act = { body: 'Giunta comunale', number: String(10 + draw('act number', 140)), date }
  return [
    { role: 'Responsabile per la transizione digitale', holder: 'Responsabile dell’ufficio associato', act },
    { role: 'Referente del Comune', holder: 'Segretario comunale' },
    { role: 'Responsabile della protezione dei dati', holder: 'Incarico esterno' },
  ]
}

function composeEntry(
  line: ActionLine,
  activity: DemonstrationTexts['activities'][string][string],
  { today, finished }: DemonstrationPlan,
  draw: Draw,
  texts: DemonstrationTexts,
  say: (text: string) => string,
): Entry[] {
  const past = line.timing.kind === 'in-force' || line.timing.date < today
  const luck = draw(line.code, 10)
  if (luck === 9 && !finished) return []
  const drawn = composeStatus(line, past, luck)
  const status = drawn === 'notStarted' && finished ? 'planned' : drawn
  const office = texts.offices[draw(`office ${line.objective}`, texts.offices.length)]?.name
  const text = status === 'notStarted' ? undefined : activity[status === 'ongoing' ? 'completed' : status]
  const year = Number(today.slice(0, 4))
  return [
    {
      code: line.code,
      ...(text ? { activity: say(text) } : {}),
      status,
      ...(office ? { offices: [office] } : {}),
      funding: [luck % 3 === 0 ? 'PNRR' : luck % 3 === 1 ? 'Bilancio comunale' : 'Nessuna risorsa aggiuntiva'],
      ...(status === 'planned' || status === 'inProgress'
        ? { planned: `${year + (luck % 2)}-${luck < 5 ? '06-30' : '12-31'}` }
        : {}),
      ...(status === 'completed' ? { completed: `${year - 1}-${luck < 5 ? '09-30' : '11-15'}` } : {}),
      ...(luck === 4 ? { notes: 'Da verificare con il fornitore prima della prossima rilevazione.' } : {}),
    },
  ]
}

function composeStatus(
  line: ActionLine,
  past: boolean,
  luck: number,
): Exclude<Status, 'notApplicable' | 'notFeasible'> {
  if (!past) return luck < 4 ? 'planned' : luck < 7 ? 'inProgress' : 'notStarted'
  if (line.timing.kind !== 'by') return luck < 5 ? 'ongoing' : luck < 8 ? 'inProgress' : 'planned'
  return luck < 6 ? 'completed' : luck < 8 ? 'inProgress' : 'notStarted'
}

function composeInitiatives(
  initiatives: readonly Initiative[],
  edition: Edition,
  draw: Draw,
  say: (text: string) => string,
): Initiative[] {
  const known = new Set(edition.lines.map(({ code }) => code))
  const first = draw('initiatives', initiatives.length)
  return [0, 1, 2].flatMap((offset) => {
    const initiative = initiatives[(first + offset) % initiatives.length]
    if (!initiative) return []
    const { lines, description, ...rest } = initiative
    const served = lines?.filter((code) => known.has(code)) ?? []
    return [
      {
        ...rest,
        ...(description ? { description: say(description) } : {}),
        ...(served.length > 0 ? { lines: served } : {}),
      },
    ]
  })
}

function composeSpending({ municipality, triennium }: DemonstrationPlan, draw: Draw): Spending[] {
  const first = Number(triennium.slice(0, 4))
  const perInhabitant = 900 + draw('spending', 700)
  return [-2, -1, 0, 1, 2].flatMap((offset) => {
    const year = first + offset
    const kind = offset < 0 ? 'actual' : 'forecast'
    const base = ((municipality.population ?? 1000) * perInhabitant * (100 + draw(`growth ${year}`, 30))) / 100
    const amount = (cents: number) => (Math.round(cents) / 100).toFixed(2)
    return [
      { year, kind, amount: amount(base), source: 'Bilancio comunale' },
      ...(offset < 1 ? [{ year, kind, amount: amount(base * 0.6), source: 'PNRR' } as const] : []),
    ]
  })
}

const composeMeasures = (texts: DemonstrationTexts, municipality: Municipality, draw: Draw): FundingProject[] =>
  texts.measures
    .filter(({ measure, title }) => draw(`measure ${measure} ${title}`, 5) > 0)
    .map(({ perInhabitant, ...measure }) => ({
      ...measure,
      amount: `${3000 + perInhabitant * Math.round((municipality.population ?? 1000) / 10)}.00`,
    }))
