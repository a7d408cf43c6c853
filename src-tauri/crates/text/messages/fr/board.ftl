# Les ateliers.
board-ideas = Idées
board-search = Chercher ; une idée par ligne…
board-add = Ajouter « { $title } »
board-none-found = Aucune idée ne correspond.
board-no-idea = Écrivez une première idée ci-dessus, puis Entrée.
board-add-round = Ajouter un tour
board-add-room = Ajouter une salle
board-round-title = Atelier n° { $number }
board-room-name = Salle { $number }
board-empty = Pas encore de tour dans « { $title } »
board-empty-text = Un tour est un créneau à plusieurs pistes : ajoutez-en un, puis glissez-y les idées.
board-drop = Déposer une idée
board-list = Dans la liste
board-track = Piste { $number }
board-no-room = sans salle
board-places-none = places ?
board-capacity = Places de { $room }
board-room-actions = Actions pour { $room }
board-room-delete = Supprimer la salle
board-place = Placée
board-people = Personnes
board-tags = Mots-clés
board-tag-colour = Couleur du mot-clé « { $name } » : { $colour }
colour-teal = Turquoise
colour-purple = Violet
colour-blue = Bleu
colour-amber = Ambre
colour-rose = Rose
colour-green = Vert
colour-slate = Gris
colour-none = Sans couleur
board-description = Description
board-places =
    { $count ->
        [one] { $count } place
       *[other] { $count } places
    }
board-about =
    { $rounds ->
        [0] Aucun tour
        [one] { $rounds } tour
       *[other] { $rounds } tours
    } · { $rooms ->
        [0] aucune salle
        [one] { $rooms } salle
       *[other] { $rooms } salles
    }
board-to-place = À placer ({ $count })
board-placed = Placées ({ $count })
board-elsewhere = Dans une autre session ({ $count })
board-all-placed = Toutes les idées ont une place.
board-placed-times =
    { $count ->
        [one] placée
       *[other] placée × { $count }
    }
