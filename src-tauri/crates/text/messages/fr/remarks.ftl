# Ce que la lecture d’une page fait remarquer, avec la ligne dont il s’agit.

# Déduit de la page
remark-timezone-inferred = La page est en français : le fuseau horaire est supposé être { $timezone }.
remark-audience-inferred = « { $audience } » est compris comme un public.
remark-part-of-day-inferred = La page ne donne pas d’heures pour « { $audience } » : sa présence est supposée aller de { $start } à { $end }.
remark-audience-missing = La page ne dit pas qui vient : les horaires sont donnés à « { $audiences } ».
remark-year-guessed = Aucune année n’est écrite pour cette date : c’est le { DATE($date, style: "long") } qui est retenu.
remark-new-year-inferred = Les dates passent le Nouvel An : à partir d’ici, elles sont en { $year }.
remark-year-known = L’année n’est écrite nulle part : c’est celle que le programme connaît déjà qui est retenue, le { DATE($date, style: "date") }.
remark-hours-joined = Plusieurs horaires sont donnés sans dire pour qui : ils sont réunis de { $start } à { $end }.
remark-session-not-in-table = « { $title } » ne figure pas dans le tableau : une session est créée.
remark-session-without-date = « { $title } » a un déroulé mais pas de date : une session sans date est créée.

# Dates et horaires
remark-year-missing = L’année de « { $text } » n’est écrite nulle part : la session reste sans date.
remark-year-of-page = L’année demandée est { $asked }, mais la page annonce { $year } : c’est la page qui est suivie.
remark-year-differs = La page annonce { $year }, mais la même date est écrite ailleurs avec son année : c’est le { DATE($date, style: "date") } qui est retenu.
remark-year-elsewhere = La page annonce le { DATE($date, style: "date") }, alors que la ligne { $line } écrit la même date en { $year }.
remark-date-impossible = « { $text } » n’est pas une date possible : la session reste sans date.
remark-date-unread = « { $text } » n’a pas été compris comme une date.
remark-date-ambiguous = Plusieurs sessions peuvent être celle de « { $title } » : c’est la première qui est retenue.
remark-weekday = Le { DATE($date, style: "date") } ne tombe pas le jour de la semaine écrit.
remark-hours-missing = Aucun horaire n’a été trouvé pour « { $audience } ».
remark-hours-unread = « { $text } » n’a pas été compris dans les horaires.
remark-hours-whose = « { $text } » est entre deux horaires : ce sont ceux de { $start } à { $end } qui lui sont donnés.
remark-hours-without-end = L’heure de fin manque après { $start }.
remark-end-before-start = La fin ({ $end }) ne vient pas après le début ({ $start }) : elle n’est pas retenue.
remark-attendance-disagrees = Le titre annonce « { $section } », mais le tableau « { $table } » : c’est le tableau qui est suivi.
remark-hours-disagree = Le titre annonce { $start } – { $end }, mais le tableau { $from } – { $to } : c’est le tableau qui est suivi.
remark-status-disagrees = Le titre ne dit pas la même chose que le tableau sur la tenue de « { $title } » : c’est le tableau qui est suivi.

# Tenue des sessions
remark-status-cancelled = « { $text } » indique que la session est annulée.
remark-status-struck = « { $text } » est barré : la session est comprise comme annulée.
remark-status-tentative = « { $text } » indique que la session reste à confirmer.
remark-status-confirmed = « { $text } » indique que la session est confirmée.
remark-status-left = « { $text } » dit autre chose que « { $kept } », qui est suivi.

# Déroulés
remark-start-differs = La journée commence à { $time }, alors que { $announced } est annoncé.
remark-end-differs = La journée finit à { $time }, alors que { $announced } est annoncé.
remark-gap = Rien n’est prévu entre { $before } et { $start } : l’heure de début est fixée.
remark-overlap = Ce créneau commence à { $start }, avant la fin du précédent à { $before } : l’heure de début est fixée.
remark-no-end = L’heure de fin de « { $title } » manque et rien ne suit : sa durée est laissée à zéro.
remark-undecided = « { $title } » laisse encore le choix : le type retenu est celui qui demande de la préparation.
remark-tracks-uncounted = « { $title } » ne dit pas combien d’ateliers ont lieu en parallèle : un seul créneau est créé.
remark-tracks-aside = « { $text } » n’est pas repris : seul le nombre de pistes l’est.
remark-second-running-order = Un autre déroulé pour « { $session } » commence avant la fin du premier : il n’est pas lu.

# Écriture de la page
remark-stray-mark = La marque « { $mark } » ne met rien en forme : elle est retirée.
remark-struck = Le texte barré « { $text } » est laissé de côté.
remark-column-unknown = La colonne « { $column } » n’a pas de place dans le programme.
remark-cell-unread = « { $text } », dans la colonne « { $column } », n’a pas été repris.
remark-words-left = « { $text } » n’a pas été repris.
remark-cells-beyond =
    { $count ->
        [one] Une cellule dépasse du tableau et n’a pas été reprise : « { $text } ».
       *[other] { $count } cellules dépassent du tableau et n’ont pas été reprises : « { $text } ».
    }
remark-agenda-again = Une autre adresse d’agenda est déjà retenue : { $address } est laissée de côté.
remark-link = Le lien vers { $address } n’a pas de place ici : seul son texte est repris.

remark-title-cut = Le titre de cette ligne a plus de { $most } caractères : seul son début est repris.

# Quantité de remarques
remark-more =
    { $count ->
        [one] Et une autre remarque comme celle-ci.
       *[other] Et { $count } autres remarques comme celle-ci.
    }
remark-others =
    { $count ->
        [one] Et une autre remarque.
       *[other] Et { $count } autres remarques.
    }
remark-unread-more =
    { $count ->
        [one] À partir de cette ligne, une autre ligne n’est pas lue.
       *[other] À partir de cette ligne, { $count } autres lignes ne sont pas lues.
    }

# Ce qui n’est pas sur la page et reste
remark-session-kept = « { $title } », le { DATE($date, style: "date") }, n’est pas sur la page : la session reste dans le programme.
remark-undated-session-kept = « { $title } », sans date, n’est pas sur la page : la session reste dans le programme.
remark-idea-kept = L’idée « { $title } » n’est pas sur la page : elle reste dans le programme.
remark-slot-kept = Le créneau « { $title } » de « { $session } » n’est pas sur la page : il reste dans le programme.
remark-day-kept = Le { DATE($date, style: "date") } n’est pas une date de « { $title } » sur la page : ce jour reste dans le programme.
