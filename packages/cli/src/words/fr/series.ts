import type { Words } from '../en.ts';
import { bounds, duration, list, plural } from './numbers.ts';

/** The words about options, periods and files of series. */
export const series: Pick<Words, 'usage' | 'period' | 'get' | 'export' | 'files' | 'state' | 'clock'> = {
  usage: {
    unknownOption: (option, suggestion) =>
      `${option === undefined ? 'Cette option' : `L’option ${option}`} n’existe pas.${suggestion ? ` Vouliez-vous dire ${suggestion} ?` : ''}`,
    unknownCommand: (command, suggestion) =>
      `${command === undefined ? 'Cette commande' : `La commande ${command}`} n’existe pas.${suggestion ? ` Vouliez-vous dire ${suggestion} ?` : ''}`,
    missingValue: (option) => `${option} attend une valeur.`,
    missingArgument: (argument) => `L’argument ${argument} manque.`,
    excessArguments: 'Il y a plus d’arguments que la commande n’en admet. Vérifiez les guillemets.',
    keyAsArgument: (option) =>
      `${option} n’est pas une option : tous les utilisateurs de cette machine peuvent lire une clé passée en argument. ` +
      'Placez-la dans $SESSION_SERIES_API_KEY, ou dans un fichier indiqué par --key-file.',
    badInteger: (option, text, minimum, maximum) =>
      `${option} vaut « ${text} ». Valeur attendue : ${bounds(minimum, maximum)}.`,
    badChoice: (option, text, values) => `${option} vaut « ${text} ». Valeurs possibles : ${list(values)}.`,
    emptyValue: (option) => `${option} est vide. Au moins 1 caractère est attendu.`,
    badPattern: (option, text, example) =>
      `${option} vaut « ${text} ». Exemple de valeur attendue : ${example}.`,
  },
  period: {
    fromAndLast: '--from et --last indiquent tous deux le début de la période. Utilisez l’un des deux.',
    noStart: 'Le début de la période manque. Indiquez --from 2025-01-01, ou --last 90d.',
    badLast: (text) =>
      `--last vaut « ${text} ». Un nombre et une unité sont attendus : 48h, 90d, 12w, 6mo ou 1y.`,
    badInstant: (option, text) =>
      `${option} vaut « ${text} ». Valeur attendue : un jour comme 2025-01-31, ou une date et heure comme 2025-01-31T12:00:00Z.`,
    endsBeforeStart: (from, to) =>
      `La période commence le ${from} et se termine le ${to}. La fin doit suivre le début.`,
    refused: (reason) => `La période ne peut pas être demandée : ${reason}`,
    unknownTimeZone: (name) =>
      `--time-zone vaut « ${name} ». Un nom de la base IANA des fuseaux horaires, comme Europe/Paris, est attendu.`,
  },
  get: {
    json: 'Écrire du JSON',
    csv: 'Écrire du CSV',
    ndjson: 'Écrire un objet JSON par ligne',
    dryRun: 'Afficher la requête au lieu de l’envoyer',
    oneFormat: (options) => `${options.join(' et ')} s’excluent. Utilisez l’une de ces options.`,
    wouldSend: (path, query) => `1 requête serait envoyée : GET ${path}?${query}`,
    time: 'Date',
    sessions: 'Sessions',
    summary: (total, mean, points) =>
      points === 0
        ? 'Aucune session comptée.'
        : `${plural(points, 'point')}, ${total} sessions, ${mean} en moyenne`,
  },
  export: {
    file: 'Le fichier à écrire, dans le format de son extension ; sans lui, la sortie standard',
    output: 'Comme l’argument',
    format: 'Le format, quand le nom du fichier ne l’indique pas',
    resume: 'Reprendre un export interrompu après son dernier point complet',
    append: 'Mettre à jour un fichier existant ; la dernière unité, inachevée, est demandée de nouveau',
    overwrite: 'Recommencer, et supprimer ce qu’un export interrompu a laissé',
    singer: 'Écrire des messages Singer sur la sortie standard, au lieu d’un fichier',
    state: 'Avec --singer : l’état à la fin de l’exécution précédente',
    dryRun: 'Afficher le nombre de requêtes nécessaires, sans en envoyer',
    concurrency: 'Requêtes simultanées',
    progress: '{bar} {percentage} % | {rows} lignes | {rate} lignes/s | reste {eta_formatted}',
    requests: (requests) => `${plural(requests, 'requête serait envoyée', 'requêtes seraient envoyées')}.`,
    resuming: (rows) => `Reprise après ${plural(rows, 'ligne')}.`,
    done: (file, rows, bytes) =>
      `${plural(rows, 'ligne écrite', 'lignes écrites')} dans ${file} (${plural(bytes, 'octet')}).`,
    interrupted: (rows, file) =>
      `Interrompu après ${plural(rows, 'ligne')}. Relancez la même commande avec --resume pour terminer ${file}.`,
    kept: (rows, file) =>
      `${plural(rows, 'ligne conservée', 'lignes conservées')}. Relancez la même commande avec --resume pour terminer ${file}.`,
    noOutput: 'Le fichier de sortie manque. Indiquez celui à compléter, comme sessions.csv.',
    twoOutputs:
      'Le fichier de sortie est indiqué deux fois, en argument et par --output. Indiquez-le une seule fois.',
    unknownEnding: (file, endings) =>
      `Le nom ${file} n’indique pas de format. Extensions possibles : ${list(endings)} ; sinon, utilisez --format.`,
    notForStandardOutput: (format) =>
      `Le format ${format} ne peut pas être écrit sur la sortie standard. Indiquez un fichier, ou choisissez csv ou ndjson.`,
    oneContinuation: (options) => `${options.join(' et ')} s’excluent. Utilisez l’une de ces options.`,
    duckdbMissing:
      'Les fichiers DuckDB nécessitent un autre paquet. Installez-le au même endroit que session-series : npm install @duckdb/node-api (avec --global si session-series est installé globalement).',
  },
  files: {
    noFolder: (file, folder) =>
      `${file} ne peut pas être créé : le dossier ${folder} n’existe pas. Créez-le d’abord.`,
    isFolder: (file) => `${file} est un dossier. Un nom de fichier est attendu.`,
    noFile: (file) =>
      `${file} est un périphérique ou un tube. Un fichier est attendu ; avec -, l’export va sur la sortie standard, qui peut être redirigée.`,
    readOnly: (file) => `${file} est en lecture seule. Autorisez l’écriture, ou choisissez un autre fichier.`,
    notPermitted: (file) =>
      `${file} ne peut pas être écrit : accès refusé. Choisissez un autre dossier, ou demandez l’accès.`,
    noSpace: (file) =>
      `${file} n’a pas pu être écrit : le disque est plein, ou le fichier trop grand. Libérez d’abord de la place.`,
    standardOutput: (code) =>
      `Échec d’écriture sur la sortie standard (${code}). Rien ne peut être repris : libérez de la place, ou choisissez un autre fichier.`,
    inUse: (file, process, lock) =>
      `Le processus ${process} est en train d’écrire ${file}. Attendez qu’il se termine ; s’il n’existe plus, supprimez ${lock}.`,
    unfinished: (file, journal) =>
      `${journal} contient les lignes d’un export de ${file} qui a été interrompu. ` +
      'Terminez-le avec --resume, ou recommencez avec --overwrite.',
  },
  state: {
    missing: (file, state) =>
      `${file} ne peut pas être mis à jour : son fichier d’état ${state} manque. Exportez-le de nouveau avec --overwrite.`,
    broken: (state, file) =>
      `${state} n’est pas un fichier d’état. Restaurez-le, ou exportez de nouveau ${file} avec --overwrite.`,
    brokenJournal: (journal) =>
      `${journal} n’est pas le journal d’un export. Recommencez avec --overwrite ; le fichier de sortie reste intact jusque-là.`,
    changed: (file, state) =>
      `${file} a changé depuis l’écriture de ${state}. Restaurez-le, ou exportez-le de nouveau avec --overwrite.`,
    otherQuery: (file, name, saved, asked) =>
      `${file} correspond à une autre demande : ${name} y vaut ${saved}, et vous demandez ${asked}. ` +
      'Demandez la même chose, écrivez dans un autre fichier, ou recommencez avec --overwrite.',
    clockBehind: (file, complete, to) =>
      `${file} est complet jusqu’au ${complete}, et la période se termine avant, le ${to}. ` +
      'Vérifiez l’horloge de cette machine, ou --to.',
  },
  clock: {
    wrong: (ahead) =>
      `L’horloge de cette machine a ${duration(ahead)} ${ahead > 0 ? 'd’avance' : 'de retard'} sur celle du serveur. ` +
      'Réglez l’horloge, ou indiquez avec --to une fin passée.',
  },
};
