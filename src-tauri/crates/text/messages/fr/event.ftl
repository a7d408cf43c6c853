# Les descriptions de l’agenda publié. La fenêtre ne les lit pas.
event-theme = Thématique : { $text }
event-objectives = Objectifs : { $text }
event-audience = { $audience } : { $hours }
event-running-order = Déroulé :
event-facilitators = Avec : { $names }
event-slot = { $hours } : { $title }
