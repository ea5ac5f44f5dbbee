import type { Words } from '../en.ts';
import { count, list, plural } from './numbers.ts';

/** The words about the key, the server and profiles. */
export const connection: Pick<
  Words,
  'key' | 'names' | 'configuration' | 'instance' | 'errors' | 'doctor' | 'profiles'
> = {
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
};
