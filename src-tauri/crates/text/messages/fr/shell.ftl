# Le cadre de la fenêtre.
saving-saved = Enregistré
saving-saving = Enregistrement…
saving-failed = Non enregistré
command-palette = Commandes
command-keys = Raccourcis
command-undo = Annuler
command-redo = Rétablir
command-history = Historique
command-import = Importer une page…
command-findings = Points à voir
command-language = Switch to English
command-theme = Clair ou sombre
command-settings = Réglages
go-programme = Programme
go-session = Déroulé de la session
go-board = Ateliers
go-agenda = Agenda partagé
go-print = Imprimer
sessions = Sessions
prepare = Préparer
send-out = Diffuser
sidebar = Navigation
switch-programme = Changer de programme
new-programme = Nouveau programme
new-programme-title = Nouveau programme
delete-programme = Supprimer ce programme
undated = À confirmer
findings = Points à voir
findings-none = Rien à signaler.
severity-note = À savoir
severity-warning = À vérifier
severity-conflict = Conflit
notices = Avis
close = Fermer
cancel = Annuler
delete = Supprimer
palette-search = Créneau, idée, session, note ou commande
palette-none = Aucune commande ne correspond.
group-everywhere = Partout
group-programme = Programme
group-session = Déroulé
group-board = Ateliers
group-agenda = Agenda
group-print = Imprimer
setting-language = Langue
setting-theme = Thème
setting-store = Données
theme-system = Système
theme-light = Clair
theme-dark = Sombre
history-edits = À annuler ou rétablir
history-log = Tout ce qui a été fait
history-log-hint = Un clic revient à l’état d’alors, quoi qu’on ait annulé depuis. Ce retour s’annule aussi.
history-older = Plus ancien
history-none = Aucune modification.
undo-done = Annulé : { $what }
redo-done = Rétabli : { $what }
welcome-title = Aucun programme
welcome-text = Déposez ici la page de votre programme, commencez-en un nouveau, ou regardez un exemple.
welcome-sample = Ouvrir l’exemple
kind-welcome = Accueil
kind-plenary = Plénière
kind-activity = Activité
kind-workshop = Atelier
kind-break = Pause
kind-meal = Repas
kind-freetime = Temps libre
kind-travel = Trajet
kind-wrapup = Clôture
status-tentative = Provisoire
status-confirmed = Confirmée
status-cancelled = Annulée
fault-people = Écrivez un nombre de personnes, par exemple 12.
fault-time = Écrivez une heure : 9h, 9h30 ou 14.
fault-duration = Écrivez une durée : 45, 1h15 ou 75 min.
date-none = À confirmer
date-to-confirm = Date à confirmer
month-before = Mois précédent
month-after = Mois suivant
findings-count =
    { $count ->
        [0] rien à signaler
        [one] { $count } point à voir
       *[other] { $count } points à voir
    }
setting-step = Pas de temps
findings-all = Tous les points à voir
keys-list = Toutes les touches
key-shift = Maj
key-enter = Entrée
key-escape = Échap
key-delete = Suppr
key-menu = Menu
done-delete-programme = Programme « { $title } » supprimé
done-delete-audience = Public { $name } supprimé
done-delete-room = Salle { $name } supprimée
done-delete-session = Session « { $title } » supprimée
done-delete-day = Un jour de « { $title } » supprimé
done-delete-slot = « { $title } » supprimé
done-delete-slots = { $count } créneaux supprimés
done-delete-template = Modèle « { $title } » supprimé
done-delete-track = Une piste de « { $title } » supprimée
done-delete-idea = Idée « { $title } » supprimée
done-duplicate-session = Session « { $title } » copiée
done-copy-programme = Programme copié sous « { $title } »
done-save-template = Modèle « { $title } » enregistré
undo-too-late = Autre chose a changé depuis. L’historique permet d’y revenir.
saving-paused = Fichier libéré tant que la boîte de dialogue est ouverte
store-lost-title = Vos modifications ne sont plus enregistrées
store-replaced-title = Le fichier a été remplacé pendant que vous travailliez
store-damaged-title = Le fichier est abîmé
store-show-rescue = Montrer la copie de secours
store-show-file = Montrer le fichier
store-save-elsewhere = Enregistrer ailleurs…
store-reload = Afficher le fichier
store-try-again = Réessayer
store-copies = Voir les copies
copies = Copies
copies-about = Une copie est faite chaque jour, et avant chaque restauration.
copies-damaged = abîmée
copies-reading = Lecture des copies…
copy-what =
    { $sessions ->
        [one] { $sessions } session, état nº { $revision }
       *[other] { $sessions } sessions, état nº { $revision }
    }
copy-rescue = copie de secours
copy-restore = Restaurer
copies-show = Ouvrir leur dossier
lost-store-title = Votre fichier n’est plus là
lost-store-text = Il a peut-être été supprimé ou déplacé, mais il en reste des copies. Choisissez celle à reprendre.
lost-store-new = Commencer sans elles
search = Chercher
import = Importer
ideas-to-place =
    { $count ->
        [one] { $count } idée à placer
       *[other] { $count } idées à placer
    }
date-type = Écrire la date
date-hint = 12 mars, jeu. 12, demain…
date-past = passé
date-unread = Cette date n’est pas comprise.
search-all = Chercher dans tout le programme
