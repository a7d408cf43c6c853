# What the reading of a page points out, with the line it is about.

# Inferred from the page
remark-timezone-inferred = The page is in French: its time zone is taken to be { $timezone }.
remark-audience-inferred = “{ $audience }” is taken for an audience.
remark-part-of-day-inferred = The page gives no hours for “{ $audience }”: they are taken to attend from { $start } to { $end }.
remark-audience-missing = The page does not say who attends: the hours are given to “{ $audiences }”.
remark-year-guessed = No year is written for this date: it is taken to be { DATE($date, style: "long") }.
remark-new-year-inferred = The dates run over New Year: from here on they are in { $year }.
remark-year-known = No year is written anywhere: the one the programme knows already is taken, { DATE($date, style: "date") }.
remark-hours-joined = Several hours are given without saying for whom: they are joined, from { $start } to { $end }.
remark-session-not-in-table = “{ $title }” is not in the table: a session is created.
remark-session-without-date = “{ $title }” has a running order but no date: an undated session is created.

# Dates and hours
remark-year-missing = The year of “{ $text }” is not written anywhere: the session stays undated.
remark-year-of-page = The year asked for is { $asked }, but the page announces { $year }: the page is followed.
remark-year-differs = The page announces { $year }, but { DATE($date, style: "date") } is written for the same date elsewhere: that is followed.
remark-year-elsewhere = { DATE($date, style: "date") } is what the page announces, though line { $line } writes the same date in { $year }.
remark-date-impossible = “{ $text }” is not a possible date: the session stays undated.
remark-date-unread = “{ $text }” was not understood as a date.
remark-date-ambiguous = Several sessions may be the one of “{ $title }”: the first is taken.
remark-weekday = { DATE($date, style: "date") } is not on the day of the week that is written.
remark-hours-missing = No hours were found for “{ $audience }”.
remark-hours-unread = “{ $text }” was not understood among the hours.
remark-hours-whose = “{ $text }” stands between two stretches of hours: it is given those from { $start } to { $end }.
remark-hours-without-end = The end is missing after { $start }.
remark-end-before-start = The end ({ $end }) does not come after the start ({ $start }): it is left out.
remark-attendance-disagrees = The heading announces “{ $section }”, but the table “{ $table }”: the table is followed.
remark-hours-disagree = The heading announces { $start } – { $end }, but the table { $from } – { $to }: the table is followed.
remark-status-disagrees = The heading and the table differ on whether “{ $title }” takes place: the table is followed.

# Whether sessions take place
remark-status-cancelled = “{ $text }” says that the session is cancelled.
remark-status-struck = “{ $text }” is struck out: the session is taken to be cancelled.
remark-status-tentative = “{ $text }” says that the session is still to be confirmed.
remark-status-confirmed = “{ $text }” says that the session is confirmed.
remark-status-left = “{ $text }” says something else than “{ $kept }”, which is followed.

# Running orders
remark-start-differs = The day starts at { $time }, though { $announced } is announced.
remark-end-differs = The day ends at { $time }, though { $announced } is announced.
remark-gap = Nothing is planned between { $before } and { $start }: the start is pinned.
remark-overlap = This slot starts at { $start }, before the one above ends at { $before }: the start is pinned.
remark-no-end = The end of “{ $title }” is missing and nothing follows: its duration is left at zero.
remark-undecided = “{ $title }” still leaves a choice: the kind taken is the one that needs preparing.
remark-tracks-uncounted = “{ $title }” does not say how many workshops run side by side: a single slot is created.
remark-tracks-aside = “{ $text }” is not taken over: only the number of tracks is.
remark-second-running-order = Another running order for “{ $session }” starts before the first one ends: it is not read.

# How the page is written
remark-stray-mark = The mark “{ $mark }” formats nothing: it is taken out.
remark-struck = The struck text “{ $text }” is left out.
remark-column-unknown = The column “{ $column }” has no place in the programme.
remark-cell-unread = “{ $text }”, in the column “{ $column }”, was not taken over.
remark-words-left = “{ $text }” was not taken over.
remark-cells-beyond =
    { $count ->
        [one] One cell lies beyond the table and was not taken over: “{ $text }”.
       *[other] { $count } cells lie beyond the table and were not taken over: “{ $text }”.
    }
remark-agenda-again = Another address of the agenda is already known: { $address } is left out.
remark-link = The link to { $address } has no place here: only its words are taken over.

remark-title-cut = The title on this line has more than { $most } characters: only its beginning is taken over.

# How much is told
remark-more =
    { $count ->
        [one] And one more like this.
       *[other] And { $count } more like this.
    }
remark-others =
    { $count ->
        [one] And one more remark.
       *[other] And { $count } more remarks.
    }
remark-unread-more =
    { $count ->
        [one] From this line on, one more line is unread.
       *[other] From this line on, { $count } more lines are unread.
    }

# What is not on the page and stays
remark-session-kept = “{ $title }” on { DATE($date, style: "date") } is not on the page: the session stays in the programme.
remark-undated-session-kept = “{ $title }”, undated, is not on the page: the session stays in the programme.
remark-idea-kept = The idea “{ $title }” is not on the page: it stays in the programme.
remark-slot-kept = The slot “{ $title }” of “{ $session }” is not on the page: it stays in the programme.
remark-day-kept = { DATE($date, style: "date") } is not a date of “{ $title }” on the page: that day stays in the programme.
