// SPDX-License-Identifier: AGPL-3.0-or-later
import { fold } from '../../kernel/text.ts'

/** What a labelled field, or a column of a table, may hold. */
export type Field =
  | 'code'
  | 'expectedResult'
  | 'objective'
  | 'objectiveTitle'
  | 'chapter'
  | 'timing'
  | 'officialText'
  | 'activity'
  | 'status'
  | 'responsible'
  | 'funding'
  | 'plannedDate'
  | 'completedDate'
  | 'notes'
  | 'expectedResults'
  | 'steps'
  | 'measure'
  | 'progress'
  | 'certification'
  | 'payment'
  | 'amount'
  | 'year'
  | 'office'
  | 'ownObjective'
  | 'resources'
  | 'indicator'
  | 'value'
  | 'unit'
  | 'acronym'
  | 'meaning'

/**
 * Words by which plans name each field. Order, number, gender, articles and typing slips do not count: labels are
 * compared by their meaning words (`labelMeaning`). The first of each row is the plainest name.
 */
const names: Readonly<Record<Field, readonly string[]>> = {
  code: [
    "codice linea d'azione",
    'codice',
    "linea d'azione",
    'azione',
    'codice azione',
    'cod',
    'riferimento linea',
    'linea',
    'id linea',
    'codice PT',
    'codice AgID',
    "codifica linea d'azione",
  ],
  expectedResult: ['risultato atteso', 'codice risultato atteso', 'RA', 'risultato atteso codice'],
  objective: [
    'obiettivo',
    'codice obiettivo',
    'OB',
    'obiettivo di riferimento',
    'obiettivo AgID',
    'obiettivo piano triennale',
    'obiettivo strategico',
  ],
  objectiveTitle: ['titolo obiettivo', 'area', 'ambito', 'tema', 'area di intervento', 'ambito di intervento'],
  chapter: ['capitolo', 'capitolo piano triennale', 'componente', 'parte'],
  timing: [
    'data',
    'tempistiche',
    'tempistica',
    'tempi',
    'tempistiche realizzazione orizzonte temporale',
    'orizzonte temporale',
    'scadenza',
    'scadenza AgID',
    'data di riferimento',
    'decorrenza',
    'termine',
    'quando',
    'data scadenza',
    'tempi di realizzazione',
    'tempi previsti',
    'periodo',
    'scadenza piano triennale',
    'termini',
    'entro quando',
    'data AgID',
    'tempistica AgID',
    'cronoprogramma',
    'data inizio fine',
  ],
  officialText: [
    "descrizione linea d'azione",
    "descrizione linea d'azione AgID",
    'descrizione',
    'descrizione degli obiettivi',
    'descrizione azione',
    'descrizione linea',
    "testo linea d'azione",
    'azione AgID',
    'testo AgID',
    'azione prevista',
    'azione prevista AgID',
    'che cosa chiede AgID',
    'richiesta AgID',
    'adempimento',
    'requisito',
    "linea d'azione AgID",
    'attività prevista AgID',
    'azione richiesta',
    'cosa prevede',
    'previsione piano triennale',
    "linea d'azione per le PA",
    'azioni PA',
    'oggetto',
    'indicazione AgID',
    'titolo linea azione',
    'azione piano triennale nazionale',
    'cosa chiede il piano nazionale',
    'cosa chiede il piano',
  ],
  activity: [
    'attività',
    'attività ente',
    'azione attuata',
    'azioni attuate',
    "azione dell'ente",
    'azioni ente',
    'azioni comune',
    "attività dell'amministrazione",
    'attività comune',
    'cosa fa comune',
    'cosa fa ente',
    'cosa fa amministrazione',
    'descrizione sintetica attività',
    'descrizione attività',
    'attività svolta',
    'attività previste',
    'attività programmate',
    'attività pianificate',
    'attività in corso',
    'intervento',
    'interventi',
    'descrizione intervento',
    'iniziativa ente',
    'iniziative',
    'azioni intraprese',
    'azione intrapresa',
    'modalità di attuazione',
    'attuazione ente',
    'come si attua',
    'declinazione locale',
    'risposta ente',
    'posizione ente',
    'azioni previste ente',
    'azioni realizzate',
    'attività realizzate',
    'attività ente attuazione',
    'sintesi attività',
    'azione locale',
    'soluzione adottata',
    "stato dell'arte",
    'che cosa facciamo',
    'impegni ente',
    'nostra azione',
    'azioni da intraprendere',
    'contestualizzazione',
    'modalità operative',
  ],
  status: [
    'stato',
    'status',
    'stato avanzamento',
    'stato di attuazione',
    'stato attuazione',
    'avanzamento',
    'stato attività',
    'stato azione',
    'stato lavori',
    'stato realizzazione',
    'situazione',
    'esito',
    'a che punto siamo',
    'percentuale avanzamento',
    'stato intervento',
    'situazione attuale',
    'grado attuazione',
  ],
  responsible: [
    'responsabile',
    'responsabili',
    'responsabilità',
    'soggetto incaricato',
    'soggetto responsabile',
    'strutture uffici responsabili',
    'strutture responsabili',
    'struttura responsabile',
    'uffici responsabili',
    'uffici coinvolti',
    'uffici incaricati',
    'ufficio responsabile',
    'ufficio competente',
    'ufficio incaricato',
    'settore responsabile',
    'servizio responsabile',
    'referente',
    'referenti',
    'incaricato',
    'competenza',
    'attori coinvolti',
    'soggetti coinvolti',
    'soggetti',
    'soggetto attuatore',
    'soggetto',
    'a cura di',
    'chi',
    'responsabile attuazione',
    'responsabile progetto',
    'responsabile procedimento',
    'strutture coinvolte',
    'settore competente',
    'servizio competente',
    'chi se ne occupa',
    'area responsabile',
    'assegnatario',
    'in carico a',
  ],
  funding: [
    'fonti finanziamento',
    'fonte finanziamento',
    'finanziamento',
    'finanziamenti',
    'fonti',
    'fonte',
    'copertura finanziaria',
    'risorse finanziarie',
    'risorse economiche',
    'provenienza fondi',
    'fondi',
    'budget',
    'finanziato da',
    'con quali soldi',
    'copertura',
    'bilancio',
  ],
  plannedDate: [
    'data prevista',
    'data prevista attuazione',
    'data pianificata',
    'data prevista completamento',
    'data prevista realizzazione',
    'previsione attuazione',
    'termine previsto',
    'scadenza ente',
    'scadenza interna',
    'data inizio',
    'data prevista ente',
    'previsione completamento',
    'data prevista conclusione',
    'fine prevista',
    'data avvio',
    'tempi ente',
    'tempistica ente',
    'scadenza prevista',
  ],
  completedDate: [
    'data completamento',
    'data di completamento',
    'data conclusione',
    'data realizzazione',
    'completamento',
    'data effettiva',
    'data fine',
    'conclusione',
    'data attuazione',
    'completato il',
    'data chiusura',
    'fine effettiva',
    'concluso il',
    'data ultimazione',
  ],
  notes: ['note', 'nota', 'osservazioni', 'annotazioni', 'commenti', 'altro', 'note e criticità', 'criticità'],
  expectedResults: [
    'risultati attesi',
    'risultati',
    'benefici attesi',
    'output attesi',
    'esiti attesi',
    'cosa otteniamo',
    'benefici',
    'obiettivi attesi',
  ],
  steps: [
    'passi',
    'fasi',
    'azioni previste',
    'attività operative',
    'fasi operative',
    'passaggi',
    'azioni da compiersi',
    'azioni puntuali',
  ],
  measure: [
    'misura',
    'misura PNRR',
    'descrizione misura',
    'codice misura',
    'titolo misura',
    'investimento',
    'avviso',
    'bando',
    'avviso PNRR',
    'bando PNRR',
    'investimento PNRR',
    'linea di finanziamento',
    'titolo classe',
    'progetto PNRR',
    'titolo avviso',
  ],
  progress: [
    'stato progetto',
    'stato di attuazione progetto',
    'stato candidatura',
    'attività progetto',
    'descrizione stato attuazione',
    'stato avanzamento progetto',
  ],
  certification: [
    'asseverazione',
    'stato asseverazione',
    'esito asseverazione',
    'verifica tecnica',
    'collaudo',
    'controllo',
  ],
  payment: [
    'erogazione',
    'pagamento',
    'liquidazione',
    'stato erogazione',
    'erogazione finanziamento',
    'erogazione contributo',
    'incasso',
    'stato pagamento',
    'liquidato',
  ],
  amount: [
    'importo',
    'importo finanziato',
    'importo finanziamento',
    'spesa',
    'spesa complessiva',
    'spesa totale',
    'costo',
    'valore economico',
    'contributo',
    'euro',
    'importo euro',
    'contributo concesso',
    'finanziamento concesso',
    'importo ammesso',
    'totale',
    'spesa ICT',
    'spesa sostenuta',
    'stanziamento',
    'ammontare',
    'costi',
  ],
  year: ['anno', 'annualità', 'esercizio', 'anno di riferimento', 'esercizio finanziario'],
  office: [
    'ufficio',
    'servizio',
    'settore',
    'area organizzativa',
    'unità organizzativa',
    'direzione',
    'struttura',
    'ufficio proponente',
  ],
  ownObjective: [
    'obiettivo ente',
    'obiettivo ufficio',
    'progetto',
    'titolo progetto',
    'denominazione progetto',
    'obiettivo breve periodo',
    'obiettivo operativo',
  ],
  resources: [
    'risorse necessarie',
    'risorse',
    'risorse umane strumentali',
    'fabbisogno',
    'risorse richieste',
    'mezzi',
    'cosa serve',
    'risorse impiegate',
  ],
  indicator: [
    'indicatore',
    'voce',
    'misurazione',
    'parametro',
    'KPI',
    'cosa si misura',
    'descrizione indicatore',
    'nome indicatore',
  ],
  value: [
    'valore',
    'valore attuale',
    'numero',
    'quantità',
    'dato',
    'valore rilevato',
    'risultato',
    'target',
    'stato attuale',
    'baseline',
    'valore raggiunto',
    'valore obiettivo',
  ],
  unit: ['unità di misura', 'unità misura', 'UM'],
  acronym: ['acronimo', 'sigla', 'termine', 'abbreviazione', 'voce glossario', 'acronimi', 'parola'],
  meaning: [
    'significato',
    'definizione',
    'descrizione termine',
    'esteso',
    'per esteso',
    'spiegazione',
    'cosa vuol dire',
  ],
}

const silent = new Set(
  'di del dello della dell dei degli delle d da dal dalla in il lo la l i gli le per con e ed o a al alla ai agli alle su nel nella un una si n nr'.split(
    ' ',
  ),
)

/** The meaning part of a word: small letters, double ones single, the ending cut; empty for articles and prepositions. */
export function stemOf(word: string): string {
  const plain = fold(word).replace(/[^a-z0-9]+/g, '')
  return silent.has(plain) ? '' : plain.replace(/([a-z])\1/g, '$1').slice(0, 6)
}

/** The meaning words of a label. */
const stemsOf = (label: string): readonly string[] => [
  ...new Set(
    fold(label)
      .split(/[^a-z0-9]+/)
      .map(stemOf)
      .filter((stem) => stem !== ''),
  ),
]

const known = Object.entries(names).flatMap(([field, labels]) =>
  labels.map((label) => ({ field: field as Field, stems: stemsOf(label) })),
)
const byStem = Map.groupBy(
  known.flatMap((name) => name.stems.map((stem) => ({ stem, name }))),
  ({ stem }) => stem,
)

/** What a label means, and how surely, from 0 to 1. */
export type Meaning = { readonly field: Field; readonly likeness: number }

/** The fields a label may name, likeliest first: those that share at least half of their meaning words with it. */
export const labelMeanings = (label: string): readonly Meaning[] => meaningsOf(stemsOf(label))

/** The same, for a label cut into stems already. */
export function meaningsOf(stems: readonly string[]): readonly Meaning[] {
  const words = stems.map((stem) => knownAs(stem))
  const best = new Map<Field, number>()
  for (const name of new Set(words.flatMap((word) => byStem.get(word) ?? []).map(({ name }) => name))) {
    const shared = name.stems.filter((stem) => words.includes(stem))
    const inOrder = shared.every(
      (stem, index) => index === 0 || words.indexOf(shared[index - 1] ?? '') < words.indexOf(stem),
    )
    const likeness = ((2 * shared.length) / (name.stems.length + words.length)) * (inOrder ? 1 : 0.85)
    if (likeness >= 0.5 && likeness > (best.get(name.field) ?? 0)) best.set(name.field, likeness)
  }
  return [...best].map(([field, likeness]) => ({ field, likeness })).sort((a, b) => b.likeness - a.likeness)
}

/** True when a word is one that labels are made of. */
export const isLabelWord = (stem: string): boolean => byStem.has(knownAs(stem))

/** The stem itself when labels use it, or the one that is a slip away. */
const knownAs = (stem: string): string =>
  byStem.has(stem) ? stem : (byStem.keys().find((other) => isAlike(other, stem)) ?? stem)

/** Equal, or one slip apart (a letter more, less or other) where one has at least five letters. */
function isAlike(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.max(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return Math.max(a.length, b.length) - start - end <= 1
}
