// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatNumber } from '../../../kernel/money.ts'
import {
  type AdministrationKind,
  administrationKindWords,
  type FactName,
  type Facts,
  type KnownFact,
  whyKnown,
} from '../../administrations/index.ts'
import { editionName } from '../line-words.ts'
import type { Addressees, Condition } from '../model.ts'
import { localAdministrations, localAuthorities } from './kind-groups.ts'

/** Sets of kinds that the national plan calls by one name. */
const groups: readonly { name: string; kinds: ReadonlySet<AdministrationKind> }[] = [
  { name: 'gli Enti locali', kinds: new Set(localAuthorities) },
  { name: 'le amministrazioni locali', kinds: new Set(localAdministrations) },
]

/** Each fact in words, to follow «L'ente» or «L'ente non». */
const factWords = {
  metropolitanCapital: 'è capoluogo di città metropolitana',
  regionalCapital: 'è capoluogo di regione',
  contractingAuthority: 'è stazione appaltante',
  purchasingAggregator: 'è soggetto aggregatore o gestore pubblico di piattaforme di acquisto',
  smarterItaly: 'è coinvolto nel programma Smarter Italy',
  innovationProcurement: 'ha avviato appalti di innovazione',
  dataCentreUpgradeStarted: 'ha avviato gli adeguamenti del proprio data center di gruppo A',
  dataCentreCompliant: 'ha adeguato il proprio data center ai requisiti ACN',
  cloudMigrationDone: 'ha completato la migrazione al cloud',
  migrationDuty: 'è tenuto a migrare al cloud',
  migrationPlan: 'ha trasmesso un piano di migrazione al cloud',
  migrationReportRequested: 'ha ricevuto da DTD o AgID la richiesta di informazioni sulla migrazione',
  edgeInfrastructure: 'intende realizzare o usare infrastrutture di prossimità',
  suap: 'tratta procedimenti SUAP',
  suapForOthers: 'gestisce lo sportello SUAP per altri enti',
  suapThirdParty: 'è ente terzo nei procedimenti SUAP',
  sue: 'tratta procedimenti SUE',
  pagoPA: 'aderisce a pagoPA',
  appIO: 'aderisce ad App IO',
  sdgAgreements: 'aderisce agli Accordi per il Single Digital Gateway',
  sdgProcedures: 'è competente per procedimenti dell’allegato II del regolamento UE 2018/1724',
  nationalInterestDatabase: 'è titolare di basi di dati di interesse nazionale',
  noiPA: 'intende aderire a NoiPA',
  openDataCatalogue: 'era già presente nel catalogo dati.gov.it nel 2024',
  digitalisationSample: 'fa parte del campione dell’indice di digitalizzazione',
  siopeExperiment: 'è fra gli enti selezionati per la sperimentazione SIOPE+',
  laboratoryInitiatives: 'partecipa alle iniziative laboratoriali sul ruolo del RTD',
  transitionOfficeModel: 'ha adottato un modello organizzativo sperimentale per l’ufficio del RTD',
  rtdAppointed: 'ha nominato il responsabile per la transizione digitale',
  rtdCommunity: 'aderisce alla community dei RTD',
  softwareOwner: 'è titolare di software',
  ownApis: 'ha pubblicato proprie API su Developers Italia',
  strategicTenders: 'aderisce alle gare strategiche ICT',
  proximityCert: 'intende istituire un CERT di prossimità',
  pilot: 'è amministrazione pilota',
} satisfies Record<Exclude<FactName, 'dataCentreGroup'>, string>

const list = new Intl.ListFormat('it-IT', { type: 'conjunction' })

function nameOf(kinds: readonly AdministrationKind[]): string {
  const asked = new Set(kinds)
  const group = groups.find((candidate) => candidate.kinds.symmetricDifference(asked).size === 0)
  return group?.name ?? list.format(kinds.map((kind) => administrationKindWords[kind].all))
}

function everyOne(kind: AdministrationKind): string {
  const { all } = administrationKindWords[kind]
  if (all.startsWith('le ')) return `tutte ${all}`
  return /^(i|gli) /.test(all) ? `tutti ${all}` : all
}

type Kinds = Pick<Addressees, 'kinds' | 'exceptKinds' | 'operators'>

/** Why the body's kind is addressed. */
export function kindIncluded({ kinds, operators }: Kinds, kind: AdministrationKind): string {
  if (kinds) return `Riguarda ${everyOne(kind)}`
  return operators
    ? 'Vale per le pubbliche amministrazioni e i gestori di pubblici servizi'
    : 'Vale per tutte le amministrazioni'
}

/** Why the body's kind is left out. */
export function kindExcluded({ kinds, exceptKinds }: Kinds, kind: AdministrationKind): string {
  if (exceptKinds?.includes(kind)) return `Non riguarda ${administrationKindWords[kind].all}`
  const addressed = kinds === undefined ? 'le pubbliche amministrazioni' : nameOf(kinds)
  return `Riguarda solo ${addressed}: l’ente è ${administrationKindWords[kind].one}`
}

export type Band = NonNullable<Addressees['population']>

function bandName({ min, max }: Band): string {
  if (min === undefined) return `fino a ${formatNumber(max ?? 0)} abitanti`
  if (max === undefined) return `oltre ${formatNumber(min - 1)} abitanti`
  return `da ${formatNumber(min)} a ${formatNumber(max)} abitanti`
}

/** The reason when the population decides and is not known. */
export const populationUnknown = (band: Band): string =>
  `Non è indicata la popolazione: la linea riguarda i comuni ${bandName(band)}`

/** @param min the band's lower end, which the population does not reach. */
export const populationBelow = (population: number, min: number, band: Band): string =>
  `La popolazione (${formatNumber(population)}) è sotto i ${formatNumber(min)} abitanti: la linea riguarda i comuni ${bandName(band)}`

/** @param max the band's upper end, which the population exceeds. */
export const populationAbove = (population: number, max: number, band: Band): string =>
  `La popolazione (${formatNumber(population)}) è sopra i ${formatNumber(max)} abitanti: la linea riguarda i comuni ${bandName(band)}`

/** @param others other bands of the edition that include the same population and so bind as well. */
export function populationWithin(population: number, band: Band, others: readonly Band[]): string {
  const within = `La popolazione (${formatNumber(population)}) è nella fascia ${bandName(band)}`
  if (others.length === 0) return within
  const also = list.format(others.map((other) => `la fascia ${bandName(other)}`))
  return `${within}, estremi compresi; a ${formatNumber(population)} abitanti esatti vale anche ${also}`
}

/**
 * What is said about a fact that a rule asks to have a value, in words; `value` absent: nothing.
 * @param known why it is known, where the body does not say it.
 */
export function factReason(fact: FactName, is: Condition['is'], value: Facts[FactName], known?: KnownFact): string {
  const reason = plainReason(fact, is, value)
  return known ? `${reason} (noto in partenza: ${whyKnown(known)})` : reason
}

/** A condition in words: `L’ente tratta procedimenti SUAP; conta solo per i comuni`. */
export function describeCondition({ fact, or = [], is, onlyFor, exceptFor }: Condition): string {
  const alternatives = [fact, ...or].map((name) => plainReason(name, is, is))
  return [
    alternatives.join(', oppure '),
    ...(onlyFor ? [`conta solo per ${nameOf(onlyFor)}`] : []),
    ...(exceptFor ? [`non conta per ${nameOf(exceptFor)}`] : []),
  ].join('; ')
}

function plainReason(fact: FactName, is: Condition['is'], value: Facts[FactName]): string {
  if (fact === 'dataCentreGroup') return dataCentreReason(String(is), value)
  const words = factWords[fact]
  if (value === undefined) return `Non è indicato se l’ente ${words}`
  return value ? `L’ente ${words}` : `L’ente non ${words}`
}

function dataCentreReason(asked: string, value: Facts[FactName]): string {
  if (value === undefined) {
    return 'Non è indicato il gruppo del data center dell’ente'
  }
  const concern = value === asked ? '' : `: la linea riguarda quelli di gruppo ${asked}`
  return value === 'none'
    ? `L’ente non è proprietario di data center${concern}`
    : `Il data center dell’ente è di gruppo ${value}${concern}`
}

/** The reason for a voluntary line; absent: the body has not decided. */
export function choiceReason(choice: boolean | undefined): string {
  if (choice === undefined) return 'Linea facoltativa: l’ente non ha ancora deciso se attuarla'
  return `Linea facoltativa: l’ente ha scelto di ${choice ? '' : 'non '}attuarla`
}

/** The reason while a line has no rule: who can give it, and where. */
export const ruleMissing =
  'La regola di questa linea non è ancora scritta: la scrive l’amministratore della piattaforma, in «Edizioni del piano nazionale»'

/** What a reason adds where the rule was written for another text of AgID's. */
export const ruleToConfirm = (edition: string): string =>
  `Regola ripresa dall’edizione ${editionName(edition)}, di cui AgID ha cambiato il testo: da confermare`
