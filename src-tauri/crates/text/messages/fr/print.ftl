# L’impression.
print-about = La feuille du jour, telle qu’elle sortira.
save-sheet = Enregistrer en PDF…
print = Imprimer…
pages = Pages
page-of = Page { $page } sur { $pages }
print-empty = Rien à imprimer
print-empty-text = Composez d’abord une journée.
print-for = Pour qui
print-everyone = Pour tous
print-crew = Pour l’équipe
crew-sheet = Feuille de l’équipe
print-notes = Notes et matériel
