# L’écran du programme.
programme-title = Titre du programme
add-session = Nouvelle session
new-session-title = Nouvelle session
programme-empty = Pas encore de session
programme-empty-text = Annoncez une première date, ou importez la page où elles sont déjà.
sample = Exemple
sample-text = Ce programme est un exemple. Essayez tout : rien d’autre n’est touché.
sample-keep = Le garder
sample-remove = Retirer l’exemple
column-date = Date
column-session = Session
column-audience = Public
column-theme = Thématique
column-order = Déroulé
column-status = État
column-more = Actions
venue = Lieu
order-none = À composer
edit-hours = Horaires de « { $title } »
session-actions = Actions pour « { $title } », { $date }
open-order = Ouvrir le déroulé
print-sheet = Feuille du jour
session-cancel = Annuler la session
session-restore = Rétablir la session
session-delete = Supprimer
session-duplicate = Dupliquer…
copy-session-of = Dupliquer « { $title } »
copy-session-date = Date de la copie
copy-session-first-date = Premier jour de la copie
copy-session-effect = { $days } et { $slots } seront copiés, avec les horaires. La copie sera provisoire.
copy-session-apart = Ses jours gardent leur écart.
copy-session-undated = Tous ses jours seront à confirmer.
copy-session = Dupliquer
copy-programme = Copier vers une nouvelle année…
copy-programme-short = Nouvelle année…
copy-programme-of = Copier « { $title } » vers une nouvelle année
copy-programme-title = Titre de la copie
copy-title-taken = Un programme porte déjà ce titre.
copy-dates = Dates
copy-by-weekday = Même jour de la semaine, dans le même mois
copy-years = Nombre d’années
copy-years-unit =
    { $count ->
        [one] an plus tard
       *[other] ans plus tard
    }
copy-by-days = Après un intervalle
copy-days = Nombre de jours
copy-days-unit =
    { $count ->
        [one] jour
       *[other] jours
    }
copy-by-none = Toutes à confirmer
copy-fault = Un nombre de 1 à { $most }.
copy-preview = Dates des sessions
copy-date-here = Premier jour
copy-date-there = Dans la copie
copy-programme-effect = { $sessions } et { $slots } seront copiés, avec les publics, les salles, les horaires et les couleurs des mots-clés. Les sessions seront provisoires ; les idées d’ateliers restent ici.
copy-programme-do = Copier
programme-view = Présentation
view-announced = Annoncé
view-orders = Déroulés
orders-toggle = Tableau annoncé ou tous les déroulés
order-slot = { $start } – { $end } : { $title } ({ $kind })
order-milestone = { $time } : { $title }
hours-of = Horaires de « { $title } »
hours-start = Début pour { $audience }
hours-end = Fin pour { $audience }
new-audience = Ajouter un public…
date-aim = « { $title } » : { $date }
drag-nowhere = Rien ne peut aller ici.
drag-restored = Remis en place.
programme-count =
    { $count ->
        [one] { $count } session
       *[other] { $count } sessions
    }
days-count =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
slots-count =
    { $count ->
        [one] { $count } créneau
       *[other] { $count } créneaux
    }

programme-language = Langue
language-fr = français
language-en = anglais
date-free = libre
date-taken = déjà « { $title } »
date-shift = { $sign }{ $days } j
theme-add = + thème
compose = Composer
add = Ajouter
venue-add = + lieu
hours-add = + horaires
copy-cancelled =
    { $count ->
        [one] La session annulée est reprise, comme provisoire.
       *[other] Les { $count } sessions annulées sont reprises, comme provisoires.
    }
