# Les mots de la feuille du jour. La fenêtre ne les lit pas.
sheet-undated = date à confirmer
sheet-cancelled = Session annulée
sheet-empty = Le déroulé n’est pas encore composé.
sheet-notes = Notes
sheet-material = Matériel : { $text }
sheet-room = Salle
sheet-data-of = Données du { DATE($date, style: "date") }
sheet-free = { $minutes } libres
sheet-overrun = Commence { $minutes } avant la fin de ce qui précède
