# Ce que dit le programme de ce qu'il a trouvé, fait ou refusé. Lu par la fenêtre et par la ligne de commande.
# Une heure ou une durée s’écrit d’elle-même ; la fonction DATE dit comment une date s’écrit.

# Points à voir
finding-overrun = « { $before } » déborde de { $minutes } sur « { $title } », fixé à { $start }.
finding-gap = { $minutes } libres entre « { $before } » et « { $title } » (de { $from } à { $start }).
finding-starts-early = Le déroulé commence à { $start }, la session est annoncée à { $announced }.
finding-starts-late = Le déroulé commence à { $start }, la session est annoncée dès { $announced }.
finding-ends-early = Le déroulé finit à { $end }, la session est annoncée jusqu’à { $announced }.
finding-ends-late = Le déroulé finit à { $end }, après la fin annoncée à { $announced }.
finding-clock-forward = L’horloge avance de { $by } à { $at } : les durées restent, et quand le déroulé dit { $written } (« { $title } »), l’horloge marque { $clock }.
finding-clock-back = L’horloge recule de { $by } à { $at } : les durées restent, et quand le déroulé dit { $written } (« { $title } »), l’horloge marque { $clock }.
finding-clock-twice = L’horloge recule de { $by } à { $at } et marque deux fois { $written } : pour « { $title } », c’est la première qui compte.
finding-audience-absent = { $audience } n’est pas annoncé de { $start } à { $end }.
finding-tracks-free =
    { $count ->
        [one] « { $title } » : une piste est encore libre.
       *[other] « { $title } » : { $count } pistes sont encore libres.
    }
finding-idea-twice = « { $idea } » est placé deux fois dans « { $title } ».
finding-room-small = « { $idea } » attend { $people } personnes, { $room } en accueille { $places }.
finding-room-clash = { $room } : « { $title } » et « { $other } » y sont en même temps, à { $start }.
finding-lead-clash = { $lead } anime « { $title } » et « { $other } » en même temps, à { $start }.
finding-no-break = De { $from } à { $end } sans pause.
finding-no-meal = De { $start } à { $end } sans repas.
finding-no-room = « { $title } » n’a pas de salle.
finding-tracks-no-room =
    { $count ->
        [one] « { $title } » : une piste n’a pas de salle.
       *[other] « { $title } » : { $count } pistes n’ont pas de salle.
    }
finding-no-lead = Personne n’anime « { $title } ».

# Solutions
fix-shrink = Raccourcir { $count } créneaux, { $minutes } en tout
fix-take = Prendre { $minutes } sur « { $title } »
fix-shorten-one = Raccourcir « { $title } » à { $minutes }
fix-shorten-all = Reprendre { $minutes } sur { $count } créneaux
fix-push = Passer « { $title } » après « { $after } »
fix-swap = Échanger « { $title } » et « { $other } »
fix-drop = Renoncer à « { $title } »
fix-stretch =
    { $count ->
        [one] Allonger un créneau de { $minutes }
       *[other] Allonger { $count } créneaux, { $minutes } en tout
    }
fix-pull = Avancer « { $title } » avant « { $before } »
fix-lengthen = Étendre « { $title } » à { $minutes }
fix-pin-later = Fixer à { $time }
fix-unpin = Libérer l’heure
fix-announce-start = Annoncer { $time }
fix-start-at = Commencer à { $time }
fix-announce-end = Annoncer une fin à { $time }
fix-unplace = Remettre « { $title } » dans la liste
fix-room = Prendre { $room }
fix-lead = Confier à { $lead }
fix-without-lead = Se passer de { $lead }
fix-announce-audience = Annoncer { $audience } de { $start } à { $end }
fix-for-everyone = Ouvrir à tous
fix-without-free-tracks =
    { $count ->
        [one] Retirer la piste libre
       *[other] Retirer les { $count } pistes libres
    }

# Ce qui a été fait
edit-several =
    { $count ->
        [one] une modification
       *[other] { $count } modifications
    }
edit-add-programme = création de « { $title } »
edit-set-programme = modification de « { $title } »
edit-delete-programme = suppression de « { $title } »
edit-merge = import de « { $title } »
edit-add-audience = ajout du public { $name }
edit-set-audience = modification du public { $name }
edit-delete-audience = suppression du public { $name }
edit-add-room = ajout de la salle { $name }
edit-set-room = modification de la salle { $name }
edit-delete-room = suppression de la salle { $name }
edit-add-session = ajout de « { $title } »
edit-set-session = modification de « { $title } »
edit-rename-session = nouveau titre de « { $title } »
edit-session-tentative = « { $title } » redevient provisoire
edit-session-confirmed = confirmation de « { $title } »
edit-session-cancelled = annulation de « { $title } »
edit-reschedule-session = « { $title } » au { DATE($date, style: "date") }
edit-undate-session = date à confirmer pour « { $title } »
edit-delete-session = suppression de « { $title } »
edit-add-day = ajout d’un jour à « { $title } »
edit-set-day-date = changement de date d’un jour de « { $title } »
edit-set-day-start = début du déroulé à { $time }
edit-delete-day = suppression d’un jour de « { $title } »
edit-set-attendance = { $audience } de { $start } à { $end } (« { $title } »)
edit-no-attendance = « { $title } » sans { $audience }
edit-add-slot = ajout de « { $title } »
edit-set-slot = modification de « { $title } »
edit-rename-slot = nouveau titre de « { $title } »
edit-resize-slot = « { $title } » à { $minutes }
edit-pin-slot = « { $title } » fixé à { $time }
edit-unpin-slot = heure libre pour « { $title } »
edit-move-slot-after = « { $title } » après « { $after } »
edit-move-slot-first = « { $title } » en premier
edit-delete-slot = suppression de « { $title } »
edit-insert-slots =
    { $count ->
        [one] ajout d’un créneau
       *[other] ajout de { $count } créneaux
    }
edit-divide-slot = « { $title } » en deux
edit-merge-slots = « { $title } » et « { $other } » réunis
edit-swap-slots = « { $title } » et « { $other } » échangés
edit-move-slots = { $count } créneaux déplacés
edit-delete-slots = suppression de { $count } créneaux
edit-pin-slots = { $count } créneaux à heure fixe
edit-unpin-slots = heure libre pour { $count } créneaux
edit-resize-slots = durée de { $count } créneaux
edit-set-slots = modification de { $count } créneaux
edit-save-template = modèle « { $title } »
edit-rename-template = nouveau nom du modèle « { $title } »
edit-delete-template = suppression du modèle « { $title } »
edit-apply-template = modèle « { $title } » posé
edit-duplicate-session = copie de « { $title } »
edit-copy-programme = copie du programme sous « { $title } »
# Les journaux des bases nomment cet identifiant et les autres `edit-…` : ils ne changent pas.
edit-silence = remarque mise de côté
edit-hear = remarque rappelée
edit-split-slot =
    { $count ->
        [one] une piste dans « { $title } »
       *[other] { $count } pistes dans « { $title } »
    }
edit-join-tracks = « { $title } » sans pistes
edit-add-track = ajout d’une piste à « { $title } »
edit-set-track = modification d’une piste de « { $title } »
edit-delete-track = suppression d’une piste de « { $title } »
edit-add-idea = ajout de l’idée « { $title } »
edit-set-idea = modification de l’idée « { $title } »
edit-delete-idea = suppression de l’idée « { $title } »
edit-set-tag-colour = changement de couleur du mot-clé « { $name } »
edit-place-idea = « { $title } » dans « { $round } »
edit-unplace-idea = « { $title } » remis dans la liste
log-undo = annulé : { $label }
log-redo = rétabli : { $label }
edit-return-to = retour à l’état du { DATE($date, style: "date") }, { $time }
edit-return-to-start = retour à l’état de départ
edit-restore-copy = reprise de la copie du { DATE($date, style: "date") }

# Ce qui n'a pas pu se faire
problem-missing = Ce que vous vouliez modifier n’existe plus. Rien n’a changé.
problem-exists = Cela existe déjà. Rien n’a changé.
problem-nameless = Il faut un titre. L’ancien a été gardé.
problem-title-too-long = Un titre a au plus { $most } caractères. L’ancien a été gardé.
problem-name-taken = Le nom « { $name } » est déjà pris. Choisissez-en un autre.
problem-out-of-range = { $minutes } minutes, c’est plus que ce que tient un jour (48 h au plus).
problem-backwards = La fin doit venir après le début.
problem-misplaced = Cela ne peut pas aller là.
problem-foreign-programme = Cela appartient à un autre programme.
problem-only-day = Une session garde au moins un jour. Supprimez plutôt la session.
problem-busy = Un autre programme écrit sans cesse dans ce fichier. Réessayez dans un instant.
problem-file-unreadable = « { $file } » ne se lit pas : { $reason }
problem-file-unwritable = « { $file } » ne peut pas être écrit : { $reason }
problem-file-is-store = « { $file } » appartient à un fichier de Déroulé ou à une autre base de données : rien n’y est écrit. Choisissez un autre nom.
problem-clipboard = Les créneaux copiés ne peuvent pas être lus : rien n’a été collé. Copiez-les de nouveau.
problem-page-too-large = « { $file } » est trop grand pour une page (5 Mo au plus).
problem-page-is-store = « { $file } » appartient au fichier de Déroulé qui est ouvert. Choisissez une page Markdown.
problem-page-no-file = « { $file } » n’est pas un fichier. Choisissez une page Markdown.
problem-page-not-text = « { $file } » n’est pas du texte UTF-8 à partir de la ligne { $line }. Enregistrez la page en UTF-8 puis rouvrez-la.
problem-page-too-big = Le texte est trop grand pour une page (5 Mo au plus).
problem-page-no-text = La page n’est pas du texte : rien n’a été lu.
problem-page-sessions = La page a plus de { $most } sessions : aucun programme n’est aussi long, et rien n’a été lu.
problem-page-days = Les sessions de la page ont plus de { $most } jours en tout : aucun programme n’est aussi long, et rien n’a été lu.
problem-page-attendances = La page donne plus de { $most } fois des horaires à un public : rien n’a été lu.
problem-page-slots = La page a plus de { $most } créneaux : rien n’a été lu.
problem-page-ideas = La page a plus de { $most } idées d’atelier : rien n’a été lu.
problem-page-rows = La page a plus de { $most } sessions, jours, horaires, créneaux et idées en tout : aucun programme n’est aussi long, et rien n’a été lu.
problem-page-audiences = La page a plus de { $most } publics : rien n’a été lu.
problem-page-lines = La page a plus de { $most } lignes : elle n’a pas été écrite à la main, et rien n’a été lu.
problem-page-marks = La page a plus de { $most } marques Markdown, comme les barres et les étoiles : elle n’a pas été écrite à la main, et rien n’a été lu.
problem-page-empty = Rien dans cette page n’est compris comme un programme : ni titre, ni session, ni déroulé, ni idée d’atelier, ni agenda.
problem-no-programme = Il n’y a pas encore de programme. Importez une page ou créez-en un.
problem-no-such-programme = Aucun programme ne s’appelle « { $name } ».
problem-no-such-session = Aucune session ne correspond à « { $name } » (identifiant, date ou titre).
problem-no-such-audience = Aucun public ne s’appelle « { $name } ».
problem-ambiguous-session = Plusieurs sessions correspondent à « { $name } » : donnez la date ou l’identifiant.
problem-ambiguous-programme = Plusieurs programmes s’appellent « { $name } » : donnez l’identifiant ({ $ids }).
problem-nothing-to-print = Il n’y a aucune session à imprimer.
problem-cancelled = Rien n’a été écrit : l’opération a été annulée.
problem-print = La feuille n’a pas pu être composée : { $reason }
print-no-glyph = Aucune police de cet ordinateur n’a « { $letter } » ({ $code }) : un carré en tient lieu dans « { $text } », page { $page }.
print-no-glyph-more =
    { $count ->
        [one] Un autre caractère n’a pas de police non plus : { $letters }
       *[other] { $count } autres caractères n’ont pas de police non plus : { $letters }
    }
problem-calendar-empty = Aucune session datée ne répond à ce choix : le fichier d’agenda serait vide.
problem-internal = Une erreur interne s’est produite : { $reason }

# La ligne de commande
import-rows = Ajouts : { $created }, changements : { $changed }, suppressions : { $deleted }.
import-summary = « { $title } » : { $sessions } sessions, { $slots } créneaux, { $ideas } idées.
import-unread = non compris : { $text }
import-title-kept = Un autre programme s’appelle déjà « { $title } » : celui-ci garde son nom.
import-timezone-assumed = La page ne dit pas quel est son fuseau horaire : { $timezone } est retenu.
export-progress = Feuilles composées : { $done } sur { $total }
export-done = Écrit : { $file }
problem-no-step = Il n’y a rien à défaire ni à refaire.
problem-no-home = Le dossier des données est introuvable. Indiquez un fichier avec --store.
problem-no-store = Il n’y a pas de fichier de Déroulé à « { $file } ». Importez une page pour le créer.
problem-store-gone = Il n’y a plus de fichier à « { $file } », mais il en reste des copies. La plus récente en bon état est « { $copy } » ; « deroule-cli copies restore » la remet en place.
copy-none = Il n’y a pas encore de copie.
copy-sound = { $name } · { $sessions ->
        [one] { $sessions } session
       *[other] { $sessions } sessions
    } · état { $revision }
copy-damaged = { $name } · abîmée
copy-restored = Tout est comme dans la copie « { $name } ». « undo » revient en arrière.
copy-is-current = Tout est déjà comme dans la copie « { $name } ».

# Le fichier
problem-not-a-store = « { $file } » n’est pas un fichier de Déroulé. Il n’a pas été touché. Choisissez-en un autre.
problem-newer-store = « { $file } » a été écrit par une version plus récente (format { $found }, celle-ci connaît { $known }). Il n’a pas été touché. Mettez Déroulé à jour.
problem-store-busy = Un autre programme garde « { $file } » pour lui. Le fichier n’a pas été touché. Fermez ce programme, ou réessayez dans un instant.
problem-store-full = Le disque est plein : « { $file } » n’a pas pu être écrit. Il est resté comme avant. Libérez de la place, puis réessayez.
problem-store-read-only = « { $file } » peut être lu mais pas modifié. Il n’a pas été touché. Changez ses droits ou ceux de son dossier, ou choisissez un fichier ailleurs.
problem-store-no-folder = Le dossier de « { $file } » est absent et ne peut pas être créé. S’il est sur un disque ou un lecteur réseau débranché, branchez-le et recommencez.
problem-store-unreachable = « { $file } » ne s’ouvre pas. Il n’a pas été touché. Vérifiez que son disque est branché et que d’autres programmes peuvent le lire. Les copies sont dans « { $folder } ».
problem-store-damaged = « { $file } » est abîmé. Il n’a pas été touché. Les copies sont dans « { $folder } » ; la plus récente en bon état est « { $copy } ». Déplacez le fichier abîmé, relancez Déroulé et reprenez cette copie.
problem-store-damaged-no-copy = « { $file } » est abîmé. Il n’a pas été touché, et « { $folder } » ne contient aucune copie en bon état. Gardez ce fichier, et importez votre page dans un nouveau.
problem-store-replaced = « { $file } » a été remplacé par un autre fichier pendant qu’il était ouvert. Le dernier changement n’a pas été enregistré. { $rescue ->
        [none] Ce que montrait l’écran n’a pas pu être enregistré à côté : enregistrez-le ailleurs dès maintenant.
       *[other] Ce que montrait l’écran est dans « { $rescue } ».
    } { $open ->
        [yes] Le fichier qui s’y trouve maintenant est ouvert.
       *[no] Plus rien ne peut être enregistré ici. Enregistrez les programmes ailleurs, ou remettez une copie à sa place.
    }
problem-store-missing = « { $file } » a été déplacé ou supprimé pendant qu’il était ouvert. Le dernier changement n’a pas été enregistré. { $rescue ->
        [none] Ce que montrait l’écran n’a pas pu être enregistré à côté : enregistrez-le ailleurs dès maintenant.
       *[other] Ce que montrait l’écran est dans « { $rescue } ».
    } { $open ->
        [yes] Le fichier qui s’y trouve maintenant est ouvert.
       *[no] Plus rien ne peut être enregistré ici. Enregistrez les programmes ailleurs, ou remettez une copie à sa place.
    }
problem-store-log-missing = Un autre programme a supprimé ce qui appartient à « { $file } » pendant qu’il était ouvert. Le dernier changement n’a pas été enregistré. { $rescue ->
        [none] Ce que montrait l’écran n’a pas pu être enregistré à côté : enregistrez-le ailleurs dès maintenant.
       *[other] Ce que montrait l’écran est dans « { $rescue } ».
    } { $open ->
        [yes] Le fichier qui s’y trouve maintenant est ouvert.
       *[no] Plus rien ne peut être enregistré ici. Enregistrez les programmes ailleurs, ou remettez une copie à sa place.
    }
problem-store-overwritten = Un autre programme a écrit par-dessus « { $file } » pendant qu’il était ouvert. Le dernier changement n’a pas été enregistré. { $rescue ->
        [none] Ce que montrait l’écran n’a pas pu être enregistré à côté : enregistrez-le ailleurs dès maintenant.
       *[other] Ce que montrait l’écran est dans « { $rescue } ».
    } { $open ->
        [yes] Le fichier qui s’y trouve maintenant est ouvert.
       *[no] Plus rien ne peut être enregistré ici. Enregistrez les programmes ailleurs, ou remettez une copie à sa place.
    }
problem-store-paused = Une boîte de dialogue de fichiers est ouverte : rien ne peut être enregistré avant qu’elle se ferme. Le dernier changement n’a pas été fait ; refaites-le ensuite.
problem-store-closed = Le fichier est fermé : plus rien ne peut être enregistré.
problem-store = Le changement ne s’accorde pas avec ce que contient le fichier. Il n’a pas été fait.
problem-stray-log = À côté de « { $file } » se trouvaient des changements d’un autre état de ce fichier. Ils n’y ont pas été mêlés ; ils sont gardés dans « { $moved } ».
problem-no-copy = Aucune copie de sauvegarde n’a pu être faite dans « { $folder } ». { $why ->
    [full] Le disque est plein.
    [read-only] Le dossier ne peut pas être modifié.
   *[other] Vérifiez que l’on peut écrire dans ce dossier.
}
problem-no-such-copy = Aucune copie ne s’appelle « { $name } ».
problem-store-is-back = « { $file } » est de nouveau là, et ouvert. { $rescue ->
    [none] Ce que montrait l’écran n’y est peut-être pas.
   *[other] Ce que montrait l’écran est dans « { $rescue } ».
}

# Titres des boîtes de dialogue du système
dialog-save-calendar = Enregistrer l’agenda
dialog-save-sheet = Enregistrer la feuille
dialog-save-elsewhere = Enregistrer ailleurs
dialog-no-store = Déroulé ne peut pas ouvrir le fichier
dialog-set-aside = Mettre de côté et choisir une copie
dialog-quit = Quitter
dialog-open-page = Ouvrir une page
# Ce qu’un import fait, ligne par ligne
report-fields = { $row } : { $fields }
report-added = Ajout : { $row } « { $title } »
report-changed = Changement : { $row } « { $title } »
report-cancelled = Annulation : { $row } « { $title } »
report-removed = Suppression : { $row } « { $title } »
row-programme = programme
row-audience = public
row-room = salle
row-session = session
row-day = jour de
row-attendance = horaires de
row-slot = créneau
row-track = piste
row-idea = idée
field-presence = présence
field-title = titre
field-status = statut
field-venue = lieu
field-theme = thème
field-objectives = objectifs
field-links = liens
field-notes = notes
field-date = date
field-start = début
field-hours = horaires
field-kind = type
field-duration = durée
field-pin = heure fixe
field-tracks = ateliers en parallèle
field-order = ordre
field-room = salle
field-facilitators = animation
field-material = matériel
field-session = session
field-place = jour
field-agenda-page = page de l’agenda
field-agenda-feed = adresse d’abonnement
field-timezone = fuseau horaire
field-other = contenu
value-text = { $text }
value-time = { $time }
value-minutes = { $minutes }
value-date = { DATE($date, style: "date") }
value-number = { $number }
value-hours = { $start } – { $end }
value-present = présent
value-absent = rien
value-order = un autre ordre
import-conflict-ours = Conflit sur « { $title } », { $field } : ici « { $ours } », sur la page « { $theirs } ». Ce qui est ici est gardé.
import-conflict-theirs = Conflit sur « { $title } », { $field } : ici « { $ours } », sur la page « { $theirs } ». Ce qui est sur la page est repris.
import-recognised = Le programme s’appelle « { $title } » et a les mêmes sessions : c’est lui qui est mis à jour. Demandez un nouveau programme si c’en est un autre.
problem-read-meanwhile = La page a été lue entre-temps par une autre fenêtre ou une commande. Réessayez.
