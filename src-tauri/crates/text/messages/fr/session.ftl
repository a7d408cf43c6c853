# L’écran d’une session.
session-title = Titre de la session
sheet-preview = Aperçu de la feuille
running-order = Déroulé
inspector = Détails
blocks = Blocs à déposer
block-hint = Glissez ce bloc sur l’axe, ou cliquez pour l’ajouter
block-welcome = Accueil
block-plenary = Plénière
block-activity = Activité
block-break = Pause
block-meal = Déjeuner
block-parallel = Ateliers en parallèle
block-workshop = Atelier
block-free = Temps libre
block-wrap-up = Clôture
block-milestone = Repère
order-empty = Journée à composer
gap = { $minutes } libres
overrun = Déborde de { $minutes }
from-to = de { $start } à { $end }
pinned = heure fixe
edge-hint = Glissez pour changer la durée
track-free = Piste libre
track-nth = Piste { $nth }
track-spare = { $minutes } de libre
track-idea = Idée
track-everyone = Tout le monde
track-add = Ajouter une piste
tracks-join = Réunir les pistes
track-slot-add = Ajouter un créneau
slot-title = Titre
slot-start = Début
slot-pinned = heure fixe
slot-end = Fin
slot-length = Durée
slot-min-minutes = Au moins
slot-min-minutes-none = sans minimum
slot-kind = Type
slot-room = Salle
slot-facilitators = Animé par
facilitators-hint = Prénom, prénom…
slot-notes = Notes
slot-material = Matériel
slot-tracks = Pistes
split-two = 2 pistes
split-three = 3 pistes
session-about = La session
day-number = Jour { $number }
day-start = Débute à
day-add = Ajouter un jour
day-delete = Retirer le dernier jour
session-address = Adresse
session-map = Plan (lien)
objectives = Objectifs
links = Liens
links-hint = Une adresse par ligne
new-slot-title = Nouveau créneau
move-title = Déplacer « { $title } »
place-before = Avant « { $title } » ({ $time })
place-end = À la fin
place-in-track = Piste { $number } de « { $title } » : { $where }
drag-lifted = « { $title } » est pris.
drag-aim = « { $title } » commencerait à { $time }.
slot-lift = Prendre le créneau
slot-drop = Poser le créneau
slot-put-back = Remettre en place
slot-aim-up = Viser plus haut
slot-aim-down = Viser plus bas
slot-next = Créneau suivant
slot-previous = Créneau précédent
slot-up = Déplacer vers le haut
slot-down = Déplacer vers le bas
slot-longer = Allonger d’un pas
slot-shorter = Raccourcir d’un pas
slot-insert = Insérer un créneau
slot-rename = Renommer
slot-pin = Fixer ou libérer l’heure
slot-move = Déplacer vers…
slot-delete = Supprimer le créneau
select-none = Ne rien sélectionner
tracks-count =
    { $count ->
        [one] { $count } piste
       *[other] { $count } pistes
    }
slot-extend-next = Étendre le choix vers le bas
slot-extend-previous = Étendre le choix vers le haut
select-all = Choisir toute la journée
slot-insert-block = Insérer un bloc
slot-duplicate = Dupliquer
slot-divide = Couper en deux où est la souris
slot-merge = Réunir avec le suivant
slot-tracks-toggle = Mettre en pistes, ou réunir les pistes
slot-max-minutes = Au plus
slot-max-minutes-none = sans maximum
slot-optional = facultatif
slot-setup = Installation
slot-teardown = Rangement
fixes-open = Voir les solutions
leave-as-is = Laisser ainsi
dismiss-here = Ne plus le signaler ici
dismiss-everywhere = Ne plus le signaler du tout
day-ends = Fin à { $time }
typing-hint = Titre, durée ou heure ; / pour un bloc
templates = Modèles
templates-manage = Gérer les modèles…
template-apply = Poser « { $title } »
template-save = Garder comme modèle
template-keep = Garder
template-save-slots = Garder les créneaux choisis…
template-save-day = Garder la journée…
template-title = Nom du modèle
template-explained =
    { $count ->
        [one] Un créneau seul devient un bloc à déposer. Salle et animateurs ne sont pas gardés.
       *[other] { $count } créneaux, à reposer tels quels. Salles et animateurs ne sont pas gardés.
    }
order-view = Vue
view-axis = Axe
view-list = Liste
order-list = Axe ou liste
zoom-in = Agrandir
zoom-out = Réduire
zoom-usual = Taille habituelle
zoom-fit = Voir toute la journée
crew-minutes = Installation et rangement
chosen-count =
    { $count ->
        [one] un créneau choisi
       *[other] { $count } créneaux choisis
    }
chosen-total = { $minutes } en tout
copied =
    { $count ->
        [one] Créneau copié.
       *[other] { $count } créneaux copiés.
    }
paste-nothing = Rien à coller ici : il faut des lignes comme « 9h30 - 10h : Accueil ».
list-start = Début
list-end = Fin
list-title = Titre
list-length = Durée
list-kind = Type
list-room = Salle
list-facilitators = Animé par
list-notes = Notes
list-material = Matériel
list-setup = Installation
list-teardown = Rangement
fault-kind = Aucun type ne commence ainsi.
fault-title = Il faut un titre.

# Mis de côté
dismissed = Mis de côté ({ $count })
dismissed-everywhere = partout
dismissed-restore = Signaler à nouveau
dismissed-restore-of = Signaler à nouveau : { $what }, { $where }
dismissed-finding-audience-absent = Public absent
dismissed-finding-clock-back = L’heure recule
dismissed-finding-clock-forward = L’heure avance
dismissed-finding-clock-twice = Une heure affichée deux fois
dismissed-finding-ends-early = Fin avant l’heure annoncée
dismissed-finding-ends-late = Fin après l’heure annoncée
dismissed-finding-gap = Temps libre entre deux créneaux
dismissed-finding-idea-twice = Idée placée deux fois
dismissed-finding-lead-clash = Animateur à deux endroits
dismissed-finding-no-break = Pas de pause
dismissed-finding-no-lead = Personne n’anime
dismissed-finding-no-meal = Pas de repas
dismissed-finding-no-room = Pas de salle
dismissed-finding-overrun = Débordement
dismissed-finding-room-clash = Salle prise deux fois
dismissed-finding-room-small = Salle trop petite
dismissed-finding-starts-early = Début avant l’heure annoncée
dismissed-finding-starts-late = Début après l’heure annoncée
dismissed-finding-tracks-free = Pistes libres
dismissed-finding-tracks-no-room = Pistes sans salle

# Repos proposés
fix-insert-break = Une pause à { $time }
fix-insert-meal = Un repas à { $time }
slot-menu = Actions sur le créneau
slot-copy = Copier
slot-cut = Couper
slot-paste = Coller
slot-keep = Garder comme bloc…
slot-pin-here = Fixer l’heure
slot-unpin = Libérer l’heure
slot-split = Mettre en pistes
slot-divide-here = Couper en deux ici
slot-kind-choose = Changer de type…
end-as-announced = comme annoncé
end-before = { $minutes } avant l’annonce
end-after = { $minutes } après l’annonce
view-options = Affichage
colour-by-kind = Couleurs par type
colour-by-audience = Couleurs par public
step-of = Pas de { $minutes }
zoom-fitted = Ajusté
to-check = À vérifier
empty-type = Écrire le premier créneau
empty-copy = Reprendre le { $date }
empty-drag = Ou glissez un bloc depuis la rangée du haut.
empty-paste = Ou collez des lignes comme « 9h30 - 10h : Accueil ».
order-empty-text = Glissez un bloc ici, cliquez dessus, ou appuyez sur N.
fix-end = fin { $time }
