# Ce que l’export iCalendar peut avoir à dire.

calendar-undated = « { $title } » n’a pas encore de date : cette journée ne figure pas dans le calendrier.
calendar-far-date = « { $title } » est datée du { DATE($date, style: "long") }, hors de portée d’un calendrier : vérifiez l’année.
calendar-skipped-hour = Le { DATE($date, style: "date") }, { $time } n’existe pas (passage à l’heure d’été) : les horaires de « { $title } » sont écrits en temps universel.
calendar-doubled-hour = Le { DATE($date, style: "date") }, { $time } existe deux fois (passage à l’heure d’hiver) : les horaires de « { $title } » sont écrits en temps universel, la première fois comptant.
calendar-clock-change = L’horloge change pendant « { $title } » ({ DATE($date, style: "date") }) : les créneaux gardent leur durée, et l’agenda donne l’heure que l’horloge marquera.

calendar-unknown-programme = Ce programme n’existe pas.
calendar-unknown-audience = Ce public n’existe pas dans ce programme.
calendar-unknown-session = Cette session n’existe pas dans ce programme.
calendar-unknown-timezone = « { $timezone } » n’est pas un fuseau horaire connu.
