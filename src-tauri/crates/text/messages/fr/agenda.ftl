# L’agenda partagé.
agenda-about = Un fichier iCalendar que lisent Google Agenda, Nextcloud, Outlook et les autres.
save-calendar = Enregistrer l’agenda…
agenda-options = Ce qu’il contient
agenda-everyone = Tous les publics
agenda-all = Toutes les sessions
agenda-slots = Un événement par créneau aussi
agenda-addresses = Adresses connues
agenda-page = Page
agenda-feed = Abonnement
agenda-events = Événements
agenda-empty = Aucun événement
agenda-empty-text = Donnez une date à une session : elle paraîtra ici.
all-day = toute la journée
saved-as = Enregistré : { $path }
open-file = Ouvrir
agenda-events-count =
    { $count ->
        [one] { $count } événement
       *[other] { $count } événements
    }
agenda-zone = Fuseau
agenda-zone-unknown = Fuseau inconnu ; par exemple Europe/Paris
