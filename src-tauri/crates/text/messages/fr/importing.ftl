# L’import d’une page.
import-title = Importer une page
import-choose = Choisir un fichier…
import-drop = ou déposez-le sur la fenêtre, ou collez son texte ici
import-paste = Collez ici le texte de la page (Markdown)
import-into = Vers
import-year = Année
import-year-hint = de la page
import-merge = Importer
import-update = Mettre à jour
import-report = Ce qui serait importé
import-nothing = Rien ne changerait.
import-effect = ajouts : { $created }, changements : { $changed }, suppressions : { $deleted }
import-after = Sessions après l’import
import-idea-list = Idées d’ateliers :
import-no-remark = Rien d’étrange.
line = ligne { $line }
import-sessions =
    { $count ->
        [one] { $count } session
       *[other] { $count } sessions
    }
import-slots =
    { $count ->
        [one] { $count } créneau
       *[other] { $count } créneaux
    }
import-ideas =
    { $count ->
        [one] { $count } idée
       *[other] { $count } idées
    }
import-remarks =
    { $count ->
        [one] { $count } remarque
       *[other] { $count } remarques
    }
import-unread-lines =
    { $count ->
        [one] { $count } ligne non comprise
       *[other] { $count } lignes non comprises
    }
import-same-title = le programme de cette page, sinon un nouveau
import-new = un nouveau programme
import-conflicts =
    { $count ->
        [one] Un changement a été fait des deux côtés
       *[other] { $count } changements ont été faits des deux côtés
    }
import-all-ours = Tout garder d’ici
import-all-theirs = Tout reprendre de la page
import-ours = ici
import-theirs = sur la page
import-added = Ajout :
import-changed = Changement :
import-cancelled = Annulation :
import-removed = Suppression :
import-rows-title =
    { $count ->
        [one] { $count } changement
       *[other] { $count } changements
    }
import-more-rows =
    { $count ->
        [one] Et un autre changement.
       *[other] Et { $count } autres changements.
    }
import-more-sessions =
    { $count ->
        [one] Et une autre session.
       *[other] Et { $count } autres sessions.
    }
import-more-ideas =
    { $count ->
        [one] et une autre.
       *[other] et { $count } autres.
    }
