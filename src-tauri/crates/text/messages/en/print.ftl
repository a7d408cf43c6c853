# Printing.
print-about = The day sheet, as it will come out.
save-sheet = Save as PDF…
print = Print…
pages = Pages
page-of = Page { $page } of { $pages }
print-empty = Nothing to print
print-empty-text = Compose a day first.
print-for = Whom it is for
print-everyone = For everyone
print-crew = For the crew
crew-sheet = Crew sheet
print-notes = Notes and material
