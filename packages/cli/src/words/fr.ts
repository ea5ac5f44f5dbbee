import type { Words } from './en.ts';

const list = (values: readonly string[]) => values.join(', ');
const count = (value: number) => new Intl.NumberFormat('fr').format(value);
const plural = (value: number, one: string, many = `${one}s`) =>
  `${count(value)} ${Math.abs(value) < 2 ? one : many}`;

function duration(milliseconds: number): string {
  const minutes = Math.round(Math.abs(milliseconds) / 60_000);
  if (minutes < 120) return plural(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? plural(hours, 'heure') : plural(Math.round(hours / 24), 'jour');
}

const bounds = (minimum: number | undefined, maximum: number | undefined) =>
  minimum !== undefined && maximum !== undefined
    ? `un nombre entier de ${count(minimum)} à ${count(maximum)}`
    : 'un nombre entier';

const units: Record<string, string> = { day: 'jour', hour: 'heure' };

/** What the command line says, in French. */
export const fr: Words = {
  program: {
    summary: (path) => `Les statistiques de sessions en ligne de commande : GET ${path}.`,
    independent: 'Indépendant de Braze, Inc.',
    titles: {
      'Usage:': 'Utilisation :',
      'Arguments:': 'Arguments :',
      'Options:': 'Options :',
      'Commands:': 'Commandes :',
      'Global Options:': 'Options générales :',
    },
    usageOptions: '[options]',
    usageCommand: '[commande]',
    default: (value) => `(par défaut : ${value})`,
    repeatable: '(répétable)',
    moreHelp: (name) => `${name} <commande> --help affiche les options d’une commande.`,
    seeHelp: (name) => `${name} --help affiche toutes les options.`,
    error: (message) => `Erreur : ${message}`,
    defect: (message) =>
      `C’est un bogue de session-series : ${message}\nRelancez la commande avec --verbose pour obtenir la trace, et signalez-le.`,
    interrupted: 'Interrompu.',
  },
  commands: {
    export: 'Exporter des séries de toute longueur en CSV, NDJSON, Parquet, SQLite ou DuckDB',
    doctor: 'Vérifier la clé, l’instance, l’autorisation, l’horloge et le réseau, en une seule requête',
    profile: 'Enregistrer une instance et une clé sous un nom',
    mock: 'Démarrer un simulateur ; toutes les options lui sont transmises',
    mcp: 'Fournir les séries aux assistants, par le Model Context Protocol',
    completion: 'Afficher le script de complétion d’un shell',
    man: 'Afficher la page de manuel',
  },
  options: {
    values: {
      instance: 'nom|url',
      file: 'fichier',
      name: 'nom',
      instant: 'date',
      duration: 'durée',
      timeZone: 'fuseau horaire',
    },
    instance: (variable) =>
      `L’instance à laquelle appartient la clé, ou une URL de base ; sinon $${variable}`,
    keyFile: (variable) =>
      `Un fichier qui contient la clé API REST, - pour l’entrée standard ; sinon $${variable}`,
    profile: 'Un profil du fichier de configuration',
    mock: 'Démarrer un simulateur et l’utiliser : ni compte, ni clé',
    lang: 'La langue de l’aide et des messages ; sinon celle du système',
    quiet: 'N’afficher ni progression ni résumé',
    verbose: 'Afficher chaque nouvelle tentative, et la trace d’un bogue',
    version: 'Afficher la version',
    help: 'Afficher l’aide',
    from: 'Le début : un jour du fuseau horaire, comme 2025-01-01, ou une date et heure ISO 8601',
    to: 'La fin, exclue : un jour, ou une date et heure. Par défaut, maintenant',
    last: 'À la place de --from : les dernières 48h, 90d (jours), 12w (semaines), 6mo (mois) ou 1y (an), jour en cours compris',
    timeZone: 'Le fuseau horaire des jours et des heures comptés, par son nom IANA',
    names:
      'Les noms des applications et des segments : un objet JSON de noms par identifiant, ou un CSV avec identifiant et nom',
  },
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
    duckdbMissing: 'Les fichiers DuckDB nécessitent un paquet supplémentaire : npm install @duckdb/node-api',
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
  key: {
    missing: (variable, source) =>
      source === undefined
        ? `Il n’y a pas de clé API REST. Définissez $${variable}, indiquez --key-file, ou créez un profil : session-series profile set`
        : `La clé de ${source} est vide. Une clé API REST est attendue.`,
    malformed: (source) =>
      `La clé de ${source} contient des caractères qu’aucune clé ne contient, comme des espaces ou des guillemets. Copiez-la de nouveau.`,
    standardInput: 'l’entrée standard',
    profile: 'du profil',
    noFile: (file) =>
      `Le fichier de clé${file === undefined ? '' : ` ${file}`} n’existe pas. Indiquez le nom d’un fichier qui contient la clé.`,
  },
  names: {
    unreadable: (file) => `Les noms ne peuvent pas être lus : ${file} manque ou n’est pas lisible.`,
    malformed: (file) =>
      `${file} n’est pas une liste de noms. Un objet JSON de noms par identifiant, ou un CSV avec identifiant et nom, est attendu.`,
  },
  configuration: {
    notJson: (file) => `${file} n’est pas du JSON. Corrigez-le, ou supprimez-le.`,
    noProfiles: (file) =>
      `${file} n’a pas de profils. Attendu : {"profiles": {"default": {"instance": "…"}}}.`,
    readableByOthers: (file) =>
      `${file} peut être lu par d’autres utilisateurs de cette machine, et peut contenir une clé. Exécutez : chmod 600 ${file}`,
    unknownProfile: (name, known) =>
      `Le profil ${name} n’existe pas. ${known.length > 0 ? `Profils existants : ${list(known)}.` : 'Créez-en un : session-series profile set'}`,
  },
  instance: {
    missing: (variable, known) =>
      `L’instance manque. Indiquez --instance ou définissez $${variable} : ${list(known)}, ou une URL de base.`,
    unknown: (known) =>
      `Cette instance ne figure pas dans le contrat. Valeurs possibles : ${list(known)}, ou une URL de base en https://.`,
    refused: (message) => `L’instance ne peut pas être utilisée. ${message}`,
  },
  errors: {
    authentication: (detail) =>
      `Le serveur refuse la clé (401 : ${detail}). Vérifiez la clé et son instance : ` +
      'toute autre instance refuse une clé valide de la même façon.',
    permission: (detail, permission) =>
      `La clé est valide mais ne donne pas accès à ces données (403 : ${detail}). Créez une clé avec l’autorisation ${permission}.`,
    rateLimit: (reset) =>
      `La limite de débit est atteinte (429). Réessayez ${reset ? `après ${reset.toISOString()}` : 'plus tard'}.`,
    status: (status, detail, attempts) =>
      `Le serveur répond ${status} : ${detail}${attempts > 1 ? ` (après ${count(attempts)} tentatives)` : ''}.`,
    timeout: (origin, attempts) =>
      `${origin} n’a pas répondu à temps (${plural(attempts, 'tentative')}). Réessayez plus tard.`,
    network: (origin, cause, attempts) =>
      `${origin} est injoignable : ${cause} (${plural(attempts, 'tentative')}). Vérifiez le réseau, le proxy et l’adresse.`,
    invalid: (message) => `La réponse ne respecte pas le contrat. ${message}`,
  },
  doctor: {
    subjects: {
      key: 'Clé',
      instance: 'Instance',
      network: 'Réseau',
      permission: 'Autorisation',
      rateLimit: 'Quota',
      clock: 'Horloge',
    },
    instance: (name, url) => (url ? `${name}, ${url}` : name),
    keyFound: (source) => `trouvée : ${source}`,
    reached: 'le serveur répond',
    permitted: 'la clé donne accès aux séries',
    rateLimit: (remaining, limit) => `il reste ${count(remaining)} requêtes sur ${count(limit)}`,
    clockGood: 'à l’heure du serveur',
  },
  profiles: {
    name: 'Le nom du profil ; sans nom, default est utilisé',
    list: 'Lister les profils : nom, instance, fichier de clé, fuseau horaire',
    set: 'Créer ou modifier un profil',
    remove: 'Supprimer un profil',
    instance: 'L’instance à laquelle appartient la clé, ou une URL de base',
    keyFile:
      'Un fichier qui contient la clé ; - la lit sur l’entrée standard et la garde dans le fichier de configuration',
    timeZone: 'Le fuseau horaire des exports',
    keyKept: '(clé dans ce fichier)',
    saved: (name, file) => `Profil ${name} enregistré dans ${file}.`,
    removed: (name, file) => `Profil ${name} supprimé de ${file}.`,
  },
  singer: {
    noUse: (options) => `${options.join(' et ')} ne s’utilisent pas avec --singer.`,
    badState: (file) =>
      `${file} n’est pas un état Singer de ce programme. La valeur du dernier message STATE est attendue.`,
    badConfig: (file) =>
      `${file} n’est pas une configuration de ce programme. Un JSON avec start_date, et instance ou profile, est attendu.`,
    badCatalog: (file) =>
      `${file} n’est pas un catalogue Singer. Un JSON avec streams, tel que --discover l’affiche, est attendu.`,
    missingFile: (file) => `${file} n’existe pas.`,
    noConfig: '--config avec un fichier, ou --discover, est attendu.',
  },
  mcp: {
    http: 'Servir en Streamable HTTP, au lieu de l’entrée et de la sortie standard',
    port: 'Le port de --http ; 0 pour n’importe quel port libre',
    host: 'L’adresse d’écoute ; hors de la boucle locale, un jeton est exigé',
    allowHost: 'Un nom admis dans l’en-tête Host des requêtes, en plus de ceux de cette machine',
    tokenFile:
      'Un fichier qui contient le jeton exigé pour les requêtes HTTP ; sinon $SESSION_SERIES_MCP_TOKEN',
    listening: (url) => `Serveur MCP sur ${url}. Ctrl-C pour l’arrêter.`,
    tokenNeeded: (host) =>
      `--host ${host} est accessible depuis d’autres machines. Définissez un jeton avec --token-file ou $SESSION_SERIES_MCP_TOKEN.`,
    portTaken: (port) =>
      `Le port ${port} est déjà pris. Indiquez un autre --port, ou 0 pour n’importe quel port libre.`,
    instructions:
      'Nombre de sessions des applications et des segments, par jour ou par heure. Pour une question sur une période, ' +
      'appelez d’abord summarise_sessions ; get_sessions_series donne les points. Périodes : last="7d", ou from et to.',
    getTitle: 'Obtenir une série de sessions',
    getDescription: (max) =>
      `Renvoie les ${count(max)} points les plus récents au plus ; le lien de ressource donne toutes les lignes en CSV.`,
    summariseTitle: 'Résumer les sessions',
    summariseDescription:
      'Total, moyenne, jour ou heure le plus et le moins actif d’une période, comparés à la période précédente ou à l’année précédente.',
    listTitle: 'Lister applications et segments',
    listDescription:
      'Identifiants et noms des applications et segments configurés. D’autres peuvent exister.',
    from: 'Début : 2025-01-01, ou une date et heure',
    to: 'Fin, exclue ; maintenant si absent',
    last: 'À la place de from : 48h, 7d, 12w, 6mo, 1y',
    timeZone: 'Nom IANA ; UTC si absent',
    compare: 'À quoi comparer',
    tooLong: (points, limit) =>
      `La période compte ${count(points)} points, et ${count(limit)} au plus peuvent être renvoyés. ` +
      'Demandez unit "day", ou une période plus courte.',
    rowsTitle: 'Toutes les lignes en CSV',
    rowsDescription: 'Les lignes d’une série, d’après la demande d’un résultat d’outil',
    contractTitle: (language) => `Le contrat OpenAPI (${language})`,
    unknownArgument: (name, known) =>
      `L’argument ${name} n’existe pas. Arguments possibles : ${list(known)}.`,
    notText: (name, value) => `${name} vaut « ${value} ». Un texte est attendu.`,
    badRows: 'L’URI d’un lien de ressource renvoyé par un outil est attendue.',
    summary: (total, mean, points, unit) =>
      `${count(total)} sessions en ${plural(points, units[unit] ?? unit)}, ${count(Math.round(mean))} en moyenne.`,
    change: (percent, total, from, to) => `${percent} par rapport à ${count(total)} du ${from} au ${to}.`,
    extremes: (most, mostCount, least, leastCount) =>
      `Maximum : ${most} (${count(mostCount)}). Minimum : ${least} (${count(leastCount)}).`,
    unfinished: 'Le dernier point est encore en cours de comptage, et exclu de la comparaison.',
    known: (apps, segments) => `${plural(apps, 'application')} et ${plural(segments, 'segment')}.`,
    nothingKnown:
      'Aucun nom n’est configuré. Indiquez --names, ou utilisez les identifiants du tableau de bord.',
  },
  shell: {
    shell: 'Le shell',
    exitCodes: 'CODE DE RETOUR',
    environment: 'ENVIRONNEMENT',
    files: 'FICHIERS',
    synopsis: 'SYNOPSIS',
    description: 'DESCRIPTION',
    nameSection: 'NOM',
    commandsSection: 'COMMANDES',
    examples: 'EXEMPLES',
    keyVariable: 'La clé API REST.',
    instanceVariable: 'L’instance à laquelle appartient la clé.',
    profileVariable: 'Le profil à utiliser.',
    configVariable: 'Le fichier de configuration, à la place de celui du dossier de configuration.',
    configFile: 'Les profils. Seul son propriétaire peut le lire.',
  },
  exit: {
    ok: 'Terminé',
    usage: 'Une commande, une option ou une valeur incorrecte',
    data: 'Un fichier au contenu inutilisable : un fichier d’état corrompu, le journal d’une autre demande',
    noInput: 'Un fichier à lire manque',
    unavailable: 'Le serveur est injoignable, ou échoue à chaque tentative',
    software: 'Un bogue de ce programme',
    cannotCreate: 'Le fichier de sortie ne peut pas être créé, ou un autre processus l’écrit',
    io: 'Échec d’écriture : disque plein, ou fichier trop grand',
    rateLimit: 'La limite de débit est atteinte ; réessayez plus tard',
    protocol: 'La réponse ne respecte pas le contrat, ou le serveur refuse la requête',
    noPermission: 'La clé est refusée : mauvaise clé, mauvaise instance, ou autorisation manquante',
    configuration: 'Pas de clé, pas d’instance, une erreur de configuration, ou une horloge mal réglée',
    interrupted: 'Ctrl-C',
    terminated: 'SIGTERM',
  },
};
