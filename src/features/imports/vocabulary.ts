// SPDX-License-Identifier: AGPL-3.0-or-later
import { fold } from '../../kernel/text.ts'

/**
 * Words by which plans name what labelled fields and columns hold. Order, number, gender, articles and typing slips do
 * not count: labels are compared by their meaning words (`labelMeanings`). Plainest names first.
 */
const names = {
  code: `codice; codice linea d'azione; codice azione; cod; codifica linea d'azione; id linea; id azione; codice PT;
    codice AgID; riferimento linea; linea d'azione; linea; azione`,
  expectedResult: 'codice risultato atteso; risultato atteso; RA; risultato; riferimento risultato',
  objective: `codice obiettivo; obiettivo; OB; obiettivo di riferimento; obiettivo AgID; obiettivo piano triennale;
    obiettivo strategico`,
  objectiveTitle: 'titolo obiettivo; area; ambito; tema; area di intervento; ambito di intervento; tematica',
  chapter: 'capitolo; capitolo piano triennale; componente; parte',
  timing: `data; tempistiche; tempistica; tempistiche realizzazione orizzonte temporale; orizzonte temporale; tempi;
    scadenza; scadenza AgID; data di riferimento; decorrenza; decorrenza scadenza; quando; data scadenza; termine;
    tempi di realizzazione; tempi previsti; periodo; scadenza piano triennale; termini; entro quando; data AgID;
    tempistica AgID; cronoprogramma; data inizio fine; tempi di attuazione; date`,
  officialText: `descrizione linea d'azione; descrizione linea d'azione AgID; descrizione; descrizione degli obiettivi;
    descrizione azione; descrizione linea; testo linea d'azione; testo; azione AgID; testo AgID; azione prevista;
    azione prevista AgID; che cosa chiede AgID; richiesta AgID; richiesta piano nazionale; adempimento; requisito; linea d'azione AgID;
    attività prevista AgID; azione richiesta; cosa prevede; previsione piano triennale; linea d'azione per le PA;
    azioni PA; oggetto; indicazione AgID; titolo linea azione; azione piano triennale nazionale; enunciato;
    che cosa chiede il piano nazionale; cosa chiede il piano; titolo`,
  activity: `attività; attività ente; azione attuata; azione dell'ente; azione comune; cosa fa il comune; intervento;
    cosa fa l'ente; cosa fa l'amministrazione; che cosa facciamo; descrizione sintetica attività; descrizione attività;
    attività svolta; attività previste; attività programmate; attività pianificate; attività in corso; interventi ente;
    descrizione intervento; iniziativa ente; iniziativa; azione intrapresa; modalità di attuazione; attuazione ente;
    come si attua; declinazione locale; risposta ente; posizione ente; azioni previste ente; azioni realizzate;
    attività realizzate; sintesi attività; azione locale; soluzione adottata; stato dell'arte; impegni ente;
    nostra azione; azioni da intraprendere; contestualizzazione; modalità operative; attuazione; che cosa faremo;
    come intende procedere; contributo ente`,
  status: `stato; status; stato avanzamento; stato di attuazione; avanzamento; stato attività; stato azione; stato lavori;
    stato realizzazione; situazione; esito; a che punto siamo; percentuale avanzamento; stato intervento;
    situazione attuale; grado attuazione`,
  responsible: `responsabile; responsabilità; soggetto incaricato; soggetto responsabile; strutture uffici responsabili;
    struttura responsabile; ufficio responsabile; uffici coinvolti; ufficio incaricato; ufficio competente;
    settore responsabile; servizio responsabile; referente; incaricato; competenza; attori coinvolti; soggetti coinvolti;
    soggetto; soggetto attuatore; a cura di; chi; chi lo fa; responsabile attuazione; responsabile progetto;
    responsabile procedimento; strutture coinvolte; settore competente; servizio competente; chi se ne occupa;
    area responsabile; assegnatario; in carico a; struttura di riferimento; ufficio di riferimento; owner`,
  funding: `fonti di finanziamento; fonte di finanziamento; finanziamento; fonte; copertura finanziaria; fondi; budget;
    risorse finanziarie; risorse economiche; provenienza fondi; finanziato da; con quali soldi; copertura; bilancio`,
  plannedDate: `data prevista; data prevista attuazione; data pianificata; data prevista completamento; previsione;
    data prevista realizzazione; previsione attuazione; termine previsto; scadenza ente; scadenza interna; data inizio;
    data inizio prevista; previsione completamento; data prevista conclusione; fine prevista; data avvio; tempi ente;
    tempistica ente; scadenza prevista; quando prevediamo di farlo; quando previsto; inizio previsto`,
  completedDate: `data completamento; data conclusione; data realizzazione; completamento; data effettiva; data fine;
    conclusione; data attuazione; completata il; conclusa il; data chiusura; fine effettiva; data ultimazione;
    quando fatto; quando è stato fatto; realizzata il`,
  notes: 'note; nota; osservazioni; annotazioni; commenti; altro; note e criticità; criticità',
  expectedResults:
    'risultati attesi; risultati; benefici attesi; output attesi; esiti attesi; cosa otteniamo; benefici',
  steps: 'passi; fasi; attività operative; fasi operative; passaggi; azioni da compiersi; azioni puntuali',
  measure: `misura; misura PNRR; descrizione misura; codice misura; titolo misura; investimento; avviso; bando;
    avviso PNRR; bando PNRR; investimento PNRR; linea di finanziamento; titolo classe; progetto PNRR; titolo avviso`,
  progress: `stato progetto; stato di attuazione progetto; stato candidatura; attività progetto;
    descrizione stato attuazione; stato avanzamento progetto`,
  certification: 'asseverazione; stato asseverazione; esito asseverazione; verifica tecnica; collaudo; controllo',
  payment: `erogazione; pagamento; liquidazione; stato erogazione; erogazione finanziamento; erogazione contributo;
    incasso; stato pagamento; liquidato`,
  amount: `importo; importo finanziato; importo finanziamento; spesa; spesa complessiva; spesa totale; costo; contributo;
    euro; importo euro; contributo concesso; finanziamento concesso; importo ammesso; totale; spesa ICT; spesa sostenuta;
    stanziamento; ammontare; valore economico`,
  year: 'anno; annualità; esercizio; anno di riferimento; esercizio finanziario',
  office: `ufficio; servizio; settore; area organizzativa; unità organizzativa; direzione; struttura; ufficio proponente`,
  ownObjective: `obiettivo ente; obiettivo ufficio; progetto; titolo progetto; denominazione progetto;
    obiettivo breve periodo; obiettivo operativo`,
  resources: `risorse necessarie; risorse; risorse umane strumentali; fabbisogno; risorse richieste; mezzi; cosa serve;
    risorse impiegate`,
  indicator: 'indicatore; voce; misurazione; parametro; KPI; cosa si misura; descrizione indicatore; nome indicatore',
  value: `valore; valore attuale; numero; quantità; dato; valore rilevato; target; stato attuale; baseline;
    valore raggiunto; valore obiettivo`,
  unit: 'unità di misura; UM',
  acronym: 'acronimo; sigla; abbreviazione; voce glossario; parola; termine tecnico',
  meaning: 'significato; definizione; descrizione termine; esteso; per esteso; spiegazione; cosa vuol dire',
} as const

/** What a labelled field, or a column of a table, may hold. */
export type Field = keyof typeof names

const silent = new Set(
  (
    'di del dello della dell dei degli delle d da dal dalla dall in il lo la l i gli le per con e ed o od a al alla all ' +
    'ai agli alle su nel nella nell un una si n nr che cui ci'
  ).split(' '),
)

/** Words that many labels add to their own: they weigh little. */
const common = 0.4
const commonStems = new Set(
  'ente comune amministrazione agid piano triennale nazionale previsto prevista programmate pianificate realizzate sintetica riferimento locale principali eventuali relativa pa'
    .split(' ')
    .map((word) => stemOf(word)),
)
const weightOf = (stem: string): number => (commonStems.has(stem) ? common : 1)
const weigh = (stems: readonly string[]): number => stems.reduce((sum, stem) => sum + weightOf(stem), 0)

/**
 * The meaning part of a word: small letters, double ones single, gender and number cut; empty for articles and
 * prepositions.
 */
export function stemOf(word: string): string {
  const plain = fold(word).replace(/[^a-z0-9]+/g, '')
  const single = plain.replace(/([a-z])\1/g, '$1')
  return silent.has(plain) ? '' : single.replace(/(?<=....)[aeiou]$/, '').slice(0, 6)
}

/** The meaning words of a label, in order, each once. */
export const stemsOf = (label: string): readonly string[] => [
  ...new Set(
    fold(label)
      .split(/[^a-z0-9]+/)
      .map(stemOf)
      .filter((stem) => stem !== ''),
  ),
]

const known = Object.entries(names).flatMap(([field, labels]) =>
  labels.split(';').map((label, rank) => ({ field: field as Field, stems: stemsOf(label), rank })),
)
const byStem = Map.groupBy(
  known.flatMap((name) => name.stems.map((stem) => ({ stem, name }))),
  ({ stem }) => stem,
)

/** What a label means, and how surely, from 0 to 1. */
export type Meaning = { readonly field: Field; readonly likeness: number }

/** The fields a label may name, likeliest first: those whose names share at least half of their meaning with it. */
export const labelMeanings = (label: string): readonly Meaning[] => meaningsOf(stemsOf(label))

/** Less by each place in the list of a field's names: of two fields with the same name, the one that it names plainly. */
const perRank = 0.002

/** The same, for a label cut into stems already. */
export function meaningsOf(stems: readonly string[]): readonly Meaning[] {
  const words = [...new Set(stems.map((stem) => knownAs(stem)))]
  const best = new Map<Field, number>()
  for (const name of new Set(words.flatMap((word) => byStem.get(word) ?? []).map(({ name }) => name))) {
    const shared = name.stems.filter((stem) => words.includes(stem))
    const inOrder = shared.every(
      (stem, index) => index === 0 || words.indexOf(shared[index - 1] ?? '') < words.indexOf(stem),
    )
    const dice = (2 * weigh(shared)) / (weigh(name.stems) + weigh(words))
    const likeness = dice * (inOrder ? 1 : 0.85) - name.rank * perRank
    if (likeness >= 0.45 && likeness > (best.get(name.field) ?? 0)) best.set(name.field, likeness)
  }
  return [...best].map(([field, likeness]) => ({ field, likeness })).sort((a, b) => b.likeness - a.likeness)
}

/** True when a word is one that labels are made of. */
export const isLabelWord = (stem: string): boolean => byStem.has(knownAs(stem))

const slips = new Map<string, string>()
const mostSlips = 50_000

/** The stem itself when labels use it, or the one that is a slip away. */
function knownAs(stem: string): string {
  if (byStem.has(stem)) return stem
  const known = slips.get(stem) ?? byStem.keys().find((other) => isAlike(other, stem)) ?? stem
  if (slips.size < mostSlips) slips.set(stem, known)
  return known
}

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
